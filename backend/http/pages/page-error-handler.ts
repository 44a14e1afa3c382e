import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../configuration/options.ts';
import { logTrouble, toProblem } from '../middleware/error-handler.ts';
import { type PageBasics, sendNotice } from './visit.ts';

/** Answers an error of the pages with a page. */
export function pageErrorHandler(dependencies: PageBasics & { readonly logger: Logger }): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = toProblem(error);
    logTrouble(dependencies.logger, problem, response);
    response.set(problem.headers);
    const notice = problem.status === 429 ? 'busy' : problem.status >= 500 ? 'failed' : 'not-found';
    sendNotice(dependencies, { request, response }, problem.status, notice);
  };
}
