import type { Authorization } from 'spv-authorize/contract';
import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight } from '../anaf/rights.ts';
import { type Clock, instantOf } from '../clock.ts';
import type { GrantRefresh } from '../grants/grant-refresh.ts';
import { deleteUnusedGrant, type GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { endAsCancelled } from './attempts.ts';
import { readAuthorization } from './authorization-view.ts';
import { type Company, findCompany } from './companies.ts';
import { recordHistory } from './history.ts';
import { applyVerdict } from './verdicts.ts';

/** A company and its authorization at one moment. */
export interface CompanyState {
  readonly company: Company;
  readonly authorization: Authorization;
  readonly now: number;
}

export interface AuthorizationDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly refresh: GrantRefresh;
  readonly api: EFacturaApi;
  readonly answerWithinSeconds: number;
}

export class AuthorizationService {
  readonly #with: AuthorizationDependencies;

  constructor(dependencies: AuthorizationDependencies) {
    this.#with = dependencies;
  }

  async read(companyId: string): Promise<CompanyState | undefined> {
    const { queries } = this.#with.database;
    const company = await findCompany(queries, companyId);
    if (!company) return undefined;
    const now = instantOf(this.#with.clock);
    return { company, now, authorization: await readAuthorization(queries, company, now) };
  }

  /**
   * Asks ANAF now whether the certificate has the right for the company's CUI, after renewing access that lapses.
   * `not-asked`: there is no token left to ask with. `silent`: ANAF did not say; what was known before stays.
   */
  async verify(companyId: string, actor: string): Promise<'answered' | 'not-asked' | 'silent'> {
    const { database, grants, refresh, clock } = this.#with;
    const company = await findCompany(database.queries, companyId);
    const grantId = await this.#grantOf(companyId);
    const grant = grantId && (await grants.read(database.queries, grantId));
    if (!company || !grant) return 'not-asked';
    const fresh = await refresh.fresh(grant);
    if (fresh.kind !== 'usable') return fresh.kind === 'transient' ? 'silent' : 'not-asked';

    const signal = AbortSignal.timeout(this.#with.answerWithinSeconds * 1000);
    const { accessToken, id } = fresh.grant;
    const answer = await checkRight(this.#with.api, { accessToken, taxId: company.taxId }, signal);
    const asked = { companyId, grantId: id, taxId: company.taxId, answer, actor };
    const isAnswered = await database.transaction((trx) => applyVerdict(trx, asked, instantOf(clock)));
    return isAnswered ? 'answered' : 'silent';
  }

  /** Deletes the company's tokens and gives up what is under way. ANAF has no working revocation (facts §1.8). */
  async disconnect(companyId: string, actor: string): Promise<void> {
    const now = instantOf(this.#with.clock);
    await this.#with.database.transaction(async (trx) => {
      const open = await trx
        .selectFrom('attempts')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('ended_at', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute();
      for (const attempt of open) await endAsCancelled(trx, attempt, now);
      const removed = await trx
        .deleteFrom('authorizations')
        .where('company_id', '=', companyId)
        .returning('grant_id')
        .executeTakeFirst();
      if (!removed) return;
      await deleteUnusedGrant(trx, removed.grant_id);
      await recordHistory(trx, { companyId, at: now, event: 'disconnected', actor });
    });
  }

  async #grantOf(companyId: string): Promise<string | undefined> {
    const row = await this.#with.database.queries
      .selectFrom('authorizations')
      .select('grant_id')
      .where('company_id', '=', companyId)
      .executeTakeFirst();
    return row?.grant_id;
  }
}
