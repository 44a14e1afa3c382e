import { object, safeParse, string } from 'valibot';
import { SpvProblem } from '../contract/problem.ts';

const sessionAnswer = object({ session: string() });

/**
 * Asks the host's own server for a session: `POST` with the page's cookies, answered with `{ session, expiresAt }`. For
 * pages that set the attribute `session-url` and have no script of their own.
 */
export function hostSession(sessionUrl: string): () => Promise<string> {
  return async () => {
    const response = await fetch(sessionUrl, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    }).catch((cause: unknown) => {
      throw new SpvProblem('unreachable', 'no answer from session-url', { cause });
    });
    if (!response.ok) throw new SpvProblem('session-missing', `session-url answered ${response.status}`);
    const parsed = safeParse(sessionAnswer, await response.json().catch(() => undefined));
    if (!parsed.success) throw new SpvProblem('unreadable', 'session-url did not answer { "session": "…" }');
    return parsed.output.session;
  };
}
