import { createHash, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeyPair } from '../../engine/pki/keys.ts';
import { tokenHeader } from '../../engine/pki/token-header.ts';
import type { Grant, MockState } from '../../engine/state/mock-state.ts';

/** Signs on the thread pool, so that other requests are handled in the meantime. */
const signOnPool = promisify(sign);
const algorithm = 'RSA-SHA512';
/** Size of the cache of verified tokens. Verifying the same signature at every call would take a third of the response time. */
const keptChecks = 1000;

type Claims = Readonly<Record<string, unknown>>;

/** Signs and verifies the tokens of the mock. The public key is not published, as at ANAF. */
export class TokenMaker {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #checked = new Map<string, { readonly token: string; readonly claims: Claims }>();

  constructor({ privateKeyPem, publicKeyPem }: KeyPair) {
    this.#privateKey = createPrivateKey(privateKeyPem);
    this.#publicKey = createPublicKey(publicKeyPem);
  }

  /** A JWT signed with RS512. */
  async sign(claims: object): Promise<string> {
    const content = `${tokenHeader}.${base64url(claims)}`;
    const signature = await signOnPool(algorithm, Buffer.from(content), this.#privateKey);
    return `${content}.${signature.toString('base64url')}`;
  }

  /** The claims of a token that this mock signed, even if it has expired; `undefined` for any other text. */
  read(token: string): Claims | undefined {
    // The key is the end of the signature, because the cost of a lookup grows with the length of the key.
    const key = token.slice(-40);
    const known = this.#checked.get(key);
    if (known?.token === token) return known.claims;
    const claims = this.#check(token);
    if (!claims) return undefined;
    if (this.#checked.size >= keptChecks) this.#checked.clear();
    this.#checked.set(key, { token, claims });
    return claims;
  }

  #check(token: string): Claims | undefined {
    const [head, payload, signature, more] = token.split('.');
    if (!head || !payload || !signature || more !== undefined) return undefined;
    const content = Buffer.from(`${head}.${payload}`);
    const isOurs = verify(algorithm, content, this.#publicKey, Buffer.from(signature, 'base64url'));
    return isOurs ? claimsIn(payload) : undefined;
  }
}

/** A `jti`: 32 hexadecimal digits that begin with the grant's id and mark. */
export function newTokenId({ id, mark }: Pick<Grant, 'id' | 'mark'>): string {
  return id + mark + randomBytes(4).toString('hex');
}

/** The grant of an access token by its `jti`; `undefined` if it does not exist, or only a later grant with the same id exists. */
export function grantOfToken({ grants }: MockState, tokenId: string): Grant | undefined {
  const id = tokenId.slice(0, 16);
  const grant = Object.hasOwn(grants, id) ? grants[id] : undefined;
  return grant && tokenId.startsWith(id + grant.mark) ? grant : undefined;
}

/** An opaque token: 64 hexadecimal digits that begin with the grant's id. */
export function newOpaqueToken(grantId: string): string {
  return grantId + randomBytes(24).toString('hex');
}

/** The id of the grant that a token names. Does not check whether the token is genuine; a refresh token must be checked by its hash. */
export function grantIdIn(token: string): string | undefined {
  if (/^[0-9a-f]{64}$/.test(token)) return token.slice(0, 16);
  const [, payload, signature] = token.split('.');
  if (!payload || !signature) return undefined;
  const jti = claimsIn(payload)?.jti;
  return typeof jti === 'string' ? jti.slice(0, 16) : undefined;
}

/** SHA-256 of a token. The state stores only the hash of a refresh token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function claimsIn(payload: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    // The cast is safe: any object is a record of unknown values.
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    // Not a token.
    return undefined;
  }
}
