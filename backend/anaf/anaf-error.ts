/**
 * An error of a call to ANAF's e-Factura API, as `efactura()` rejects with it.
 *
 * - `not-authorized`: the company has no active authorization. A person has to authorize, or authorize again.
 * - `no-right`: ANAF says that the certificate has no right for this company's CUI.
 * - `refused`: ANAF refused the request; `message` is its text.
 * - `message-unknown`: the message was not listed for this company, or the upload is not its own, so ANAF was not
 *   asked.
 * - `quota-exceeded`: ANAF's limit of this day or minute. An immediate retry makes it worse.
 * - `unavailable`: ANAF did not answer, or gave an unexpected answer. Safe to retry, except an upload: read its state
 *   first.
 */
export type AnafErrorCode =
  | 'not-authorized'
  | 'no-right'
  | 'refused'
  | 'message-unknown'
  | 'quota-exceeded'
  | 'unavailable';

/** See `AnafErrorCode`. `message` is ANAF's own text where there is one. */
export class AnafError extends Error {
  override readonly name = 'AnafError';
  readonly code: AnafErrorCode;

  constructor(code: AnafErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
