import { randomInt } from 'node:crypto';
import { causes } from 'spv-authorize/catalogue';
import { diagnose, type Evidence, type Failure, type FailureCode } from 'spv-authorize/contract';

/** A failure as it is stored. Its diagnosis is computed on every read, so that it improves with the catalogue. */
export interface StoredFailure {
  readonly code: FailureCode;
  readonly evidence: Evidence;
  readonly reference: string;
}

/** Creates a failure with a new reference. */
export function failureOf(code: FailureCode, evidence: Evidence): StoredFailure {
  return { code, evidence, reference: newReference() };
}

/** Converts a failure to the contract's form, with its diagnosis. */
export function toFailure({ code, evidence, reference }: StoredFailure): Failure {
  const diagnosis = diagnose(code, evidence);
  const [likeliest] = diagnosis.causes;
  return { code, retryable: likeliest ? causes[likeliest.cause].retryable : false, diagnosis, evidence, reference };
}

/** Values for the failure columns of a row; `undefined` clears them. */
export function failureColumns(failure: StoredFailure | undefined) {
  return {
    failure_code: failure?.code ?? null,
    failure_evidence: failure ? JSON.stringify(failure.evidence) : null,
    failure_reference: failure?.reference ?? null,
  };
}

/** The failure in a row. Undefined when there is none. */
export function storedFailure(row: {
  readonly failure_code: FailureCode | null;
  readonly failure_evidence: Evidence | null;
  readonly failure_reference: string | null;
}): StoredFailure | undefined {
  if (row.failure_code === null) return undefined;
  return { code: row.failure_code, evidence: row.failure_evidence ?? {}, reference: row.failure_reference ?? '' };
}

/** A reference that people can read out to support: six characters of Crockford's base 32, which has no I, L, O or U. */
export function newReference(): string {
  const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 6 }, () => characters[randomInt(characters.length)]).join('');
}

/** Whether ANAF denied the right, so that only another certificate or a new right helps. */
export function isDenial(code: FailureCode | null): boolean {
  return code === 'no-right-for-company' || code === 'no-right-for-any-company';
}
