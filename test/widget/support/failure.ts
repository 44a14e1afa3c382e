import { diagnose, type Failure, type FailureCode } from 'spv-authorize/contract';

/** A failure as a backend reports it. */
export function failure(code: FailureCode, evidence: Failure['evidence'] = {}): Failure {
  return { code, retryable: true, evidence, diagnosis: diagnose(code, evidence), reference: '7F3K' };
}
