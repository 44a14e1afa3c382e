import type { ErrorRequestHandler, Response } from 'express';
import { InvalidInputError } from '../../companies/input.ts';
import type { Logger } from '../../configuration/options.ts';
import { isCompanyGone } from '../../storage/database-error.ts';
import { HttpProblem } from './problem.ts';
import { referenceOf } from './request-log.ts';

/** Turns an error of the JSON endpoints into a problem answer (RFC 9457). */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = toProblem(error);
    logTrouble(logger, problem, response);
    response
      .status(problem.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(JSON.stringify(problem.toDetails(referenceOf(response))));
  };
}

/**
 * Converts an error: an `HttpProblem` is returned unchanged, client errors of the body parser and the router become
 * `malformed-request` or `payload-too-large`, a company that was deleted meanwhile becomes `company-unknown`, and any
 * other error becomes `internal-error`.
 */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof InvalidInputError)
    return new HttpProblem('malformed-request', { errors: [...error.fields], cause: error });
  if (isCompanyGone(error)) return new HttpProblem('company-unknown', { cause: error });
  const { status, type } = partsOf(error);
  if (type === 'entity.too.large') return new HttpProblem('payload-too-large', { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    const detail = type === 'entity.parse.failed' ? 'The body is not JSON.' : undefined;
    return new HttpProblem('malformed-request', { cause: error, ...(detail && { detail }) });
  }
  return new HttpProblem('internal-error', { cause: error });
}

/** Logs the cause of an internal error. The caller causes every other problem, and only the caller receives it. */
export function logTrouble(logger: Logger, problem: HttpProblem, response: Response): void {
  if (problem.code !== 'internal-error') return;
  logger.error({ reference: referenceOf(response), err: errorForLog(problem.cause) }, 'a request failed');
}

/**
 * The parts of an error that may be logged. Database errors also contain the parameters of the statement, for example
 * ciphertexts and names.
 */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: `not an error but a ${typeof error}` };
  const { name, message, stack, cause } = error;
  return {
    ...{ name, message, stack },
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(cause !== undefined && { cause: errorForLog(cause) }),
  };
}

function partsOf(error: unknown): { status: number | undefined; type: string | undefined } {
  if (!(error instanceof Error)) return { status: undefined, type: undefined };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : undefined;
  return { status, type };
}
