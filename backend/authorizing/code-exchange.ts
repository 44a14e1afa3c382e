import type { CertificateIdentity, FailureCode } from 'spv-authorize/contract';
import type { EFacturaApi } from '../anaf/efactura-api.ts';
import type { OAuthClient, TokenAnswer } from '../anaf/oauth-client.ts';
import { checkRight } from '../anaf/rights.ts';
import { readTokenClaims } from '../anaf/token-claims.ts';
import { eFacturaRole, meaningOfRedirectError } from '../anaf/vocabulary.ts';
import type { GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { persist } from '../storage/persist.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';
import { settleCandidate, storeCandidate } from './candidates.ts';
import { failUnlessKept } from './interrupted-exchanges.ts';
import { failOpening, type OpeningOutcome } from './outcome.ts';

/** What ANAF's redirect says about the login. Every known redirect has exactly one of `code` and `error`. */
export interface ExchangeParameters {
  readonly code: Secret | undefined;
  readonly error: string | undefined;
}

/** An opening whose callback has arrived. */
interface ReturnedOpening {
  readonly id: string;
  readonly attempt_id: string;
}

export interface CodeExchangeDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly oauth: OAuthClient;
  readonly api: EFacturaApi;
  readonly answerWithinSeconds: number;
  /** Receives the reason of an unsuccessful exchange or rights check, for the log. */
  readonly onTrouble: (trouble: { readonly reason: string; readonly attemptId: string }) => void;
}

/** Exchanges the code of a callback for tokens, stores them as a candidate and checks the right. */
export class CodeExchange {
  readonly #dependencies: CodeExchangeDependencies;

  constructor(dependencies: CodeExchangeDependencies) {
    this.#dependencies = dependencies;
  }

  /** Rejects only with an unexpected error, after trying to store the failure. */
  async run(opening: ReturnedOpening, parameters: ExchangeParameters): Promise<OpeningOutcome> {
    try {
      return await this.#exchange(opening, parameters);
    } catch (error) {
      // If this cannot be stored either, the exchange counts as interrupted when its lease ends.
      await this.#dependencies.database
        .transaction((trx) => failUnlessKept(trx, opening.id, instantOf(this.#dependencies.clock)))
        .catch((cause: unknown) => {
          const reason = `the failure of an exchange was not stored: ${cause instanceof Error ? cause.name : 'unknown'}`;
          this.#dependencies.onTrouble({ reason, attemptId: opening.attempt_id });
        });
      throw error;
    }
  }

  async #exchange(opening: ReturnedOpening, { code, error }: ExchangeParameters): Promise<OpeningOutcome> {
    if (!code) return this.#fail(opening, refusalCode(error), `ANAF called back with error "${loggable(error)}"`);
    const signal = AbortSignal.timeout(this.#dependencies.answerWithinSeconds * 1000);
    const answer = await this.#dependencies.oauth.exchangeCode(code, signal);
    if (answer.kind !== 'tokens') return this.#fail(opening, exchangeFailure(answer), answer.reason);
    const claims = readTokenClaims(answer.tokens.accessToken.reveal());
    if (!claims)
      return this.#fail(opening, 'anaf-unavailable', 'the access token is not a JWT that names a certificate');
    if (!claims.roles.includes(eFacturaRole)) {
      const { issuer, serial } = claims;
      return this.#fail(opening, 'service-missing', 'the access token has no role EFACTURA', { issuer, serial });
    }

    const { database } = this.#dependencies;
    const grant = await this.#dependencies.grants.seal(answer.tokens, claims, instantOf(this.#dependencies.clock));
    // The code cannot be used again, so this process holds the only copy of the tokens.
    const candidate = await persist(() =>
      database.transaction((trx) => storeCandidate(trx, grant, opening, instantOf(this.#dependencies.clock))),
    );
    if (!candidate) return { kind: 'too-late' };
    const right = await checkRight(
      this.#dependencies.api,
      { accessToken: answer.tokens.accessToken, taxId: candidate.tax_id },
      signal,
    );
    if ('reason' in right) this.#dependencies.onTrouble({ reason: right.reason, attemptId: opening.attempt_id });
    return database.transaction((trx) => settleCandidate(trx, candidate, right, instantOf(this.#dependencies.clock)));
  }

  async #fail(
    opening: ReturnedOpening,
    code: FailureCode,
    reason: string,
    certificate?: CertificateIdentity,
  ): Promise<OpeningOutcome> {
    this.#dependencies.onTrouble({ reason, attemptId: opening.attempt_id });
    return this.#dependencies.database.transaction((trx) =>
      failOpening(trx, opening.id, { code, ...(certificate && { certificate }) }, instantOf(this.#dependencies.clock)),
    );
  }
}

/** For the log. Anybody can open the callback with any text, so only what looks like an OAuth error is logged. */
function loggable(error: string | undefined): string {
  return /^[a-z_]{1,40}$/.test(error ?? '') ? String(error) : 'unreadable';
}

function refusalCode(error: string | undefined): FailureCode {
  switch (meaningOfRedirectError(error)) {
    case 'access-denied':
      return 'access-denied';
    case 'application':
      return 'application-refused';
    default:
      return 'anaf-unavailable';
  }
}

function exchangeFailure(answer: Exclude<TokenAnswer, { kind: 'tokens' }>): FailureCode {
  if (answer.kind === 'unavailable') return 'anaf-unavailable';
  return answer.what === 'application' ? 'application-refused' : 'code-expired';
}
