import type { AdminErrorCode } from '../admin/operation/admin-error.ts';

/**
 * The admin port refused a request, or could not be reached. The message says which values are allowed.
 * `unreachable` (status 0): no answer came, `cause` says why. `unexpected`: the answer is not one of the admin port of mock-anaf.
 */
export class MockAnafError extends Error {
  override readonly name = 'MockAnafError';
  /** HTTP status; 0 if no answer came. */
  readonly status: number;
  /** A newer mock may have more codes. */
  readonly code: AdminErrorCode | 'unreachable' | 'unexpected' | (string & {});

  constructor(status: number, code: MockAnafError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}
