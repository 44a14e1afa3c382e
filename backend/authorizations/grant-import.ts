import type { Transaction } from 'kysely';
import type { EFacturaApi } from '../anaf/efactura-api.ts';
import { checkRight, type RightsAnswer } from '../anaf/rights.ts';
import { readTokenClaims, readTokenEnd, type TokenClaims } from '../anaf/token-claims.ts';
import { eFacturaRole } from '../anaf/vocabulary.ts';
import { dropObsoleteCandidates, pointAuthorization } from '../authorizing/promotion.ts';
import { findCompany, lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import { InvalidInputError } from '../companies/input.ts';
import { accessLifetimeSeconds, deleteUnusedGrant, type GrantStore, type SealedGrant } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';

/** A token pair that another program got from ANAF for this application. */
export interface ForeignGrant {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  /** When a person has to authorize again, in epoch seconds. Default: the end of the refresh token. */
  readonly reauthorizeBy: number | undefined;
}

/**
 * Result of an import. Only `imported` changes anything.
 * - `company-unknown`: there is no such company.
 * - the other kinds are ANAF's answer to the check of the right.
 */
export type Import =
  | { readonly kind: 'imported' }
  | { readonly kind: 'company-unknown' }
  | Exclude<RightsAnswer, { readonly kind: 'granted' }>;

export interface GrantImportDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly grants: GrantStore;
  readonly api: EFacturaApi;
  readonly clientId: string;
  readonly answerWithinSeconds: number;
}

/** What is stored when ANAF has confirmed the right. */
interface Proven {
  readonly companyId: string;
  readonly taxId: string;
  readonly accessToken: Secret;
  readonly claims: TokenClaims;
  readonly sealed: SealedGrant;
}

/** Takes over the tokens of a company from another program. */
export class GrantImport {
  readonly #dependencies: GrantImportDependencies;

  constructor(dependencies: GrantImportDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Asks ANAF with the access token whether it has the right for the company's CUI, and makes the pair the company's
   * authorization. The pair is not refreshed before: the other program would lose it even if the import failed. Throws
   * `InvalidInputError` for tokens that cannot be used here; its messages contain no token.
   */
  async run(companyId: string, given: ForeignGrant): Promise<Import> {
    const { database, grants, api, clock, answerWithinSeconds } = this.#dependencies;
    const company = await findCompany(database.queries, companyId);
    if (!company) return { kind: 'company-unknown' };
    const claims = this.#usableClaims(given);
    if (!claims.roles.includes(eFacturaRole)) return { kind: 'service-missing' };
    const { taxId } = company;
    const { accessToken } = given;
    const right = await checkRight(api, { accessToken, taxId }, AbortSignal.timeout(answerWithinSeconds * 1000));
    if (right.kind !== 'granted') return right;
    const issuedAt = (claims.expiresAt ?? instantOf(clock) + accessLifetimeSeconds) - accessLifetimeSeconds;
    const sealed = await grants.seal({ ...given, expiresInSeconds: undefined }, claims, issuedAt);
    const reauthorizeBy = Math.min(sealed.reauthorize_by, given.reauthorizeBy ?? sealed.reauthorize_by);
    const proven = { companyId, taxId, accessToken, claims, sealed: { ...sealed, reauthorize_by: reauthorizeBy } };
    return database.transaction((trx) => this.#store(trx, proven));
  }

  #usableClaims({ accessToken, refreshToken, reauthorizeBy }: ForeignGrant): TokenClaims {
    const now = this.#dependencies.clock.now();
    const claims = readTokenClaims(accessToken.reveal());
    if (!claims) throw wrong('accessToken', 'is not an access token of ANAF: a JWT that names a certificate');
    if (claims.roles.length === 0) throw wrong('accessToken', 'names no service of ANAF. Is it the refresh token?');
    if (claims.clientId !== undefined && claims.clientId !== this.#dependencies.clientId)
      throw wrong('accessToken', 'was issued to another application than the one of this backend');
    if (claims.expiresAt !== undefined && claims.expiresAt <= now)
      throw wrong('accessToken', 'has expired. Refresh it in the other program, and import the new pair');
    if (accessToken.reveal() === refreshToken.reveal()) throw wrong('refreshToken', 'is the access token');
    const refreshEnd = readTokenEnd(refreshToken.reveal());
    if (refreshEnd !== undefined && refreshEnd <= now)
      throw wrong('refreshToken', 'has expired: a person has to authorize again');
    if (reauthorizeBy !== undefined && reauthorizeBy <= now)
      throw wrong('reauthorizeBy', 'is in the past: a person has to authorize again');
    return claims;
  }

  async #store(trx: Transaction<Schema>, { companyId, taxId, accessToken, claims, sealed }: Proven): Promise<Import> {
    const now = instantOf(this.#dependencies.clock);
    const company = await lockCompany(trx, companyId);
    if (!company) return { kind: 'company-unknown' };
    const holder = await this.#dependencies.grants.findHolder(trx, accessToken, claims);
    if (!holder) await trx.insertInto('grants').values(sealed).execute();
    const grantId = holder ?? sealed.id;
    const authorization = { company_id: companyId, grant_id: grantId, tax_id: taxId, via: 'import' as const };
    const before = await pointAuthorization(
      trx,
      { ...authorization, authorized_by_id: 'host', authorized_by_name: null },
      now,
    );
    // The host changed the CUI while ANAF was asked about the old one.
    if (company.taxId !== taxId) {
      await trx
        .updateTable('authorizations')
        .set({ next_action_at: now })
        .where('company_id', '=', companyId)
        .execute();
    }
    if (before && before !== grantId) await deleteUnusedGrant(trx, before);
    await dropObsoleteCandidates(trx, { company_id: companyId, created_at: now }, now);
    const { issuer, serial } = claims;
    await recordHistory(trx, {
      companyId,
      at: now,
      event: before ? 'replaced' : 'authorized',
      actor: 'host',
      detail: { certificate: { issuer, serial }, taxId },
    });
    return { kind: 'imported' };
  }
}

function wrong(field: 'accessToken' | 'refreshToken' | 'reauthorizeBy', message: string): InvalidInputError {
  return new InvalidInputError([{ field, message }]);
}
