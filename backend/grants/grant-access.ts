import { AnafError } from '../anaf/anaf-error.ts';
import type { RightsAnswer } from '../anaf/rights.ts';
import { findCompany } from '../authorizations/companies.ts';
import { applyVerdict } from '../authorizations/verdicts.ts';
import { type Clock, instantOf } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { Secret } from '../vault/secret.ts';
import type { GrantStore } from './grant-store.ts';

/** A token that may be used now, and the only CUI that it may be used for here. */
export interface UsableAccess {
  readonly companyId: string;
  readonly grantId: string;
  readonly taxId: string;
  readonly accessToken: Secret;
  readonly accessExpiresAt: number;
}

export interface GrantAccessDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
}

/** Gives out access tokens of proven authorizations only, and hears what ANAF said to them. */
export class GrantAccess {
  readonly #with: GrantAccessDependencies;

  constructor(dependencies: GrantAccessDependencies) {
    this.#with = dependencies;
  }

  /** Throws `AnafError` `not-authorized` unless the company's authorization is active. */
  async open(companyId: string): Promise<UsableAccess> {
    const { database, grants, clock } = this.#with;
    const company = await findCompany(database.queries, companyId);
    if (!company) throw new AnafError('not-authorized', `no company "${companyId}" is known`);
    const authorization = await database.queries
      .selectFrom('authorizations')
      .select(['grant_id', 'tax_id', 'verdict'])
      .where('company_id', '=', companyId)
      .executeTakeFirst();
    const grant = authorization && (await grants.read(database.queries, authorization.grant_id));
    const isProven = authorization?.verdict === 'granted' && authorization.tax_id === company.taxId;
    if (!grant || !isProven || grant.isRevoked || clock.now() >= grant.accessExpiresAt) {
      throw new AnafError('not-authorized', `the company "${companyId}" has no active authorization`);
    }
    const { id: grantId, accessToken, accessExpiresAt } = grant;
    return { companyId, grantId, taxId: company.taxId, accessToken, accessExpiresAt };
  }

  /** ANAF refused the token, or said that the right is gone. */
  async report({ companyId, grantId, taxId }: UsableAccess, answer: RightsAnswer): Promise<void> {
    const asked = { companyId, grantId, taxId, answer, actor: 'backend' };
    await this.#with.database.transaction((trx) => applyVerdict(trx, asked, instantOf(this.#with.clock)));
  }
}
