import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { companyId, emailAddress, type Permission, permission, taxId, writtenLanguage } from 'spv-authorize/contract';
import * as v from 'valibot';
import { storable, storedCompanyId, storedText } from '../companies/input.ts';
import { contacts } from '../companies/people.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';

/**
 * A key that signs sessions. The first key of a list signs, and all are accepted, so that keys can be replaced one
 * after the other.
 */
export interface SessionKey {
  readonly id: string;
  readonly secret: Secret;
}

/** What a session says: one person of one company on one site. */
export interface Session {
  readonly companyId: string;
  readonly userId: string;
  readonly userName: string | undefined;
  readonly permissions: readonly Permission[];
  /** Origin of the page. Requests from pages of any other origin are refused. */
  readonly origin: string;
}

/** The host's account that a company belongs to. */
export const account = v.optional(v.strictObject({ id: storedCompanyId, name: storedText }));

/** What the host's server says about the company and the person in front of its page. */
export const sessionRequest = v.strictObject({
  companyId: storedCompanyId,
  taxId,
  companyName: storedText,
  /** The host's account of the person. Without it the company keeps the account of an earlier session. */
  account,
  userId: v.pipe(v.string(), v.minLength(1), v.maxLength(128), storable),
  userName: v.optional(storedText),
  /** Where the person is told what happens to an authorization or a link of theirs. */
  userEmail: v.optional(emailAddress),
  /** Language of e-mails to the person. Default: Romanian. */
  userLanguage: v.optional(writtenLanguage),
  /** Who else is told. Replaces the contacts of earlier sessions; without it they stay. */
  contacts,
  permissions: v.array(permission),
  origin: v.pipe(v.string(), v.url()),
});
/** Argument of `sessions.create()`. */
export type SessionRequest = v.InferOutput<typeof sessionRequest>;

const claims = v.object({
  sub: v.string(),
  company: companyId,
  name: v.optional(v.string()),
  permissions: v.array(permission),
  origin: v.string(),
});

/**
 * A token that is not accepted as a session. `expired`: its lifetime is over. `invalid`: this backend did not sign it,
 * or a claim is missing.
 */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: 'expired' | 'invalid';

  constructor(code: SessionError['code'], options: { cause?: unknown } = {}) {
    super(`the session is ${code}`, options);
    this.code = code;
  }
}

const sessionLifetimeSeconds = 15 * 60;

/** Signs and verifies sessions: JWTs (HS256) of 15 minutes. A page asks its host for a new one when it ends. */
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
    if (!key) throw new TypeError('"sessionKeys" must contain at least one key');
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

  /** Checks signature, issuer and expiry. Throws `SessionError`. */
  async read(token: string): Promise<Session> {
    const payload = await this.#verify(token);
    const result = v.safeParse(claims, payload);
    if (!result.success) throw new SessionError('invalid');
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
      throw new SessionError(cause instanceof errors.JWTExpired ? 'expired' : 'invalid', { cause });
    }
  }

  #keyOf({ kid }: JWTHeaderParameters): Uint8Array {
    const key = this.#keys.find(({ id }) => id === kid);
    if (!key) throw new SessionError('invalid');
    return bytesOf(key);
  }
}

function bytesOf({ secret }: SessionKey): Uint8Array {
  return new TextEncoder().encode(secret.reveal());
}
