import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight } from '../anaf/rights.ts';
import type { AuthorizationService } from '../authorizations/authorization-service.ts';
import type { Attempts } from '../authorizing/attempts.ts';
import type { CandidateRow } from '../authorizing/candidate.ts';
import { settleCandidate } from '../authorizing/candidates.ts';
import { checkLeaseSeconds, failBrokenOff } from '../authorizing/outcome.ts';
import type { GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { deleteOldRows } from './delete-old-rows.ts';

/** What one pass did. */
export interface DueWorkReport {
  readonly candidatesChecked: number;
  readonly authorizationsVerified: number;
  readonly attemptsLapsed: number;
}

export interface DueWorkDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly api: EFacturaApi;
  readonly attempts: Attempts;
  readonly authorizations: AuthorizationService;
  readonly answerWithinSeconds: number;
  /** One piece of work that fails does not stop the others; it is due again when its lease is over. */
  readonly onError: (error: unknown) => void;
}

const mostPerPass = 20;

/** All that has become due by the given moment. The loop, a demo that moves its clock and a simulation run the same code. */
export class DueWork {
  readonly #with: DueWorkDependencies;

  constructor(dependencies: DueWorkDependencies) {
    this.#with = dependencies;
  }

  async run(due: number): Promise<DueWorkReport> {
    const { attempts, authorizations, database } = this.#with;
    const candidatesChecked = await this.#each(
      () => this.#claimCandidate(due),
      (candidate) => this.#check(candidate),
    );
    const authorizationsVerified = await this.#each(
      () => this.#claimAuthorization(due),
      ({ company_id }) => authorizations.verifyDue(company_id),
    );
    await failBrokenOff(database, due);
    const attemptsLapsed = await attempts.lapse(due);
    await deleteOldRows(database, due);
    return { candidatesChecked, authorizationsVerified, attemptsLapsed };
  }

  /** One claim after the other: each has its whole lease for itself, however long the others took. */
  async #each<Row>(claim: () => Promise<Row | undefined>, work: (row: Row) => Promise<unknown>): Promise<number> {
    for (let count = 0; count < mostPerPass; count += 1) {
      const row = await claim();
      if (!row) return count;
      try {
        await work(row);
      } catch (error) {
        this.#with.onError(error);
      }
    }
    return mostPerPass;
  }

  async #check(candidate: CandidateRow): Promise<void> {
    const { database, grants, api, clock } = this.#with;
    const grant = await grants.read(database.queries, candidate.grant_id);
    if (!grant) return;
    const signal = AbortSignal.timeout(this.#with.answerWithinSeconds * 1000);
    const answer = await checkRight(api, { accessToken: grant.accessToken, taxId: candidate.tax_id }, signal);
    await database.transaction((trx) => settleCandidate(trx, candidate, answer, instantOf(clock)));
  }

  /** Several processes may do this at once: each takes another row, and for a while nobody else takes the same. */
  async #claimCandidate(due: number): Promise<CandidateRow | undefined> {
    return this.#with.database.queries
      .updateTable('candidates')
      .set({ next_action_at: this.#leaseEnd() })
      .where('grant_id', '=', (column) =>
        column
          .selectFrom('candidates')
          .select('grant_id')
          .where('next_action_at', '<=', due)
          .orderBy('next_action_at')
          .limit(1)
          .forNoKeyUpdate()
          .skipLocked(),
      )
      .returningAll()
      .executeTakeFirst();
  }

  async #claimAuthorization(due: number): Promise<{ company_id: string } | undefined> {
    return this.#with.database.queries
      .updateTable('authorizations')
      .set({ next_action_at: this.#leaseEnd() })
      .where('company_id', '=', (column) =>
        column
          .selectFrom('authorizations')
          .select('company_id')
          .where('next_action_at', '<=', due)
          .orderBy('next_action_at')
          .limit(1)
          .forNoKeyUpdate()
          .skipLocked(),
      )
      .returning('company_id')
      .executeTakeFirst();
  }

  #leaseEnd(): number {
    return instantOf(this.#with.clock) + checkLeaseSeconds;
  }
}
