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
      throw rateLimited(cause);
    }
  };
}

/** Limits how often somebody may guess. */
export interface GuessLimiter {
  /** Rejects with `rate-limited` when the key has guessed wrong too often in this minute. */
  refuse(key: string): Promise<void>;
  /** Counts a wrong guess. */
  count(key: string): Promise<void>;
}

/** Limits the wrong guesses of a key. Right ones are not counted, but refused like the wrong ones once the limit is reached. */
export function guessLimiter(name: string, perMinute: number): GuessLimiter {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: 60 });
  return {
    refuse: async (key) => {
      const guesses = await limiter.get(key);
      if (guesses && guesses.consumedPoints >= perMinute) throw rateLimited(guesses);
    },
    count: async (key) => {
      await limiter.penalty(key);
    },
  };
}

function rateLimited({ msBeforeNext }: RateLimiterRes): HttpProblem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new HttpProblem('rate-limited', { headers: { 'Retry-After': String(seconds) } });
}
