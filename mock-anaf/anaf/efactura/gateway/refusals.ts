import { longTime } from '../../../engine/clock/romanian-time.ts';
import type { Engine } from '../../../engine/engine.ts';
import { type Answer, type HttpAnswer, json, text } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';

/** Observed 2026-10-09 in the test environment: a sporadic error with this code. */
export const technicalErrorText = 'A aparut o eroare tehnica. Cod: 1814';

/** Documented: 403 for a path outside the scope of the token. Observed: also for an unknown path. Assumed: the body. */
export function forbidden(reason: string): HttpAnswer {
  return json(403, { message: 'Forbidden', status: '403' }, reason);
}

/** Answers an unknown path. Observed at api.anaf.ro: 403, not 404. */
export function noRoute({ method, path }: MockRequest, expected: readonly string[]): Answer {
  return { ...forbidden(`no route for ${method} ${path}`), expected };
}

/** A 400 of the API. Documented, with this order of keys. */
export function badRequest(
  { clock }: Pick<Engine, 'clock'>,
  message: string,
  expected?: readonly string[],
): HttpAnswer {
  const body = { timestamp: longTime(clock.now()), status: 400, error: 'Bad Request', message };
  return json(400, body, `bad request: ${message}`, { ...(expected && { expected }) });
}

/**
 * The answer to a call over the limit per minute. Documented: the status 429. Assumed: everything else, so `limitAnswer` is a setting.
 * At least one client also treats 204 as a limit.
 */
export function overLimit({ limitAnswer }: Pick<Engine, 'limitAnswer'>, reason: string): HttpAnswer {
  const { status, contentType, body, retryAfterSeconds } = limitAnswer;
  const retryAfter = retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) };
  if (status === 204) return { ...text(204, '', reason), headers: retryAfter };
  return text(status, body, reason, { headers: { 'Content-Type': contentType, ...retryAfter } });
}
