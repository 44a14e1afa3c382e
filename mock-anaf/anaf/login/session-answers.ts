import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type HttpAnswer, html } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { type LoginSession, sessionCookie } from './login-sessions.ts';

/**
 * Headers that give a browser its session. Observed: the names of the three cookies, and attributes in small letters, which the package
 * `cookie` does not write. Assumed: their values.
 */
export function sessionHeaders(
  session: Pick<LoginSession, 'id'>,
  { isSecure }: Pick<MockRequest, 'isSecure'>,
  now: number,
): Record<string, string | string[]> {
  const attributes = isSecure ? '; path=/; secure' : '; path=/';
  return {
    ...f5Headers,
    'Set-Cookie': [
      `LastMRH_Session=${session.id.slice(-8)}${attributes}`,
      `${sessionCookie}=${session.id}${attributes}`,
      `F5_ST=1z1z1z${Math.floor(now)}z600${attributes}`,
    ],
  };
}

/** Headers that delete the session cookies. */
export function endedSessionHeaders(): Record<string, string | string[]> {
  const past = 'path=/; expires=Thu, 01-Jan-1970 00:00:01 GMT';
  return {
    ...f5Headers,
    'Set-Cookie': ['LastMRH_Session', sessionCookie, 'F5_ST'].map((name) => `${name}=deleted; ${past}`),
  };
}

// observed: the words; assumed: the same page answers a request to the certificate step without a session
export function sessionFinished(reason: string): HttpAnswer {
  return html(200, sessionFinishedPage, reason, { headers: f5Headers });
}
