import type { Exchange } from './exchange.ts';
import type { Stage } from './stage.ts';

/** An answer of ANAF that is known word for word, and how to get it from the mock. */
export interface ContractAnswer {
  /** The method or part that answers, e.g. `upload`. Begins the test title. */
  readonly from: string;
  /** The quoted part of the answer. Ends the test title. */
  readonly quote: string;
  /** Where the quote comes from: ANAF's pages (documented), or an answer that was seen (observed). The rest is the mock's own. */
  readonly source: 'documented' | 'observed';
  readonly ask: (stage: Stage) => Promise<Exchange>;
  /** The whole answer, byte for byte. Only the headers that it names are compared. */
  readonly expected: Exchange;
}
