import { setTimeout as wait } from 'node:timers/promises';
import type { Transaction, Updateable } from 'kysely';
import type { IssuedTokens, OAuthClient } from '../anaf/oauth-client.ts';
import { readTokenClaims, readTokenEnd } from '../anaf/token-claims.ts';
import { recordHistory } from '../companies/history.ts';
import type { Database } from '../storage/database.ts';
import { persist } from '../storage/persist.ts';
import type { GrantsTable, Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { accessLifetimeSeconds, type Grant, type GrantStore } from './grant-store.ts';
import type { InFlightWork } from './in-flight-work.ts';

/**
 * A grant that may be used, or why there is none. `rejected`: a person has to authorize again. `transient`: ANAF did
 * not answer; a later try may succeed.
 */
export type FreshGrant =
  | { readonly kind: 'usable'; readonly grant: Grant }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'transient' };

/** Result of a renewal. `usable`: the grant has a newer token pair. `gone`: it was deleted meanwhile. */
type Renewal = FreshGrant | { readonly kind: 'gone' };

export interface GrantRefreshDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly oauth: OAuthClient;
  readonly answerWithinSeconds: number;
  readonly inFlight: InFlightWork;
  /** Receives the reason of an unsuccessful refresh, for the log. */
  readonly onTrouble: (trouble: { readonly reason: string; readonly grantId: string }) => void;
}

/** An access token is renewed on its last day, so that it does not expire during a call. */
const marginSeconds = 24 * 3600;
/**
 * Lease of the refresh: longer than ANAF may take to answer and the answer to be stored. A process that holds it longer
 * has been stopped.
 */
const lockSeconds = 60;
const pollLeaseMs = 100;
/** Pause after a failed refresh, so that a host that calls in a loop does not send ANAF a refresh with each call. */
const pauseSeconds = 30;

/**
 * Refreshes token pairs when they are used. ANAF accepts a refresh token once, so only one process may send it: that
 * process takes a lease in the grant's row, calls ANAF outside of any transaction, and stores the answer only if the
 * row still has the version that it read.
 */
export class GrantRefresh {
  readonly #dependencies: GrantRefreshDependencies;

  constructor(dependencies: GrantRefreshDependencies) {
    this.#dependencies = dependencies;
  }

  /** The grant, refreshed first if its access token expires within a day. */
  async fresh(grant: Grant): Promise<FreshGrant> {
    if (grant.accessExpiresAt - this.#dependencies.clock.now() > marginSeconds) return { kind: 'usable', grant };
    const renewal = await this.#renew(grant);
    if (renewal.kind === 'usable') return renewal;
    if (renewal.kind === 'gone') return { kind: 'rejected' };
    return this.#dependencies.clock.now() < grant.accessExpiresAt ? { kind: 'usable', grant } : renewal;
  }

  /**
   * Call it after ANAF refused the grant's access token. Returns the token pair of another process that has refreshed the
   * grant since, or refreshes it now.
   */
  async afterRefusal(grant: Grant): Promise<FreshGrant> {
    const current = await this.#dependencies.grants.read(this.#dependencies.database.queries, grant.id);
    if (!current) return { kind: 'rejected' };
    if (current.version !== grant.version) return { kind: 'usable', grant: current };
    const renewal = await this.#renew(current);
    return renewal.kind === 'gone' ? { kind: 'rejected' } : renewal;
  }

  async #renew(grant: Grant): Promise<Renewal> {
    if (!this.#canBeRenewed(grant)) return { kind: 'rejected' };
    if (this.#wasTriedJustNow(grant)) return { kind: 'transient' };
    return this.#dependencies.inFlight.run(async () =>
      (await this.#lock(grant)) ? this.#refresh(grant) : this.#waitForOther(grant),
    );
  }

  #canBeRenewed({ refreshToken, reauthorizeBy, renewal }: Grant): boolean {
    return (
      refreshToken !== undefined && this.#dependencies.clock.now() < reauthorizeBy && renewal?.result !== 'rejected'
    );
  }

  #wasTriedJustNow({ renewal }: Grant): boolean {
    return renewal?.result === 'transient' && this.#dependencies.clock.now() < renewal.attemptedAt + pauseSeconds;
  }

  async #lock({ id, version }: Grant): Promise<boolean> {
    const now = instantOf(this.#dependencies.clock);
    const locked = await this.#dependencies.database.queries
      .updateTable('grants')
      .set({ refresh_locked_until: now + lockSeconds })
      .where('id', '=', id)
      .where('version', '=', version)
      .where((column) =>
        column.or([column('refresh_locked_until', 'is', null), column('refresh_locked_until', '<=', now)]),
      )
      .returning('id')
      .executeTakeFirst();
    return locked !== undefined;
  }

