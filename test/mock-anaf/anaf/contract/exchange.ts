/** Status, type and body of an answer: the known one, or the one that the mock gave. */
export interface Exchange {
  readonly status: number;
  /** `Content-Type`; empty if there is none. */
  readonly type: string;
  readonly body: string;
  /** Headers of the known answer; `undefined`: the answer must not have this header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}
