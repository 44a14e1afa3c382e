import { randomBytes } from 'node:crypto';
import type { Clock } from '../../engine/clock/clock.ts';
import { cookieOf, formOf, type MockRequest } from '../../wire/http/mock-request.ts';

/** The authorization request that brought a browser to the login, and where the browser goes afterwards. */
export interface LoginTarget {
  /** The application that requests the authorization. */
  readonly clientId: string;
  /** Path and query of the authorization request. The browser returns there when its certificate has been accepted. */
  readonly authorizeAddress: string;
  /** Where the browser goes if its certificate is refused: the redirect address of the application with `error=access_denied`. */
  readonly refusedAddress: string;
}

/** What the login remembers about one browser between two pages. */
export interface LoginSession extends LoginTarget {
  readonly id: string;
  /** `open` → `accepted` → a code is issued and the session ends. `stale` ends only at the logout address. */
  status: 'open' | 'accepted' | 'stale';
  /** Epoch seconds of the last request. */
  seenAt: number;
  /** Present when a certificate has been accepted. */
  accepted?: ShownCertificate;
  /** Number of wrong PINs entered at the picker, by persona. */
  readonly wrongPins: Record<string, number>;
  /** The picker shows the USB token as unplugged. */
  isTokenOut: boolean;
}

/** A certificate that the login accepted. */
export interface ShownCertificate {
  /** Name of the person. */
  readonly persona: string;
  /** Hexadecimal without colons. */
  readonly serial: string;
}

/** Name of the F5's cookie that contains the session id. */
export const sessionCookie = 'MRHSession';

/** Limits the memory of a long run, even while the mock's clock is frozen. The oldest sessions are dropped. */
const keptSessions = 2000;

/** Whether a request has a session cookie, of a known session or not. */
export function hasSessionCookie(request: Pick<MockRequest, 'headers'>): boolean {
  return !['deleted', undefined].includes(cookieOf(request, sessionCookie));
}

/** The application that a request of the login belongs to: named in the URL, otherwise known from the session. */
export function clientIdOf(loginSessions: LoginSessions, request: MockRequest): string | undefined {
  const named = request.query.get('client_id');
  if (named !== null) return named;
  const session = request.method === 'POST' ? formOf(request).get('session') : null;
  return loginSessions.find(request, session ?? undefined)?.clientId;
}

/** The open login sessions of all browsers. */
export class LoginSessions {
  readonly #clock: Clock;
  readonly #inactivitySeconds: () => number;
  readonly #sessions = new Map<string, LoginSession>();

  /** @param inactivitySeconds after which a session is forgotten, read at each use */
  constructor(clock: Clock, inactivitySeconds: () => number) {
    this.#clock = clock;
    this.#inactivitySeconds = inactivitySeconds;
  }

  /** Starts a session for a browser that begins an authorization. */
  open({ clientId, authorizeAddress, refusedAddress }: LoginTarget): LoginSession {
    this.#forgetOld();
    const session: LoginSession = {
      id: randomBytes(16).toString('hex'),
      clientId,
      authorizeAddress,
      refusedAddress,
      status: 'open',
      seenAt: this.#clock.now(),
      wrongPins: {},
      isTokenOut: false,
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** Finds the session of the browser's cookie, or the session `id` if a form names one. */
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

  /** Compares in both directions, because a test may also move the clock back. */
  #isOld(session: LoginSession): boolean {
    return Math.abs(this.#clock.now() - session.seenAt) > this.#inactivitySeconds();
  }

  #forgetOld(): void {
    for (const session of this.#sessions.values()) {
      if (this.#isOld(session) || this.#sessions.size >= keptSessions) this.#sessions.delete(session.id);
    }
  }
}
