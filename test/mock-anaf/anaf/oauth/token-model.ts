import type { MockAnaf } from 'mock-anaf';

export const people = ['administrator', 'accountant'] as const;
export type PersonName = (typeof people)[number];

/** The real system: the codes and tokens that the mock issued, under the numbers that the model assigns to them. */
export interface TokenWorld {
  readonly mock: MockAnaf;
  readonly codes: string[];
  readonly grants: { access: string; readonly refreshTokens: string[] }[];
}

interface ModelCode {
  readonly persona: PersonName;
  readonly issuedAt: number;
  isUsed: boolean;
}

interface ModelGrant {
  readonly persona: PersonName;
  readonly openedAt: number;
  accessUntil: number;
  /** Number of the only valid refresh token. */
  newest: number;
  isDisconnected: boolean;
}

const codeSeconds = 60;
const accessSeconds = 7_776_000;
const yearSeconds = 31_536_000;

/** A minimal model of ANAF's behaviour. */
export class TokenModel {
  now: number;
  readonly codes: ModelCode[] = [];
  readonly grants: ModelGrant[] = [];

  constructor(now: number) {
    this.now = now;
  }

  issueCode(persona: PersonName): void {
    this.codes.push({ persona, issuedAt: this.now, isUsed: false });
  }

  /** Whether the exchange succeeds. */
  exchange(number: number): boolean {
    const code = this.codes[number];
    if (!code || code.isUsed || this.now - code.issuedAt > codeSeconds) return false;
    code.isUsed = true;
    const openedAt = Math.floor(this.now);
    const { persona } = code;
    this.grants.push({ persona, openedAt, accessUntil: openedAt + accessSeconds, newest: 0, isDisconnected: false });
    return true;
  }

  refresh(number: number, token: number): boolean {
    const grant = this.grants[number];
    if (!grant || grant.isDisconnected || token !== grant.newest) return false;
    if (this.now >= grant.openedAt + yearSeconds) return false;
    grant.newest += 1;
    grant.accessUntil = Math.floor(this.now) + accessSeconds;
    return true;
  }

  disconnect(persona: PersonName): void {
    for (const grant of this.grants) if (grant.persona === persona) grant.isDisconnected = true;
  }

  /** Whether the API accepts the newest access token of a grant. */
  accepts(number: number): boolean {
    const grant = this.grants[number];
    return grant !== undefined && !grant.isDisconnected && this.now < grant.accessUntil;
  }
}
