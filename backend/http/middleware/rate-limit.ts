import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from './problem.ts';

/** At most so many requests a minute from one address. Guards this process; ANAF's quotas are another matter. */
export function rateLimit(name: string, perMinute: number): RequestHandler {
  const limit = limiter(name, perMinute);
  return async (request, _response, next) => {
    await limit(request.ip ?? 'unknown');
    next();
  };
}

/** Counts one use under the key; rejects with `rate-limited` and `Retry-After` when there were too many. */
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