  async #refresh(grant: Grant): Promise<Renewal> {
    if (!grant.refreshToken) throw new TypeError('"grant" must have a refresh token');
    const signal = AbortSignal.timeout(this.#dependencies.answerWithinSeconds * 1000);
    const answer = await this.#dependencies.oauth.refresh(grant.refreshToken, signal);
    if (answer.kind === 'tokens') return this.#store(grant, answer.tokens);
    this.#dependencies.onTrouble({ reason: answer.reason, grantId: grant.id });
    const result = answer.kind === 'refused' && answer.what === 'grant' ? 'rejected' : 'transient';
    await this.#unlock(grant, result);
    return { kind: result };
  }

  async #store(grant: Grant, tokens: IssuedTokens): Promise<Renewal> {
    const now = instantOf(this.#dependencies.clock);
    const { accessToken, refreshToken } = tokens;
    const claims = readTokenClaims(accessToken.reveal());
    const refreshEnd = refreshToken && readTokenEnd(refreshToken.reveal());
    const sealed = await this.#dependencies.grants.sealTokens(grant.id, tokens);
    const renewed = {
      access_token: sealed.access_token,
      // Reportedly some answers contain no refresh token; the old one then stays valid.
      ...(sealed.refresh_token !== null && { refresh_token: sealed.refresh_token }),
      access_expires_at: claims?.expiresAt ?? now + (tokens.expiresInSeconds ?? accessLifetimeSeconds),
      // Whether a refresh extends the year is disputed (docs/facts-anaf.md §1.5), so keep the earlier date.
      reauthorize_by: Math.min(grant.reauthorizeBy, refreshEnd ?? grant.reauthorizeBy),
      renewal_attempt_at: now,
    };
    // The old refresh token no longer works, so this process holds the only copy of the new tokens.
    await persist(() => this.#dependencies.database.transaction((trx) => storeRenewed(trx, grant, renewed)));
    // If the company was disconnected during the refresh, the grant is gone and the new tokens are discarded.
    return this.#reread(grant, 'rejected');
  }

  async #unlock({ id, version }: Grant, result: 'transient' | 'rejected'): Promise<void> {
    await this.#dependencies.database.queries
      .updateTable('grants')
      .set({
        refresh_locked_until: null,
        renewal_result: result,
        renewal_attempt_at: instantOf(this.#dependencies.clock),
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .execute();
  }

  /** Waits for the process that has the lease, and uses its result. */
  async #waitForOther(grant: Grant): Promise<Renewal> {
    const tries = (this.#dependencies.answerWithinSeconds * 1000) / pollLeaseMs;
    for (let count = 0; count < tries; count += 1) {
      const row = await this.#dependencies.database.queries
        .selectFrom('grants')
        .select(['version', 'refresh_locked_until'])
        .where('id', '=', grant.id)
        .executeTakeFirst();
      if (!row || row.version !== grant.version || row.refresh_locked_until === null) break;
      await wait(pollLeaseMs);
    }
    return this.#reread(grant, 'transient');
  }

  async #reread({ id, version }: Grant, otherwise: 'rejected' | 'transient'): Promise<Renewal> {
    const grant = await this.#dependencies.grants.read(this.#dependencies.database.queries, id);
    if (!grant) return { kind: 'gone' };
    if (grant.version !== version) return { kind: 'usable', grant };
    return { kind: grant.renewal?.result === 'rejected' ? 'rejected' : otherwise };
  }
}

type Renewed = Pick<
  Updateable<GrantsTable>,
  'access_token' | 'refresh_token' | 'access_expires_at' | 'reauthorize_by'
> & {
  readonly renewal_attempt_at: number;
};

async function storeRenewed(trx: Transaction<Schema>, { id, version }: Grant, renewed: Renewed): Promise<void> {
  const stored = await trx
    .updateTable('grants')
    .set({ ...renewed, version: version + 1, refresh_locked_until: null, renewal_result: 'renewed' })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!stored) return;
  const at = renewed.renewal_attempt_at;
  const companies = await trx.selectFrom('authorizations').select('company_id').where('grant_id', '=', id).execute();
  for (const { company_id: companyId } of companies) {
    await recordHistory(trx, { companyId, at, event: 'refreshed', actor: 'backend' });
  }
}
