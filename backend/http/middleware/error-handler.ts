import type { ErrorRequestHandler, Response } from 'express';
import { InvalidInputError } from '../../companies/input.ts';
import type { Logger } from '../../configuration/options.ts';
import { HttpProblem } from './problem.ts';
import { referenceOf } from './request-log.ts';

/** The one place where the JSON faces turn an error into an answer. */
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

/** Ours as it is; the body parser's and the router's by what they say; anything else is our own fault. */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof InvalidInputError)
    return new HttpProblem('malformed-request', { errors: [...error.fields], cause: error });
  const { status, type } = partsOf(error);
  if (type === 'entity.too.large') return new HttpProblem('payload-too-large', { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    const detail = type === 'entity.parse.failed' ? 'The body is not JSON.' : undefined;
    return new HttpProblem('malformed-request', { cause: error, ...(detail && { detail }) });
  }
  return new HttpProblem('internal-error', { cause: error });
}

export function logTrouble(logger: Logger, problem: HttpProblem, response: Response): void {
  if (problem.code !== 'internal-error') return;
  logger.error({ reference: referenceOf(response), err: errorForLog(problem.cause) }, 'a request failed');
}

/**
 * What of an error belongs into the log. Databases hang the parameters of the statement on theirs: ciphertexts, names,
 * whatever was to be stored.
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
