import type { Exchange } from './exchange.ts';
import type { Stage } from './stage.ts';

/** An answer of ANAF whose exact text is known, and how to get it from the mock. */
export interface ContractAnswer {
  /** The method or part of the mock that answers, e.g. `upload`. The first part of the test title. */
  readonly from: string;
  /** The quoted part of the answer. The last part of the test title. */
  readonly quote: string;
  /** Where the quote comes from: ANAF's pages (documented) or a captured answer (observed). The rest is the mock's own. */
  readonly source: 'documented' | 'observed';
  readonly ask: (stage: Stage) => Promise<Exchange>;
  /** The complete answer, byte for byte. Only the headers named here are compared. */
  readonly expected: Exchange;
}
