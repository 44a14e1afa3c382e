import type { Selectable, Transaction } from 'kysely';
import type { FailureCode } from 'spv-authorize/contract';
import type { EFacturaApi } from '../anaf/efactura-api.ts';
import type { OAuthClient, TokenAnswer } from '../anaf/oauth-client.ts';
import { checkRight } from '../anaf/rights.ts';
import { readTokenClaims, type TokenClaims } from '../anaf/token-claims.ts';
import { eFacturaRole, meaningOfRedirectError } from '../anaf/vocabulary.ts';
import type { GrantStore } from '../grants/grant-store.ts';
import type { InFlightWork } from '../grants/in-flight-work.ts';
import type { Database } from '../storage/database.ts';
import { persist } from '../storage/persist.ts';
import type { OpeningsTable, Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, isSameHash, type Secret } from '../vault/secret.ts';
import { type AttemptRow, hasEnded } from './attempt.ts';
import { lockAttempt } from './attempts.ts';
import { settleCandidate, storeCandidate } from './candidates.ts';
import type { StoredFailure } from './failure.ts';
import { storedFailure } from './failure.ts';
import { isOpeningId } from './openings.ts';
import { checkLeaseSeconds, failIfBrokenOff, failOpening, failUnlessKept, type OpeningOutcome } from './outcome.ts';

/** What ANAF's redirect carries. Exactly one of `code` and `error` in every answer that ANAF is known to give. */
export interface CallbackParameters {
  readonly state: string;
  readonly code: Secret | undefined;
  readonly error: string | undefined;
}

/** Whose callback it was; absent from a result that must not say. */
export interface ReturnedAttempt {
  readonly id: string;
  /** Names the result page, so that it can be loaded again. No secret: the opening's cookie is. */
  readonly openingId: string;
  readonly mode: 'window' | 'redirect';
  readonly returnUrl: string | null;
  readonly origin: string;
  readonly company: { readonly id: string; readonly name: string; readonly taxId: string };
}

/**
 * `unknown`: no opening has this state. `elsewhere`: the browser lacks the opening's cookie; nothing was changed.
 * `already-done`, `ended`: the attempt had been settled, or had lapsed or been cancelled; the code was not used.
 */
export type CallbackResult =
  | { readonly kind: 'unknown' | 'elsewhere' }
  | {
      readonly kind: 'succeeded' | 'kept' | 'already-done' | 'ended';
      readonly attempt: ReturnedAttempt;
    }
  | { readonly kind: 'failed'; readonly attempt: ReturnedAttempt; readonly failure: StoredFailure };

type CookieOf = (openingId: string) => string | undefined;

type OpeningWithAttempt = Selectable<OpeningsTable> & {
  readonly attempt: ReturnedAttempt;
};

export interface CallbackDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly oauth: OAuthClient;
  readonly api: EFacturaApi;
  readonly answerWithinSeconds: number;
  readonly inFlight: InFlightWork;
  /** Hears why ANAF's answer was not good, for the log. */
  readonly onTrouble: (trouble: { readonly reason: string; readonly attemptId: string }) => void;
}

/** Takes ANAF's answer: matches it to its opening and browser, exchanges the code, asks for the right. */
export class Callback {
  readonly #with: CallbackDependencies;

  constructor(dependencies: CallbackDependencies) {
    this.#with = dependencies;
  }

