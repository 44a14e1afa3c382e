import type { Authorization } from 'spv-authorize/contract';
import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight, type RightsAnswer } from '../anaf/rights.ts';
import { type Company, findCompany } from '../companies/companies.ts';
import { callWithRenewal } from '../grants/call-with-renewal.ts';
import type { GrantRefresh } from '../grants/grant-refresh.ts';
import type { Grant, GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { backoffSeconds } from '../time/backoff.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { readAuthorization } from './authorization-view.ts';
import { cancelOpenLinks, disconnectCompany } from './disconnection.ts';
import { type AskedRight, applyVerdict } from './verdicts.ts';

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

/**
 * Result of a rights check.
 * - `answered`: ANAF answered, and its answer is stored.
 * - `not-asked`: the company has no usable access token.
 * - `silent`: ANAF did not answer about the right; nothing is changed.
 * - `service-missing`: the application is not registered at ANAF for e-Factura; nothing is changed.
 * - `overtaken`: the company or its authorization changed meanwhile, so ANAF's answer says nothing about it; nothing is
 *   changed.
 */
export type Verification = 'answered' | 'not-asked' | 'silent' | 'service-missing' | 'overtaken';

/** Reads, checks and deletes companies' authorizations. */
export class AuthorizationService {
  readonly #dependencies: AuthorizationDependencies;

  constructor(dependencies: AuthorizationDependencies) {
    this.#dependencies = dependencies;
  }

  /** Undefined for an unknown company. */
  async read(companyId: string): Promise<CompanyState | undefined> {
    const { queries } = this.#dependencies.database;
    const company = await findCompany(queries, companyId);
    if (!company) return undefined;
    const now = instantOf(this.#dependencies.clock);
    return { company, now, authorization: await readAuthorization(queries, company, now) };
  }

  /**
   * Asks ANAF whether the certificate has the right for the company's CUI, and stores the answer. Renews an access
   * token that is about to expire first. `actor` is who asked, for the history.
   */
  async verify(companyId: string, actor: string): Promise<Verification> {
    const { database, grants, refresh, clock } = this.#dependencies;
    const company = await findCompany(database.queries, companyId);
    const grantId = await this.#grantOf(companyId);
    const grant = grantId && (await grants.read(database.queries, grantId));
    if (!company || !grant) return 'not-asked';
    const fresh = await refresh.fresh(grant);
    if (fresh.kind !== 'usable') return fresh.kind === 'transient' ? 'silent' : 'not-asked';
    const asked = await this.#ask(fresh.grant, company);
    if (!asked) return 'silent';
    const isAnswered = await database.transaction((trx) =>
      applyVerdict(trx, { ...asked, companyId, taxId: company.taxId, actor }, instantOf(clock)),
    );
    if (isAnswered) return 'answered';
    const { kind } = asked.answer;
    return kind === 'service-missing' || kind === 'silent' ? kind : 'overtaken';
  }

  /** Undefined when ANAF did not answer the renewal of a refused token. */
  async #ask(grant: Grant, company: Company): Promise<Pick<AskedRight, 'grantId' | 'version' | 'answer'> | undefined> {
    const result = await callWithRenewal(
      grant,
      (current) => this.#answerTo(current, company),
      ({ kind }) => kind === 'token-refused' && !grant.isRevoked,
      async (refused) => {
        const renewed = await this.#dependencies.refresh.afterRefusal(refused);
        return renewed.kind === 'usable' ? renewed.grant : renewed.kind;
      },
    );
    return result && { grantId: result.token.id, version: result.token.version, answer: result.answer };
  }

  #answerTo({ accessToken }: Grant, { taxId }: Company): Promise<RightsAnswer> {
    const signal = AbortSignal.timeout(this.#dependencies.answerWithinSeconds * 1000);
    return checkRight(this.#dependencies.api, { accessToken, taxId }, signal);
  }

  /**
   * Runs a check that is due. Without an answer about the current state, schedules the next one with a growing pause; without a usable
   * token, schedules none.
   */
  async verifyDue(companyId: string): Promise<void> {
    const result = await this.verify(companyId, 'backend');
    if (result === 'answered') return;
    const now = instantOf(this.#dependencies.clock);
    await this.#dependencies.database.transaction(async (trx) => {
      const due = trx.updateTable('authorizations').where('company_id', '=', companyId);
      if (result === 'not-asked') return due.set({ next_action_at: null }).execute();
      const row = await trx
        .selectFrom('authorizations')
        .select('tries')
        .where('company_id', '=', companyId)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (!row) return undefined;
      return due.set({ tries: row.tries + 1, next_action_at: now + backoffSeconds(row.tries) }).execute();
    });
  }

  /** Deletes the company's tokens, cancels its open attempts and its open links. */
  async disconnect(companyId: string, actor: string): Promise<void> {
    const now = instantOf(this.#dependencies.clock);
    await this.#dependencies.database.transaction(async (trx) => {
      await disconnectCompany(trx, { companyId, actor, event: 'disconnected' }, now);
      await cancelOpenLinks(trx, companyId, now);
    });
  }

  async #grantOf(companyId: string): Promise<string | undefined> {
    const row = await this.#dependencies.database.queries
      .selectFrom('authorizations')
      .select('grant_id')
      .where('company_id', '=', companyId)
      .executeTakeFirst();
    return row?.grant_id;
  }
}
