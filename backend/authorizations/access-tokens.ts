import { AnafError } from '../anaf/anaf-error.ts';
import type { DeniedScope, RightsAnswer } from '../anaf/rights.ts';
import { meaningOfStatus } from '../anaf/vocabulary.ts';
import { findCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import { callWithRenewal } from '../grants/call-with-renewal.ts';
import type { GrantRefresh } from '../grants/grant-refresh.ts';
import type { Grant, GrantStore } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';
import { applyVerdict } from './verdicts.ts';

/** An access token that may be used now, and the only CUI that it may be used for. */
export interface CompanyAccess {
  readonly companyId: string;
  readonly grantId: string;
  /** Version of the token pair. Grows with every renewal. */
  readonly version: number;
  readonly taxId: string;
  readonly accessToken: Secret;
  /** Epoch seconds. */
  readonly accessExpiresAt: number;
}

export interface AccessTokensDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly refresh: GrantRefresh;
}

/** Provides the access tokens of companies whose right is proven, and records when ANAF refuses one. */
export class AccessTokens {
  readonly #dependencies: AccessTokensDependencies;

  constructor(dependencies: AccessTokensDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * The company's access token, renewed when it is about to expire. Throws `AnafError`: `not-authorized` unless the
   * company's authorization is active, `unavailable` when the token has expired and ANAF did not answer the renewal.
   */
  async open(companyId: string): Promise<CompanyAccess> {
    const { taxId, grant } = await this.#readProven(companyId);
    const fresh = await this.#dependencies.refresh.fresh(grant);
    if (fresh.kind === 'transient') throw notRenewed();
    if (fresh.kind === 'rejected') throw notAuthorized(companyId);
    return accessOf(companyId, taxId, fresh.grant);
  }

  /** Like `open`, for a token that leaves the backend: adds an entry to the company's history. */
  async expose(companyId: string): Promise<CompanyAccess> {
    const access = await this.open(companyId);
    const at = instantOf(this.#dependencies.clock);
    await recordHistory(this.#dependencies.database.queries, {
      companyId,
      at,
      event: 'access-token-exposed',
      actor: 'host',
    });
    return access;
  }

  /**
   * Calls ANAF with the token, and once more with a renewed one when ANAF refuses it. When ANAF refuses the renewed token
   * or the renewal, the authorization counts as revoked. Throws `AnafError` like `open`.
   */
  async call<Answer extends { readonly status: number }>(
    access: CompanyAccess,
    call: (accessToken: Secret) => Promise<Answer>,
  ): Promise<Answer> {
    const isRefused = ({ status }: Answer) => meaningOfStatus(status) === 'token-refused';
    const result = await callWithRenewal(
      access,
      ({ accessToken }) => call(accessToken),
      isRefused,
      (refused) => this.#replacementFor(refused),
    );
    if (!result) throw notRenewed();
    if (!isRefused(result.answer)) return result.answer;
    await this.#report(result.token, { kind: 'token-refused' });
    throw new AnafError('not-authorized', 'ANAF refused the access token');
  }

  /** Records that ANAF denied the right in an answer to this token. */
  async reportDenied(access: CompanyAccess, scope: DeniedScope): Promise<void> {
    await this.#report(access, { kind: 'denied', scope });
  }

  async #replacementFor(refused: CompanyAccess): Promise<CompanyAccess | 'rejected' | 'transient'> {
    const { companyId } = refused;
    const { taxId, grant } = await this.#readProven(companyId);
    // The host has changed the CUI, and the refused call names the old one.
    if (taxId !== refused.taxId) throw notAuthorized(companyId);
    if (grant.id !== refused.grantId) return accessOf(companyId, taxId, grant);
    const fresh = await this.#dependencies.refresh.afterRefusal({ ...grant, version: refused.version });
    return fresh.kind === 'usable' ? accessOf(companyId, taxId, fresh.grant) : fresh.kind;
  }

  async #readProven(companyId: string): Promise<{ taxId: string; grant: Grant }> {
    const { database, grants } = this.#dependencies;
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

  async #report({ companyId, grantId, version, taxId }: CompanyAccess, answer: RightsAnswer): Promise<void> {
    const asked = { companyId, grantId, version, taxId, answer, actor: 'backend' };
    await this.#dependencies.database.transaction((trx) =>
      applyVerdict(trx, asked, instantOf(this.#dependencies.clock)),
    );
  }
}

function accessOf(companyId: string, taxId: string, grant: Grant): CompanyAccess {
  const { id: grantId, version, accessToken, accessExpiresAt } = grant;
  return { companyId, grantId, version, taxId, accessToken, accessExpiresAt };
}

function notRenewed(): AnafError {
  return new AnafError('unavailable', 'ANAF did not answer when the access token had to be renewed');
}

function notAuthorized(companyId: string): AnafError {
  return new AnafError('not-authorized', `the company "${companyId}" has no active authorization`);
}
