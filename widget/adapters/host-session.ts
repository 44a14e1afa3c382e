import { object, safeParse, string } from 'valibot';
import type { CallOptions } from '../contract/adapter.ts';
import { SpvProblem } from '../contract/problem.ts';

const sessionAnswer = object({ session: string() });

/**
 * Returns a `getSession` that asks the host's own server: `POST` with the page's cookies, answered with
 * `{ session, expiresAt }`. Used for the attribute `session-url`. Rejects with `SpvProblem`.
 */
export function hostSession(sessionUrl: string): (options: CallOptions) => Promise<string> {
  return async ({ signal }) => {
    const response = await fetch(sessionUrl, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      signal,
    }).catch((cause: unknown) => {
      throw new SpvProblem('unreachable', 'no answer from session-url', { cause });
    });
    return sessionOf(response);
  };
}

/** Distinguishes a host that is down, a person who is no longer signed in, and a mistake in the page. */
async function sessionOf(response: Response): Promise<string> {
  const { status } = response;
  if (status >= 500) throw new SpvProblem('unreachable', `session-url answered ${status}`, { status });
  if (status === 404 || status === 405)
    throw new SpvProblem('unreadable', `session-url answered ${status}`, { status });
  const body = response.ok && !response.redirected ? await jsonOf(response) : undefined;
  // Many frameworks redirect to their login page, which answers with status 200 and HTML.
  if (body === undefined) throw new SpvProblem('session-missing', 'session-url gave no session', { status });
  const parsed = safeParse(sessionAnswer, body);
  if (!parsed.success) throw new SpvProblem('unreadable', 'session-url did not answer { "session": "…" }');
  return parsed.output.session;
}

/** `undefined` when the body is not JSON. */
async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
