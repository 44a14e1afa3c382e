import { AnafError } from '../../anaf/anaf-error.ts';
import type { Import } from '../../authorizations/grant-import.ts';
import { anafUnavailable, HttpProblem } from '../middleware/problem.ts';

/** Waits for a call to ANAF, and converts its `AnafError` to a problem. */
export async function fromAnaf<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof AnafError ? toProblem(error) : error;
  }
}

/** Like `fromAnaf`, for a call that must not simply be repeated. */
export async function fromUpload<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof AnafError)) throw error;
    if (error.code !== 'unavailable') throw toProblem(error);
    const detail =
      'ANAF may have taken the invoice nevertheless. Look for it in the messages before you send it again.';
    throw new HttpProblem('anaf-unavailable', { detail, cause: error });
  }
}

/** The problem of an import that ANAF's answer prevented. */
export function importProblem(result: Exclude<Import, { readonly kind: 'imported' }>): HttpProblem {
  switch (result.kind) {
    case 'company-unknown':
      return new HttpProblem('company-unknown');
    case 'denied':
      return new HttpProblem('no-right');
    case 'token-refused':
      return new HttpProblem('anaf-refused', { detail: 'ANAF refused the access token.' });
    case 'service-missing':
      return new HttpProblem('service-missing');
    case 'silent':
      return anafUnavailable();
    default:
      return result satisfies never;
  }
}

/** ANAF's own text is passed on where it says what the host can correct. */
function toProblem(cause: AnafError): HttpProblem {
  switch (cause.code) {
    case 'not-authorized':
      return new HttpProblem('not-authorized', { cause });
    case 'unavailable':
      return anafUnavailable(cause);
    case 'message-unknown':
      return new HttpProblem('message-unknown', { cause });
    case 'no-right':
    case 'quota-exceeded':
      return new HttpProblem(cause.code, { detail: cause.message, cause });
    case 'refused':
      return new HttpProblem('anaf-refused', { detail: cause.message, cause });
    default:
      return cause.code satisfies never;
  }
}
