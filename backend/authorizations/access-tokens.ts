import { AnafError } from '../anaf/anaf-error.ts';
import type { RightsAnswer } from '../anaf/rights.ts';
import { findCompany } from '../companies/companies.ts';
import type { GrantRefresh } from '../grants/grant-refresh.ts';
import type { Grant, GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';
import { applyVerdict } from './verdicts.ts';

/** A token that may be used now, and the only CUI that it may be used for here. */
export interface UsableAccess {
  readonly companyId: string;
  readonly grantId: string;
  /** Of the token pair: it grows with every renewal. */
  readonly version: number;
  readonly taxId: string;
  readonly accessToken: Secret;
  readonly accessExpiresAt: number;
}

export interface GrantAccessDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly refresh: GrantRefresh;
}

/** Gives out access tokens of proven authorizations only, and hears what ANAF said to them. */
export class GrantAccess {
  readonly #with: GrantAccessDependencies;

  constructor(dependencies: GrantAccessDependencies) {
    this.#with = dependencies;
  }

  /**
   * Renews the token when it is about to lapse. Throws `AnafError`: `not-authorized` unless the company's authorization is
   * good, `unavailable` when its access has lapsed and ANAF did not answer.
   */
  async open(companyId: string): Promise<UsableAccess> {
    const { taxId, grant } = await this.#proven(companyId);
    const fresh = await this.#with.refresh.fresh(grant);
    if (fresh.kind === 'transient') throw notRenewed();
    if (fresh.kind === 'rejected') throw notAuthorized(companyId);
    return accessOf(companyId, taxId, fresh.grant);
  }

  /**
   * ANAF refused this token: another one to try again with, which somebody renewed meanwhile or ANAF gives now. Undefined
   * when there is none: ANAF has cut the authorization off. Throws `AnafError` like `open`.
   */
  async afterRefusal(refused: UsableAccess): Promise<UsableAccess | undefined> {
    const { companyId } = refused;
    const { taxId, grant } = await this.#proven(companyId);
    // The request that was refused names the CUI of before.
    if (taxId !== refused.taxId) throw notAuthorized(companyId);
    if (grant.id !== refused.grantId) return accessOf(companyId, taxId, grant);
    const fresh = await this.#with.refresh.afterRefusal({ ...grant, version: refused.version });
    if (fresh.kind === 'transient') throw notRenewed();
    return fresh.kind === 'usable' ? accessOf(companyId, taxId, fresh.grant) : undefined;
  }

  async #proven(companyId: string): Promise<{ taxId: string; grant: Grant }> {
    const { database, grants } = this.#with;
    const company = await findCompany(database.queries, companyId);
    const authorization = await database.queries
      .selectFrom('authorizations')
      .select(['grant_id', 'tax_id', 'verdict'])
      .where('company_id', '=', companyId)
      .executeTakeFirst();
    if (!company || !authorization) throw notAuthorized(companyId);
    const isProven = authorization.verdict === 'granted' && authorization.tax_id === company.taxId;
    const grant = isProven ? await grants.read(database.queries, authorization.grant_id) : undefined;
    if (!grant || grant.isRevoked) throw notAuthorized(companyId);
    return { taxId: company.taxId, grant };
  }

  /** ANAF refused the token, or said that the right is gone. */
  async report({ companyId, grantId, version, taxId }: UsableAccess, answer: RightsAnswer): Promise<void> {
    const asked = { companyId, grantId, version, taxId, answer, actor: 'backend' };
    await this.#with.database.transaction((trx) => applyVerdict(trx, asked, instantOf(this.#with.clock)));
  }
}

function accessOf(companyId: string, taxId: string, grant: Grant): UsableAccess {
  const { id: grantId, version, accessToken, accessExpiresAt } = grant;
  return { companyId, grantId, version, taxId, accessToken, accessExpiresAt };
}

function notRenewed(): AnafError {
  return new AnafError('unavailable', 'ANAF did not answer when access was to be renewed');
}

function notAuthorized(companyId: string): AnafError {
  return new AnafError('not-authorized', `the company "${companyId}" has no active authorization`);
}
