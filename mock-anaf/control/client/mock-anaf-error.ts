import type { AdminErrorCode } from '../admin/admin-error.ts';

/**
 * The admin port refused, or could not be reached. The message says what would have been right.
 * `unreachable` (status 0): no answer came, `cause` says why. `unexpected`: what answered is no admin port of mock-anaf.
 */
export class MockAnafError extends Error {
  readonly status: number;
  /** One of the known codes, or one that a newer mock has. */
  readonly code: AdminErrorCode | 'unreachable' | 'unexpected' | (string & {});

  constructor(status: number, code: MockAnafError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MockAnafError';
    this.status = status;
    this.code = code;
  }
}
