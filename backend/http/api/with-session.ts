import type { Request, RequestHandler, Response } from 'express';
import type { Permission } from 'spv-authorize/contract';
import { type Session, SessionError, type Sessions } from '../../sessions/session.ts';
import { bearerToken } from '../middleware/bearer-token.ts';
import { HttpProblem } from '../middleware/problem.ts';

/** A handler that knows who asks. */
export type SessionHandler = (session: Session, request: Request, response: Response) => Promise<void>;

/** Handles a request only with a valid session that has the permission, and only from a page of the session's origin. */
export function withSession(sessions: Sessions, permission: Permission, handle: SessionHandler): RequestHandler {
  return async (request, response) => {
    const token = bearerToken(request.get('authorization'));
    if (!token) throw new HttpProblem('session-missing');
    const session = await readSession(sessions, token);
    const origin = request.get('origin');
    if (origin !== undefined && origin !== session.origin) throw new HttpProblem('origin-refused');
    if (!session.permissions.includes(permission)) throw new HttpProblem('permission-missing');
    await handle(session, request, response);
  };
}

async function readSession(sessions: Sessions, token: string): Promise<Session> {
  try {
    return await sessions.read(token);
  } catch (cause) {
    if (!(cause instanceof SessionError)) throw cause;
    throw new HttpProblem(cause.code === 'expired' ? 'session-expired' : 'session-missing', { cause });
  }
}
