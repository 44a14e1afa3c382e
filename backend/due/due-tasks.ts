import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight } from '../anaf/rights.ts';
import type { AuthorizationService } from '../authorizations/authorization-service.ts';
import type { Attempts } from '../authorizing/attempts.ts';
import type { CandidateRow } from '../authorizing/candidate.ts';
import { settleCandidate } from '../authorizing/candidates.ts';
import { failInterrupted } from '../authorizing/interrupted-exchanges.ts';
import { checkLeaseSeconds } from '../authorizing/outcome.ts';
import type { GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { claimAuthorization, claimCandidate } from './claims.ts';
import { deleteOldRows } from './delete-old-rows.ts';

/** What one pass did. */
export interface DueReport {
  readonly candidatesChecked: number;
  readonly authorizationsVerified: number;
  readonly attemptsLapsed: number;
}

export interface DueTasksDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly api: EFacturaApi;
  readonly attempts: Attempts;
  readonly authorizations: AuthorizationService;
  readonly answerWithinSeconds: number;
  /** Receives the error of one task. It does not stop the others; the task is due again when its lease ends. */
  readonly onError: (error: unknown) => void;
}

const maxTasksPerPass = 20;

/**
 * Runs what is due: checks the rights about which ANAF has not answered yet, ends expired attempts and deletes old rows.
 * The background loop, the demo and simulations of months run the same code.
 */
export class DueTasks {
  readonly #dependencies: DueTasksDependencies;

  constructor(dependencies: DueTasksDependencies) {
    this.#dependencies = dependencies;
  }

  /** One pass over the tasks that are due at `due` (epoch seconds), at most 20 of each kind. */
  async run(due: number): Promise<DueReport> {
    const { attempts, authorizations, database } = this.#dependencies;
    const candidatesChecked = await this.#each(
      () => claimCandidate(database, { due, leaseEnd: this.#leaseEnd() }),
      (candidate) => this.#check(candidate),
    );
    const authorizationsVerified = await this.#each(
      () => claimAuthorization(database, { due, leaseEnd: this.#leaseEnd() }),
      ({ company_id }) => authorizations.verifyDue(company_id),
    );
    await failInterrupted(database, due);
    const attemptsLapsed = await attempts.lapse(due);
    await deleteOldRows(database, due);
    return { candidatesChecked, authorizationsVerified, attemptsLapsed };
  }

  /** Claims one row at a time, so that each has its whole lease, however long the tasks before it took. */
  async #each<Row>(claim: () => Promise<Row | undefined>, task: (row: Row) => Promise<unknown>): Promise<number> {
    for (let count = 0; count < maxTasksPerPass; count += 1) {
      const row = await claim();
      if (!row) return count;
      try {
        await task(row);
      } catch (error) {
        this.#dependencies.onError(error);
      }
    }
    return maxTasksPerPass;
  }

  async #check(candidate: CandidateRow): Promise<void> {
    const { database, grants, api, clock } = this.#dependencies;
    const grant = await grants.read(database.queries, candidate.grant_id);
    if (!grant) return;
    const signal = AbortSignal.timeout(this.#dependencies.answerWithinSeconds * 1000);
    const answer = await checkRight(api, { accessToken: grant.accessToken, taxId: candidate.tax_id }, signal);
    await database.transaction((trx) => settleCandidate(trx, candidate, answer, instantOf(clock)));
  }

  #leaseEnd(): number {
    return instantOf(this.#dependencies.clock) + checkLeaseSeconds;
  }
}
