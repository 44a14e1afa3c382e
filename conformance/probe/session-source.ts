import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Permission } from 'spv-authorize/contract';
import { exchange } from './answer.ts';

/** What a host says about the person in front of its page: the body of `POST /host/v1/sessions`. */
export interface SessionRequest {
  readonly companyId: string;
  readonly taxId: string;
  readonly companyName: string;
  readonly userId: string;
  readonly userName: string;
  readonly permissions: readonly Permission[];
  readonly origin: string;
}

/** Makes sessions as the host of the backend does. */
export type SessionSource = (request: SessionRequest) => Promise<string>;

/** The host's side does not give a session. */
export class SessionSourceError extends Error {
  override readonly name = 'SessionSourceError';
}

/** Sessions from the backend's own host API. */
export function sessionsByHostKey(baseUrl: string, hostKey: string): SessionSource {
  return async (request) => {
    const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
    const url = new URL(`${baseUrl}/host/v1/sessions`);
    const { status, body } = await exchange(url, { method: 'POST', headers, body: JSON.stringify(request) });
    if (status !== 201)
      throw new SessionSourceError(`POST /host/v1/sessions answered HTTP ${status}: ${body.slice(0, 500)}`);
    return sessionIn(body);
  };
}

/**
 * Sessions from a command of the host's own. It reads the request as JSON from its standard input, and prints the session, or
 * `{"session": …}`.
 */
export function sessionsByCommand(command: string): SessionSource {
  return async (request) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    child.stdin.on('error', () => {}); // a command that needs no input may close it early
    child.stdin.end(JSON.stringify(request));
    const [printed, exitCode] = await Promise.all([text(child.stdout), ended]);
    if (exitCode !== 0) throw new SessionSourceError(`the session command ended with exit code ${exitCode}`);
    return sessionIn(printed);
  };
}

function sessionIn(printed: string): string {
  const session = printed.trim().startsWith('{') ? fieldOf(printed) : printed.trim();
  if (!/^\S+$/.test(session))
    throw new SessionSourceError('the host gave no session: expected a token or {"session": …}');
  return session;
}

function fieldOf(json: string): string {
  const answer: unknown = JSON.parse(json);
  const isAnswer = typeof answer === 'object' && answer !== null && 'session' in answer;
  return isAnswer && typeof answer.session === 'string' ? answer.session : '';
}
