import { randomBytes } from 'node:crypto';
import type { Clock } from '../../engine/clock/clock.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { cookieOf, type MockRequest } from '../../wire/http/mock-request.ts';
import type { AuthorizeRequest } from '../oauth/authorize-request.ts';

/** What the login remembers of one browser between two of its pages. */
export interface LoginSession {
  readonly id: string;
  readonly request: AuthorizeRequest;
  /** Where the browser came with, to be sent back there once a certificate was accepted. */
  readonly authorizeAddress: string;
  /** open → accepted → (code; the session ends). `stale` ends only by a visit to the logout address. */
  status: 'open' | 'accepted' | 'stale';
  seenAt: number;
  /** Which certificate was accepted, and whose it is. */
  accepted?: ShownCertificate;
  /** Wrong PINs typed at the picker, by persona. */
  readonly wrongPins: Record<string, number>;
  /** The picker plays that the token was taken out. */
  isTokenOut: boolean;
}

/** A certificate that the login accepted. */
export interface ShownCertificate {
  /** Name of the person. */
  readonly persona: string;
  /** Hexadecimal without colons. */
  readonly serial: string;
}

const sessionCookie = 'MRHSession';
/** Whether a browser comes with a session, known or not. */
export function hasSessionCookie(request: Pick<MockRequest, 'headers'>): boolean {
  return !['deleted', undefined].includes(cookieOf(request, sessionCookie));
}

/** Also while the mock's clock stands still; who began a walk earlier must begin anew. */
const keptSessions = 2000;

export class LoginSessions {
  readonly #clock: Clock;
  readonly #inactivitySeconds: () => number;
  readonly #sessions = new Map<string, LoginSession>();

  constructor(clock: Clock, inactivitySeconds: () => number) {
    this.#clock = clock;
    this.#inactivitySeconds = inactivitySeconds;
  }

  open(request: AuthorizeRequest, authorizeAddress: string): LoginSession {
    this.#forgetOld();
    const session: LoginSession = {
      id: randomBytes(16).toString('hex'),
      request,
      authorizeAddress,
      status: 'open',
      seenAt: this.#clock.now(),
      wrongPins: {},
      isTokenOut: false,
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** The session of the browser's cookie, or of `id` where a form carries it. */
  find(request: Pick<MockRequest, 'headers'>, id = cookieOf(request, sessionCookie)): LoginSession | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    if (!session || this.#isOld(session)) return undefined;
    session.seenAt = this.#clock.now();
    return session;
  }

  end(session: LoginSession): void {
    this.#sessions.delete(session.id);
  }

  clear(): void {
    this.#sessions.clear();
  }

  #isOld(session: LoginSession): boolean {
    return Math.abs(this.#clock.now() - session.seenAt) > this.#inactivitySeconds();
  }

  #forgetOld(): void {
    for (const session of this.#sessions.values()) {
      if (this.#isOld(session) || this.#sessions.size >= keptSessions) this.#sessions.delete(session.id);
    }
  }
}

// observed: names of the cookies; assumed: what stands in them
export function sessionHeaders(
  session: LoginSession,
  request: MockRequest,
  now: number,
): Record<string, string | string[]> {
  const end = request.isSecure ? '; path=/; secure' : '; path=/';
  return {
    ...f5Headers,
    'Set-Cookie': [
      `LastMRH_Session=${session.id.slice(-8)}${end}`,
      `${sessionCookie}=${session.id}${end}`,
      `F5_ST=1z1z1z${Math.floor(now)}z600${end}`,
    ],
  };
}

export function endedSessionHeaders(): Record<string, string | string[]> {
  const past = 'path=/; expires=Thu, 01-Jan-1970 00:00:01 GMT';
  return {
    ...f5Headers,
    'Set-Cookie': ['LastMRH_Session', sessionCookie, 'F5_ST'].map((name) => `${name}=deleted; ${past}`),
  };
}