  async receive(parameters: CallbackParameters, cookieOf: CookieOf): Promise<CallbackResult> {
    return this.#with.inFlight.run(async () => {
      const opening = await this.#find('state_hash', hashOf(parameters.state));
      if (!opening) return { kind: 'unknown' };
      if (!isOfThisBrowser(opening, cookieOf)) return { kind: 'elsewhere' };
      const claimed = await this.#claim(opening);
      return claimed ?? this.#proceed(opening, parameters);
    });
  }

  /** What became of an opening that came back before. */
  async show(openingId: string, cookieOf: CookieOf): Promise<CallbackResult> {
    const opening = isOpeningId(openingId) ? await this.#find('openings.id', openingId) : undefined;
    if (!opening || opening.returned_at === null) return { kind: 'unknown' };
    if (!isOfThisBrowser(opening, cookieOf)) return { kind: 'elsewhere' };
    return this.#with.database.transaction(async (trx) => {
      const attempt = await lockAttempt(trx, opening.attempt_id);
      return attempt ? this.#earlierResult(trx, opening, attempt) : { kind: 'unknown' };
    });
  }

  async #find(column: 'state_hash' | 'openings.id', value: string): Promise<OpeningWithAttempt | undefined> {
    const row = await this.#with.database.queries
      .selectFrom('openings')
      .innerJoin('attempts', 'attempts.id', 'openings.attempt_id')
      .innerJoin('companies', 'companies.id', 'attempts.company_id')
      .selectAll('openings')
      .select(['attempts.mode', 'attempts.return_url', 'attempts.origin', 'attempts.company_id'])
      .select(['companies.name', 'companies.tax_id'])
      .where(column, '=', value)
      .executeTakeFirst();
    if (!row) return undefined;
    const company = { id: row.company_id, name: row.name, taxId: row.tax_id };
    const { mode, return_url: returnUrl, origin } = row;
    return { ...row, attempt: { id: row.attempt_id, openingId: row.id, mode, returnUrl, origin, company } };
  }

  /** An opening comes back once. Loading the page again shows what became of it; undefined means: go on. */
  async #claim(found: OpeningWithAttempt): Promise<CallbackResult | undefined> {
    return this.#with.database.transaction(async (trx) => {
      const now = instantOf(this.#with.clock);
      const attempt = await lockAttempt(trx, found.attempt_id);
      const opening = await trx.selectFrom('openings').selectAll().where('id', '=', found.id).executeTakeFirstOrThrow();
      if (!attempt) return { kind: 'unknown' };
      if (opening.returned_at !== null) return this.#earlierResult(trx, found, attempt);

      const isOver = hasEnded(attempt, now);
      await trx
        .updateTable('openings')
        .set({
          returned_at: now,
          answered_after_ms: Math.max(0, Math.round(this.#with.clock.now() * 1000) - opening.started_at_ms),
          ...(isOver && { outcome: 'too-late' as const }),
        })
        .where('id', '=', opening.id)
        .execute();
      if (isOver) return { kind: attempt.state === 'succeeded' ? 'already-done' : 'ended', attempt: found.attempt };
      await trx
        .updateTable('attempts')
        // Whoever came back in time is not cut off while the code is exchanged.
        .set({ state: 'verifying', expires_at: Math.max(attempt.expires_at, now + checkLeaseSeconds) })
        .where('id', '=', attempt.id)
        .execute();
      return undefined;
    });
  }

  async #earlierResult(
    trx: Transaction<Schema>,
    { id, attempt: returned }: OpeningWithAttempt,
    { state }: Pick<AttemptRow, 'state'>,
  ): Promise<CallbackResult> {
    const broken = await failIfBrokenOff(trx, id, instantOf(this.#with.clock));
    if (broken?.kind === 'failed') return { ...broken, attempt: returned };
    const opening = await trx.selectFrom('openings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const failure = storedFailure(opening);
    if (failure) return { kind: 'failed', failure, attempt: returned };
    if (opening.outcome === 'succeeded') return { kind: 'succeeded', attempt: returned };
    if (opening.outcome === 'too-late')
      return { kind: state === 'succeeded' ? 'already-done' : 'ended', attempt: returned };
    return { kind: 'kept', attempt: returned };
  }

  async #proceed(opening: OpeningWithAttempt, parameters: CallbackParameters): Promise<CallbackResult> {
    try {
      return await this.#exchange(opening, parameters);
    } catch (error) {
      // As well as it can be: what cannot be written down now counts as broken off when its lease is over.
      await this.#with.database
        .transaction((trx) => failUnlessKept(trx, opening.id, instantOf(this.#with.clock)))
        .catch((cause: unknown) => {
          const reason = `the broken exchange was not written down: ${cause instanceof Error ? cause.name : 'unknown'}`;
          this.#with.onTrouble({ reason, attemptId: opening.attempt_id });
        });
      throw error;
    }
  }

  async #exchange(opening: OpeningWithAttempt, { code, error }: CallbackParameters): Promise<CallbackResult> {
    if (!code) return this.#fail(opening, refusalCode(error), `ANAF called back with error "${plain(error)}"`);
    const signal = AbortSignal.timeout(this.#with.answerWithinSeconds * 1000);
    const answer = await this.#with.oauth.exchangeCode(code, signal);
    if (answer.kind !== 'tokens') return this.#fail(opening, exchangeFailure(answer), answer.reason);
    const claims = readTokenClaims(answer.tokens.accessToken.reveal());
    if (!claims) return this.#fail(opening, 'anaf-unavailable', 'the token is no JWT that names a certificate');
    if (!claims.roles.includes(eFacturaRole)) return this.#refuseService(opening, claims);

    const { database } = this.#with;
    const grant = await this.#with.grants.seal(answer.tokens, claims, instantOf(this.#with.clock));
    // The code works once: what is in hand here exists nowhere else.
    const candidate = await persist(() =>
      database.transaction((trx) => storeCandidate(trx, grant, opening, instantOf(this.#with.clock))),
    );
    if (!candidate) return this.#tooLate(opening);
    const right = await checkRight(
      this.#with.api,
      { accessToken: answer.tokens.accessToken, taxId: candidate.tax_id },
      signal,
    );
    if ('reason' in right) this.#with.onTrouble({ reason: right.reason, attemptId: opening.attempt_id });
    const outcome = await database.transaction((trx) =>
      settleCandidate(trx, candidate, right, instantOf(this.#with.clock)),
    );
    return this.#resultOf(outcome, opening);
  }

  async #refuseService(opening: OpeningWithAttempt, { issuer, serial }: TokenClaims): Promise<CallbackResult> {
    return this.#fail(opening, 'service-missing', 'the token has no role EFACTURA', { issuer, serial });
  }

  async #fail(
    opening: OpeningWithAttempt,
    code: FailureCode,
    reason: string,
    certificate?: { issuer: string; serial: string },
  ): Promise<CallbackResult> {
    this.#with.onTrouble({ reason, attemptId: opening.attempt_id });
    const outcome = await this.#with.database.transaction((trx) =>
      failOpening(trx, opening.id, { code, ...(certificate && { certificate }) }, instantOf(this.#with.clock)),
    );
    return this.#resultOf(outcome, opening);
  }

  async #resultOf(outcome: OpeningOutcome, opening: OpeningWithAttempt): Promise<CallbackResult> {
    if (outcome.kind === 'too-late') return this.#tooLate(opening);
    return { ...outcome, attempt: opening.attempt };
  }

  /** Somebody else settled the attempt or the candidate while this opening was being exchanged. */
  async #tooLate(opening: OpeningWithAttempt): Promise<CallbackResult> {
    return this.#with.database.transaction(async (trx) => {
      const attempt = await lockAttempt(trx, opening.attempt_id);
      await trx
        .updateTable('openings')
        .set({ outcome: 'too-late' })
        .where('id', '=', opening.id)
        .where('outcome', 'is', null)
        .execute();
      return attempt ? this.#earlierResult(trx, opening, attempt) : { kind: 'unknown' };
    });
  }
}

function isOfThisBrowser({ id, cookie_hash }: OpeningWithAttempt, cookieOf: CookieOf): boolean {
  const cookie = cookieOf(id);
  return cookie !== undefined && isSameHash(hashOf(cookie), cookie_hash);
}

/** Anybody can write into an address: only what looks like an OAuth error goes into the log. */
function plain(error: string | undefined): string {
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
