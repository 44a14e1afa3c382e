import type { Journal } from '../../../engine/journal/journal.ts';
import type { JournalEntry } from '../../../engine/journal/recorded-exchange.ts';
import type { StreamAnswer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { journalFilter } from './journal-query.ts';

const heartbeatMs = 15_000;

/**
 * The journal as `text/event-stream`: each entry as JSON in `data:`, its number as `id:`. Filters are those of `GET /journal`;
 * `Last-Event-ID`, which a browser sends when it comes back, counts before `after=`.
 */
export function journalStream(journal: Journal, { query, headers }: MockRequest): StreamAnswer {
  const question = new URLSearchParams(query);
  const lastEventId = headers['last-event-id'];
  if (typeof lastEventId === 'string') question.set('after', lastEventId);
  const filter = journalFilter(question);
  return {
    kind: 'stream',
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    pieces: (signal) => events(journal.follow(filter, { signal, heartbeatMs })),
    reason: 'the journal is followed',
    about: {},
  };
}

async function* events(batches: AsyncIterable<readonly JournalEntry[]>): AsyncGenerator<string> {
  // Something at once, so that whoever reads knows that it listens.
  yield ': the journal of mock-anaf\n\n';
  for await (const batch of batches) yield batch.length > 0 ? batch.map(event).join('') : ': still here\n\n';
}

function event(entry: JournalEntry): string {
  return `id: ${entry.number}\ndata: ${JSON.stringify(entry)}\n\n`;
}
