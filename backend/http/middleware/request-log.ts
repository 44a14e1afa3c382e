import type { RequestHandler, Response } from 'express';
import { newReference } from '../../authorizing/failure.ts';
import type { Logger } from '../../configuration/options.ts';

/**
 * One line a request, with the route's template instead of the address: tickets, states and codes stand in addresses.
 * Gives every request the reference that its problem answer carries.
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
          route: typeof route === 'string' ? `${request.baseUrl}${route}` : 'none',
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

export function referenceOf(response: Response): string {
  return String(response.locals.reference ?? '');
}
