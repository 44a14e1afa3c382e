import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { companyId, type Permission, permission, shownText, taxId } from 'spv-authorize/contract';
import * as v from 'valibot';
import { type Clock, instantOf } from '../clock.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Secret } from '../vault/secret.ts';

/** A key that signs sessions. The first of a list signs; all are accepted, so that keys can be changed one after another. */
export interface SessionKey {
  readonly id: string;
  readonly secret: Secret;
}

/** What a session says: one person of one company, on one site. */
export interface Session {
  readonly companyId: string;
  readonly userId: string;
  readonly userName: string | undefined;
  readonly permissions: readonly Permission[];
  /** The page's origin: the only one that may use the session from a browser. */
  readonly origin: string;
}

/** PostgreSQL's text takes every sign but this one. */
const withoutNul = v.check((text: string) => !text.includes('\0'), 'must hold no NUL character');

/** The host's key of a company, as it can be stored. */
export const storedCompanyId = v.pipe(companyId, withoutNul);

/** What the host's server says about the person in front of its page. */
export const sessionRequest = v.object({
  companyId: storedCompanyId,
  taxId,
  companyName: v.pipe(shownText, withoutNul),
  userId: v.pipe(v.string(), v.minLength(1), v.maxLength(128), withoutNul),
  userName: v.optional(v.pipe(shownText, withoutNul)),
  permissions: v.array(permission),
  origin: v.pipe(v.string(), v.url()),
});
export type SessionRequest = v.InferOutput<typeof sessionRequest>;

const claims = v.object({
  sub: v.string(),
  company: companyId,
  name: v.optional(v.string()),
  permissions: v.array(permission),
  origin: v.string(),
});

const sessionLifetimeSeconds = 15 * 60;

/** Short-lived JWTs (HS256). A page asks its host for a new one when this one ends. */
export class Sessions {
  readonly #keys: readonly SessionKey[];
  readonly #clock: Clock;
  readonly #issuer: string;

  constructor(keys: readonly SessionKey[], clock: Clock, issuer: string) {
    this.#keys = keys;
    this.#clock = clock;
    this.#issuer = issuer;
  }

  async sign(session: Session): Promise<{ session: string; expiresAt: number }> {
    const [key] = this.#keys;
    if (!key) throw new TypeError('"sessionKeys" must hold at least one key');
    const now = instantOf(this.#clock);
    const expiresAt = now + sessionLifetimeSeconds;
    const { companyId: company, userName, permissions, origin } = session;
    const token = await new SignJWT({ company, ...(userName && { name: userName }), permissions, origin })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setSubject(session.userId)
      .setIssuer(this.#issuer)
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(bytesOf(key));
    return { session: token, expiresAt };
  }

  /** Throws `session-expired` for one whose time is over, `session-missing` for anything else that is not ours. */
  async read(token: string): Promise<Session> {
    const payload = await this.#verify(token);
    const result = v.safeParse(claims, payload);
    if (!result.success) throw new HttpProblem('session-missing');
    const { sub: userId, company, name: userName, permissions, origin } = result.output;
    return { companyId: company, userId, userName, permissions, origin };
  }

  async #verify(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.#keyOf(header), {
        algorithms: ['HS256'],
        issuer: this.#issuer,
        currentDate: new Date(this.#clock.now() * 1000),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (cause) {
      throw new HttpProblem(cause instanceof errors.JWTExpired ? 'session-expired' : 'session-missing', { cause });
    }
  }

  #keyOf({ kid }: JWTHeaderParameters): Uint8Array {
    const key = this.#keys.find(({ id }) => id === kid);
    if (!key) throw new HttpProblem('session-missing');
    return bytesOf(key);
  }
}

function bytesOf({ secret }: SessionKey): Uint8Array {
  return new TextEncoder().encode(secret.reveal());
}
