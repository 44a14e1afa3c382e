import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type HttpAnswer, html } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import { type LoginSession, sessionCookie } from './login-sessions.ts';

/**
 * Headers that set the session cookies. Observed: the names of the three cookies, and attributes in lower case, which the package
 * `cookie` cannot write. Assumed: the values of the cookies.
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

/**
 * The page for a session that has ended. Observed: its text. Assumed: it also answers requests to the certificate step without a
 * session.
 */
export function sessionFinished(reason: string): HttpAnswer {
  return html(200, sessionFinishedPage, reason, { headers: f5Headers });
}
