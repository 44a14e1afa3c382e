/**
 * What `efactura()` rejects with.
 * - `not-authorized`: the company has no authorization that can be used; a person has to authorize (again).
 * - `no-right`: ANAF says that the certificate has no right for this company's CUI.
 * - `refused`: ANAF understood and said no; `message` has its words.
 * - `message-unknown`: the message was not listed for this company, or the upload is not its own, so ANAF is not asked for it.
 * - `quota-exceeded`: ANAF's limit for today or this minute. Trying at once again makes it worse.
 * - `unavailable`: ANAF did not answer, or not as its API does. Safe to try again, except an upload: ask for its state first.
 */
export type AnafErrorCode =
  | 'not-authorized'
  | 'no-right'
  | 'refused'
  | 'message-unknown'
  | 'quota-exceeded'
  | 'unavailable';

export class AnafError extends Error {
  override readonly name = 'AnafError';
  readonly code: AnafErrorCode;

  constructor(code: AnafErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
