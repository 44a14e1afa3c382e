import type { Journal } from '../../../engine/journal/journal.ts';
import { AdminError } from '../operation/admin-error.ts';
import type { HandlersOf } from '../operation/operation.ts';
import type { journalOperations } from './journal-operations.ts';
import { journalFilter, journalQuery } from './journal-query.ts';
import type { JournalExchange } from './journal-schemas.ts';
import { journalStream } from './journal-stream.ts';

/** Handlers that read, follow and clear the journal. Secrets in its entries are already masked. */
export function journalHandlers(journal: Journal): HandlersOf<typeof journalOperations> {
  return {
    readJournal: async ({ request }) => {
      const { filter, wait } = journalQuery(request.query);
      return { entries: wait ? await journal.waitFor(filter, wait) : journal.entries(filter) };
    },
    clearJournal: () => {
      journal.clear();
      return { done: true };
    },
    countJournal: ({ request }) => ({ count: journal.count(journalFilter(request.query)) }),
    followJournal: ({ request }) => journalStream(journal, request),
    readExchange: ({ parameters: { number } }) => exchangeOf(journal, number),
  };
}

function exchangeOf(journal: Journal, number: string): JournalExchange {
  const exchange = /^\d{1,9}$/.test(number) ? journal.exchange(Number(number)) : undefined;
  if (exchange) return exchange;
  const [first, last] = [journal.entries()[0], journal.entries().at(-1)];
  const range = first && last ? `the journal has ${first.number} to ${last.number}` : 'the journal is empty';
  throw new AdminError('unknown-exchange', `there is no exchange "${number.slice(0, 40)}"; ${range}`);
}
