import type { RequestHandler, Response } from 'express';
import { newReference } from '../../authorizing/failure.ts';
import type { Logger } from '../../configuration/options.ts';

/**
 * Logs one line per request, with the route's template instead of its address, because addresses contain tickets,
 * states and codes. Gives each request a reference, which its problem answer contains too.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const reference = newReference();
    response.locals.reference = reference;
    response.once('finish', () => {
      const route: unknown = request.route?.path;
      logger.info(
        {
          method: request.method,
          // Routes are declared with their whole path, so `baseUrl` would repeat a part of it.
          route: typeof route === 'string' ? route : 'none',
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          reference,
        },
        'request',
      );
    });
    next();
  };
}

/** The reference of the current request, or an empty text before `requestLog` has run. */
export function referenceOf(response: Response): string {
  return String(response.locals.reference ?? '');
}
