import { causes } from '../catalogue/causes.ts';
import type { Failure } from '../contract/attempt.ts';
import { diagnose } from '../contract/diagnose.ts';
import type { Evidence, FailureCode, Reply } from '../contract/failure.ts';
import type { Question } from './input.ts';
import type { Problem } from './state.ts';

/** A failure that the page noticed itself, without a report of the backend. */
export function localFailure(code: FailureCode, evidence: Evidence = {}, reference?: string): Failure {
  const diagnosis = diagnose(code, evidence);
  const [first] = diagnosis.causes;
  const retryable = first !== undefined && causes[first.cause].retryable;
  return { code, retryable, diagnosis, evidence, ...(reference !== undefined && { reference }) };
}

/** Adds a reply of the person to the evidence, and diagnoses the failure again. */
export function withReply(failure: Failure, question: Question, reply: Reply): Failure {
  const evidence = { ...failure.evidence, [question]: reply };
  return { ...failure, evidence, diagnosis: diagnose(failure.code, evidence) };
}

/** The failure for an attempt that could not be started. `undefined`: a problem of the page, not of this attempt. */
export function failureOfStart({ code, reference }: Problem): Failure | undefined {
  if (code === 'anaf-unavailable') return localFailure('anaf-unavailable', {}, reference);
  if (code === 'unreachable' || code === 'unreadable' || code === 'internal-error') {
    return localFailure('backend-unreachable', {}, reference);
  }
  return undefined;
}

/** Whether two failures are the same report of the backend. Ignores the person's replies, which the backend does not know. */
export function sameFailure(left: Failure, right: Failure): boolean {
  return (
    left.code === right.code &&
    left.reference === right.reference &&
    left.evidence.answeredAfterSeconds === right.evidence.answeredAfterSeconds &&
    left.evidence.certificate?.serial === right.evidence.certificate?.serial
  );
}
