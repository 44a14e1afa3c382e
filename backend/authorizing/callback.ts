import type { Selectable, Transaction } from 'kysely';
import type { InFlightWork } from '../grants/in-flight-work.ts';
import type { Database } from '../storage/database.ts';
import type { OpeningsTable, Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, isSameHash } from '../vault/secret.ts';
import { type AttemptRow, hasEnded } from './attempt.ts';
import { lockAttempt } from './attempts.ts';
import type { CodeExchange, ExchangeParameters } from './code-exchange.ts';
import { type StoredFailure, storedFailure } from './failure.ts';
import { failIfInterrupted } from './interrupted-exchanges.ts';
import { isOpeningId } from './openings.ts';
import { checkLeaseSeconds, type OpeningOutcome } from './outcome.ts';

/** Query parameters of ANAF's redirect to the callback. */
export interface CallbackParameters extends ExchangeParameters {
  readonly state: string;
}

/** The attempt that a callback belongs to. Results that must not reveal it do not contain it. */
export interface ReturnedAttempt {
  readonly id: string;
  /** Part of the result page's address, so that it can be reloaded. Not a secret: the opening's cookie is. */
  readonly openingId: string;
  /** `link`: somebody came by a link, and no page of the host waits for the result. */
  readonly mode: 'window' | 'redirect' | 'link';
  readonly returnUrl: string | null;
  readonly origin: string;
  readonly company: { readonly id: string; readonly name: string; readonly taxId: string };
}

/**
 * Result of a callback.
 * - `unknown`: no opening has this `state`.
 * - `elsewhere`: the browser does not have the opening's cookie; nothing was changed.
 * - `succeeded`: the right is proven, and the company is authorized.
 * - `kept`: ANAF did not answer about the right yet; the due tasks ask again.
 * - `already-done`: another opening had succeeded; the code was not used.
 * - `ended`: the attempt had lapsed or been cancelled; the code was not used.
 */
export type CallbackResult =
  | { readonly kind: 'unknown' | 'elsewhere' }
  | {
      readonly kind: 'succeeded' | 'kept' | 'already-done' | 'ended';
      readonly attempt: ReturnedAttempt;
    }
  | { readonly kind: 'failed'; readonly attempt: ReturnedAttempt; readonly failure: StoredFailure };

/** Value of the browser's cookie for an opening. */
type CookieOf = (openingId: string) => string | undefined;

type OpeningWithAttempt = Selectable<OpeningsTable> & {
  readonly attempt: ReturnedAttempt;
};

export interface CallbackDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly exchange: CodeExchange;
  readonly inFlight: InFlightWork;
}

/**
 * Handles ANAF's callback: finds its opening, verifies the browser's cookie and exchanges the code through
 * `CodeExchange`.
 */
export class Callback {
  readonly #dependencies: CallbackDependencies;

  constructor(dependencies: CallbackDependencies) {
    this.#dependencies = dependencies;
  }

  /** Handles a callback once. A repeated one gets the stored result. */
  async receive(parameters: CallbackParameters, cookieOf: CookieOf): Promise<CallbackResult> {
    return this.#dependencies.inFlight.run(async () => {
      const opening = await this.#find('state_hash', hashOf(parameters.state));
      if (!opening) return { kind: 'unknown' };
      if (!isOfThisBrowser(opening, cookieOf)) return { kind: 'elsewhere' };
      const claimed = await this.#claim(opening);
      return claimed ?? this.#resultOf(await this.#dependencies.exchange.run(opening, parameters), opening);
    });
  }

  /** Result of an opening whose callback was handled earlier. */
  async show(openingId: string, cookieOf: CookieOf): Promise<CallbackResult> {
    const opening = isOpeningId(openingId) ? await this.#find('openings.id', openingId) : undefined;
    if (!opening || opening.returned_at === null) return { kind: 'unknown' };
    if (!isOfThisBrowser(opening, cookieOf)) return { kind: 'elsewhere' };
    return this.#dependencies.database.transaction(async (trx) => {
      const attempt = await lockAttempt(trx, opening.attempt_id);
      return attempt ? this.#earlierResult(trx, opening, attempt) : { kind: 'unknown' };
    });
  }

  async #find(column: 'state_hash' | 'openings.id', value: string): Promise<OpeningWithAttempt | undefined> {
    const row = await this.#dependencies.database.queries
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

  /**
   * Marks the opening as returned. Undefined when the code has to be exchanged; otherwise the result of a callback whose
   * code is not used.
   */
  async #claim(found: OpeningWithAttempt): Promise<CallbackResult | undefined> {
    return this.#dependencies.database.transaction(async (trx) => {
      const now = instantOf(this.#dependencies.clock);
      const attempt = await lockAttempt(trx, found.attempt_id);
      const opening = await trx.selectFrom('openings').selectAll().where('id', '=', found.id).executeTakeFirstOrThrow();
      if (!attempt) return { kind: 'unknown' };
      if (opening.returned_at !== null) return this.#earlierResult(trx, found, attempt);

      const isOver = hasEnded(attempt, now);
      await trx
        .updateTable('openings')
        .set({
          returned_at: now,
          answered_after_ms: Math.max(0, Math.round(this.#dependencies.clock.now() * 1000) - opening.started_at_ms),
          ...(isOver && { outcome: 'too-late' as const }),
        })
        .where('id', '=', opening.id)
        .execute();
      if (isOver) return { kind: attempt.state === 'succeeded' ? 'already-done' : 'ended', attempt: found.attempt };
      await trx
        .updateTable('attempts')
        // After a callback that arrived in time, the attempt does not expire during the exchange.
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
    const interrupted = await failIfInterrupted(trx, id, instantOf(this.#dependencies.clock));
    if (interrupted?.kind === 'failed') return { ...interrupted, attempt: returned };
    const opening = await trx.selectFrom('openings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const failure = storedFailure(opening);
    if (failure) return { kind: 'failed', failure, attempt: returned };
    if (opening.outcome === 'succeeded') return { kind: 'succeeded', attempt: returned };
    if (opening.outcome === 'too-late')
      return { kind: state === 'succeeded' ? 'already-done' : 'ended', attempt: returned };
    return { kind: 'kept', attempt: returned };
  }

  async #resultOf(outcome: OpeningOutcome, opening: OpeningWithAttempt): Promise<CallbackResult> {
    if (outcome.kind === 'too-late') return this.#tooLate(opening);
    return { ...outcome, attempt: opening.attempt };
  }

  /** The attempt or the candidate was settled while this opening's code was being exchanged. */
  async #tooLate(opening: OpeningWithAttempt): Promise<CallbackResult> {
    return this.#dependencies.database.transaction(async (trx) => {
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
