import type { MockAnaf } from 'mock-anaf';

export const people = ['administrator', 'accountant'] as const;
export type PersonName = (typeof people)[number];

/** What is really there: the codes and tokens that the mock gave out, by the numbers that the model gives them. */
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
  /** Number of the only refresh token that works. */
  newest: number;
  isDisconnected: boolean;
}

const codeSeconds = 60;
const accessSeconds = 7_776_000;
const yearSeconds = 31_536_000;

/** What ANAF should do, in the fewest words. */
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

  /** Whether the exchange is good. */
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

  /** Whether the newest access token of a grant is taken by the API. */
  accepts(number: number): boolean {
    const grant = this.grants[number];
    return grant !== undefined && !grant.isDisconnected && this.now < grant.accessUntil;
  }
}
