import type { Stage } from './stage.ts';

export interface Exchange {
  readonly status: number;
  /** Empty where there is no such header. */
  readonly type: string;
  readonly body: string;
  /** Headers that are part of what was seen; `undefined`: there must be none. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** An answer of ANAF as it is known word for word, and how to get it from the mock. */
export interface ContractAnswer {
  /** Who gives it, e.g. `upload`. */
  readonly from: string;
  /** The quoted words; the test carries them in its name. */
  readonly quote: string;
  /** Where the quote is from: ANAF's pages (documented), or seen on the wire (observed). What stands beside it is the mock's. */
  readonly source: 'documented' | 'observed';
  readonly ask: (stage: Stage) => Promise<Exchange>;
  /** The whole answer, byte for byte. `headers` are compared as far as they are named. */
  readonly expected: Exchange;
}
