import type { Journal } from '../../../engine/journal/journal.ts';
import type { JournalEntry } from '../../../engine/journal/recorded-exchange.ts';
import type { StreamAnswer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { journalFilter } from './journal-query.ts';

const heartbeatMs = 15_000;

/**
 * Streams the journal as `text/event-stream`: each entry as JSON in `data:`, its number as `id:`. The filters are those of
 * `GET /journal`; `Last-Event-ID`, which browsers send when they reconnect, takes precedence over `after=`.
 */
export function journalStream(journal: Journal, { query, headers }: MockRequest): StreamAnswer {
  const filters = new URLSearchParams(query);
  const lastEventId = headers['last-event-id'];
  if (typeof lastEventId === 'string') filters.set('after', lastEventId);
  const filter = journalFilter(filters);
  return {
    kind: 'stream',
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    pieces: (signal) => events(journal.follow(filter, { signal, heartbeatMs })),
    reason: 'followJournal',
    about: {},
  };
}

async function* events(batches: AsyncIterable<readonly JournalEntry[]>): AsyncGenerator<string> {
  // Send a comment immediately, so that the reader knows that the stream is open.
  yield ': the journal of mock-anaf\n\n';
  for await (const batch of batches) yield batch.length > 0 ? batch.map(event).join('') : ': heartbeat\n\n';
}

function event(entry: JournalEntry): string {
  return `id: ${entry.number}\ndata: ${JSON.stringify(entry)}\n\n`;
}
