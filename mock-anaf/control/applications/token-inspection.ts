import type { AnafService } from '../../engine/state/mock-state.ts';

/** Content of a JWT part, decoded but not verified. */
export type JwtPart = Readonly<Record<string, unknown>>;

/** The content of a token, and whether the mock would accept it now. */
export interface TokenInspection {
  /** `jwt`, one of ANAF's opaque tokens (64 hexadecimal digits), or neither. */
  readonly form: 'jwt' | 'opaque' | 'unreadable';
  readonly header: JwtPart | null;
  /** As written in the token, even if the signature is wrong. */
  readonly claims: JwtPart | null;
  /** Whether this mock signed it; `null` for a token without a signature. */
  readonly isSignedHere: boolean | null;
  /** Kind of token. For an opaque token it is known only if it is the current refresh token of its grant. */
  readonly use: 'access' | 'refresh' | 'unknown';
  /** Whether the API (access token) or the token endpoint (refresh token) would accept it now. */
  readonly isGood: boolean;
  /** The first check that fails, in the words of the journal. */
  readonly refusal: string | null;
  readonly grant: InspectedGrant | null;
}

/** The grant that a token belongs to. */
export interface InspectedGrant {
  readonly id: string;
  readonly clientId: string;
  readonly persona: string;
  readonly services: readonly AnafService[];
  /** Epoch seconds, like the two fields below. */
  readonly createdAt: number;
  readonly refreshExpiresAt: number;
  readonly disconnectedAt: number | null;
  /** CUIs that the certificate has rights for now. */
  readonly companies: readonly string[];
}
