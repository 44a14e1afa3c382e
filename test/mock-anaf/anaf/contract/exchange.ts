/** Status, type and body of an answer: the expected one, or the actual one of the mock. */
export interface Exchange {
  readonly status: number;
  /** `Content-Type`; empty if there is none. */
  readonly type: string;
  readonly body: string;
  /** Headers of the expected answer; `undefined`: the answer must not have this header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}
