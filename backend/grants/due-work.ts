import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight } from '../anaf/rights.ts';
import type { Attempts } from '../authorizations/attempts.ts';
import type { AuthorizationService } from '../authorizations/authorization-service.ts';
import type { Database } from '../storage/database.ts';
import { type CandidateRow, checkLeaseSeconds, settleCandidate } from './candidates.ts';
import type { GrantStore } from './grant-store.ts';

/** What one pass did. */
export interface DueWorkReport {
  readonly candidatesChecked: number;
  readonly authorizationsVerified: number;
  readonly attemptsLapsed: number;
}

export interface DueWorkDependencies {
  readonly database: Database;
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

  async run(now: number): Promise<DueWorkReport> {
    const candidates = await this.#claimCandidates(now);
    for (const candidate of candidates) await this.#guarded(() => this.#check(candidate, now));
    const companies = await this.#claimAuthorizations(now);
    for (const companyId of companies) {
      await this.#guarded(() => this.#with.authorizations.verify(companyId, 'backend'));
    }
    return {
      candidatesChecked: candidates.length,
      authorizationsVerified: companies.length,
      attemptsLapsed: await this.#with.attempts.lapse(now),
    };
  }

  async #guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#with.onError(error);
    }
  }

  async #check(candidate: CandidateRow, now: number): Promise<void> {
    const { database, grants, api } = this.#with;
    const grant = await grants.read(database.queries, candidate.grant_id);
    if (!grant) return;
    const signal = AbortSignal.timeout(this.#with.answerWithinSeconds * 1000);
    const answer = await checkRight(api, { accessToken: grant.accessToken, taxId: candidate.tax_id }, signal);
    await database.transaction((trx) => settleCandidate(trx, candidate, answer, now));
  }

  /** Several processes may do this at once: each takes other rows, and for a while nobody else takes the same. */
  async #claimCandidates(now: number): Promise<CandidateRow[]> {
    return this.#with.database.queries
      .updateTable('candidates')
      .set({ next_action_at: now + checkLeaseSeconds })
      .where('grant_id', 'in', (column) =>
        column
          .selectFrom('candidates')
          .select('grant_id')
          .where('next_action_at', '<=', now)
          .orderBy('next_action_at')
          .limit(mostPerPass)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute();
  }

  async #claimAuthorizations(now: number): Promise<string[]> {
    const claimed = await this.#with.database.queries
      .updateTable('authorizations')
      .set({ next_action_at: now + checkLeaseSeconds })
      .where('company_id', 'in', (column) =>
        column
          .selectFrom('authorizations')
          .select('company_id')
          .where('next_action_at', '<=', now)
          .orderBy('next_action_at')
          .limit(mostPerPass)
          .forUpdate()
          .skipLocked(),
      )
      .returning('company_id')
      .execute();
    return claimed.map(({ company_id }) => company_id);
  }
}
