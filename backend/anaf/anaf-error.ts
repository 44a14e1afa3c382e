/**
 * Why a call of `efactura()` failed.
 *
 * - `not-authorized`: the company has no active authorization. A person has to authorize, or authorize again.
 * - `no-right`: ANAF says that the certificate has no right for this company's CUI.
 * - `refused`: ANAF refused the request; `message` is its text.
 * - `message-unknown`: ANAF did not list the message for this company, or the company did not make the upload. The
 *   message or the upload's state was not requested.
 * - `quota-exceeded`: ANAF's limit per day or per minute is reached. An immediate retry makes it worse.
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

/** The error of calls to ANAF's e-Factura API; see `AnafErrorCode`. `message` is ANAF's own text where there is one. */
export class AnafError extends Error {
  override readonly name = 'AnafError';
  readonly code: AnafErrorCode;

  constructor(code: AnafErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
