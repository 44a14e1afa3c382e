import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from './problem.ts';

/** Limits how many requests per minute one address may send to this process. */
export function rateLimit(name: string, perMinute: number): RequestHandler {
  const limit = limiter(name, perMinute);
  return async (request, _response, next) => {
    await limit(request.ip ?? 'unknown');
    next();
  };
}

/** Counts one use of a key. Rejects with `rate-limited` and `Retry-After` above the limit. */
export function limiter(name: string, perMinute: number): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause;
      const seconds = Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
      throw new HttpProblem('rate-limited', { headers: { 'Retry-After': String(seconds) } });
    }
  };
}
