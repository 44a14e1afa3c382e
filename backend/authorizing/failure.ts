import { randomInt } from 'node:crypto';
import { causes } from 'spv-authorize/catalogue';
import { diagnose, type Evidence, type Failure, type FailureCode } from 'spv-authorize/contract';

/** A failure as it is stored; the diagnosis is made from it when it is read. */
export interface StoredFailure {
  readonly code: FailureCode;
  readonly evidence: Evidence;
  readonly reference: string;
}

export function failureOf(code: FailureCode, evidence: Evidence): StoredFailure {
  return { code, evidence, reference: newReference() };
}

export function toFailure({ code, evidence, reference }: StoredFailure): Failure {
  const diagnosis = diagnose(code, evidence);
  const [likeliest] = diagnosis.causes;
  return { code, retryable: likeliest ? causes[likeliest.cause].retryable : false, diagnosis, evidence, reference };
}

export function failureColumns(failure: StoredFailure | undefined) {
  return {
    failure_code: failure?.code ?? null,
    failure_evidence: failure ? JSON.stringify(failure.evidence) : null,
    failure_reference: failure?.reference ?? null,
  };
}

export function storedFailure(row: {
  readonly failure_code: FailureCode | null;
  readonly failure_evidence: Evidence | null;
  readonly failure_reference: string | null;
}): StoredFailure | undefined {
  if (row.failure_code === null) return undefined;
  return { code: row.failure_code, evidence: row.failure_evidence ?? {}, reference: row.failure_reference ?? '' };
}

/** Six signs that are told apart when read aloud: no I, L, O, U (Crockford's base 32). */
export function newReference(): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');
}
