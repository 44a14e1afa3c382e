import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import type { KeyPair } from '../pki/keys.ts';
import type { Grant, MockState } from '../state/mock-state.ts';

const keyId = 'anaf_2023_2024';

/** Signs and reads the tokens of the mock. Its key is not published, as ANAF's is not. */
export class TokenMaker {
  readonly #privateKey: Awaited<ReturnType<typeof importPKCS8>>;
  readonly #publicKey: ReturnType<typeof createPublicKey>;

  private constructor(privateKey: Awaited<ReturnType<typeof importPKCS8>>, keys: KeyPair) {
    this.#privateKey = privateKey;
    this.#publicKey = createPublicKey(keys.publicKeyPem);
  }

  static async create(keys: KeyPair): Promise<TokenMaker> {
    return new TokenMaker(await importPKCS8(keys.privateKeyPem, 'RS512'), keys);
  }

  /** A JWT signed with RS512. */
  sign(claims: object): Promise<string> {
    return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS512', kid: keyId }).sign(this.#privateKey);
  }

  /** The claims of a token that this mock signed, whatever their dates; `undefined` for anything else. */
  read(token: string): Readonly<Record<string, unknown>> | undefined {
    const [header, payload, signature, more] = token.split('.');
    if (!header || !payload || !signature || more !== undefined) return undefined;
    // Synchronous and in one thread: 30 µs, against the 50 µs of a promise-based check.
    const isOurs = verify(
      'RSA-SHA512',
      Buffer.from(`${header}.${payload}`),
      this.#publicKey,
      Buffer.from(signature, 'base64url'),
    );
    return isOurs ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined;
  }
}

/** 32 hexadecimal digits that begin with the grant's own 16 and its mark. */
export function newTokenId({ id, mark }: Pick<Grant, 'id' | 'mark'>): string {
  return id + mark + randomBytes(4).toString('hex');
}

/** The grant of an access token by its `jti`; `undefined` if it is not there, or is another one with the id of an earlier one. */
export function grantOfToken({ grants }: MockState, tokenId: string): Grant | undefined {
  const id = tokenId.slice(0, 16);
  const grant = Object.hasOwn(grants, id) ? grants[id] : undefined;
  return grant && tokenId.startsWith(id + grant.mark) ? grant : undefined;
}

/** 64 hexadecimal digits that begin with the grant's own 16: the token that does not say what it is. */
export function newOpaqueToken(grantId: string): string {
  return grantId + randomBytes(24).toString('hex');
}

/** The grant that a token names, without proof that it is genuine: for a refresh token its hash is the proof. */
export function grantIdIn(token: string): string | undefined {
  if (/^[0-9a-f]{64}$/.test(token)) return token.slice(0, 16);
  try {
    const { jti } = decodeJwt(token);
    return jti?.slice(0, 16);
  } catch {
    // Not a token of anybody.
    return undefined;
  }
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
