import { causes } from '../catalogue/causes.ts';
import type { Failure } from '../contract/attempt.ts';
import { diagnose } from '../contract/diagnose.ts';
import type { Evidence, FailureCode, Reply } from '../contract/failure.ts';
import type { Question } from './input.ts';
import type { Problem } from './state.ts';

/** A failure that the page itself noticed. */
export function localFailure(code: FailureCode, evidence: Evidence = {}, reference?: string): Failure {
  const diagnosis = diagnose(code, evidence);
  const [first] = diagnosis.causes;
  const retryable = first !== undefined && causes[first.cause].retryable;
  return { code, retryable, diagnosis, evidence, ...(reference !== undefined && { reference }) };
}

/** The same failure with one more answer, and the causes in their new order. */
export function withReply(failure: Failure, question: Question, reply: Reply): Failure {
  const evidence = { ...failure.evidence, [question]: reply };
  return { ...failure, evidence, diagnosis: diagnose(failure.code, evidence) };
}

/** The failure that a refused start means, or `undefined` when the page cannot be used at all until something changes. */
export function failureOfStart({ code, reference }: Problem): Failure | undefined {
  if (code === 'anaf-unavailable') return localFailure('anaf-unavailable', {}, reference);
  if (code === 'unreachable' || code === 'unreadable' || code === 'internal-error') {
    return localFailure('backend-unreachable', {}, reference);
  }
  return undefined;
}

/** Whether two failures are one report of the backend. The person's replies, which only our copy has, do not matter. */
export function sameFailure(left: Failure, right: Failure): boolean {
  return (
    left.code === right.code &&
    left.reference === right.reference &&
    left.evidence.answeredAfterSeconds === right.evidence.answeredAfterSeconds &&
    left.evidence.certificate?.serial === right.evidence.certificate?.serial
  );
}
