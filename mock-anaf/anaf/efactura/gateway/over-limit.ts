import type { MockParts } from '../../../parts.ts';
import { type HttpAnswer, text } from '../../../wire/http/answer.ts';

// documented: the status 429; assumed: all else, which is why `limitAnswer` is a setting. 204: observed in a client that waits
export function overLimit({ limitAnswer }: MockParts, reason: string): HttpAnswer {
  const { status, contentType, body, retryAfterSeconds } = limitAnswer;
  const retryAfter = retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) };
  if (status === 204) return { ...text(204, '', reason), headers: retryAfter };
  return text(status, body, reason, { headers: { 'Content-Type': contentType, ...retryAfter } });
}
