import type { AdminErrorCode } from '../admin/operation/admin-error.ts';

/**
 * The admin port refused a request, or could not be reached. The message says which values are allowed.
 * `unreachable` (status 0): there was no answer; `cause` has the reason. `unexpected`: the answer does not come from an admin port.
 */
export class MockAnafError extends Error {
  override readonly name = 'MockAnafError';
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;
  /** A newer version of the mock may have more codes. */
  readonly code: AdminErrorCode | 'unreachable' | 'unexpected' | (string & {});

  constructor(status: number, code: MockAnafError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}
