import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { CertificateIdentity } from 'spv-authorize/contract';
import type { IssuedTokens } from '../anaf/oauth-client.ts';
import { readTokenEnd, type TokenClaims } from '../anaf/token-claims.ts';
import type { Queries } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import type { Encryption } from '../vault/encryption.ts';
import { hashOf, type Secret } from '../vault/secret.ts';

/** ANAF's documented lifetimes, for tokens that do not contain their own (docs/facts-anaf.md §1.5). */
export const accessLifetimeSeconds = 90 * 24 * 3600;
const certificateSessionSeconds = 365 * 24 * 3600;

/** A token pair of one certificate and what is known about it. Instants are in epoch seconds. */
export interface Grant {
  readonly id: string;
  readonly certificate: CertificateIdentity;
  readonly accessToken: Secret;
  readonly refreshToken: Secret | undefined;
  readonly accessExpiresAt: number;
  /** When the refresh token expires and a person has to authorize again. */
  readonly reauthorizeBy: number;
  /** ANAF has refused an access token that had not expired. */
  readonly isRevoked: boolean;
  /** The last refresh of this token pair; undefined before the first. */
  readonly renewal: { readonly result: 'renewed' | 'transient' | 'rejected'; readonly attemptedAt: number } | undefined;
  /** Grows with every new token pair. */
  readonly version: number;
}

/** The row of a new grant. Its tokens are encrypted, each bound to its row and column. */
export interface SealedGrant {
  readonly id: string;
  readonly issuer: string;
  readonly serial: string;
  readonly roles: string;
  readonly access_token: string;
  readonly refresh_token: string | null;
  readonly issued_at: number;
  readonly access_expires_at: number;
  readonly reauthorize_by: number;
}

/** Encrypts and decrypts grants. */
export class GrantStore {
  readonly #encryption: Encryption;

  constructor(encryption: Encryption) {
    this.#encryption = encryption;
  }

  /**
   * Prepares the row of a new grant outside of the transaction that stores it, so that the transaction does not wait
   * for the encryption.
   */
  async seal(tokens: IssuedTokens, claims: TokenClaims, issuedAt: number): Promise<SealedGrant> {
    const id = randomUUID();
    const refreshEnd = tokens.refreshToken && readTokenEnd(tokens.refreshToken.reveal());
    return {
      id,
      issuer: claims.issuer,
      serial: claims.serial,
      roles: JSON.stringify(claims.roles),
      ...(await this.sealTokens(id, tokens)),
      issued_at: issuedAt,
      access_expires_at: claims.expiresAt ?? issuedAt + (tokens.expiresInSeconds ?? accessLifetimeSeconds),
      reauthorize_by: refreshEnd ?? issuedAt + certificateSessionSeconds,
    };
  }

  /** Encrypts a token pair for the row of an existing or new grant. */
  async sealTokens(id: string, { accessToken, refreshToken }: IssuedTokens) {
    return {
      access_token: await this.#encryption.encrypt(accessToken, placeOf(id, 'access_token')),
      refresh_token: refreshToken ? await this.#encryption.encrypt(refreshToken, placeOf(id, 'refresh_token')) : null,
    };
  }

  /**
   * Id of the grant that holds this access token; undefined when none does. ANAF accepts a refresh token once, so a token
   * pair must not be stored twice: until `trx` ends, other searches for the same token wait.
   */
  async findHolder(trx: Transaction<Schema>, accessToken: Secret, claims: TokenClaims): Promise<string | undefined> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${hashOf(accessToken.reveal())}, 0))`.execute(trx);
    const rows = await trx
      .selectFrom('grants')
      .select(['id', 'access_token'])
      .where('issuer', '=', claims.issuer)
      .where('serial', '=', claims.serial)
      // Nobody deletes a grant between here and the end of the transaction.
      .forKeyShare()
      .execute();
    for (const { id, access_token } of rows) {
      const stored = await this.#encryption.decrypt(access_token, placeOf(id, 'access_token'));
      if (stored.reveal() === accessToken.reveal()) return id;
    }
    return undefined;
  }

  /** Undefined when the grant does not exist. */
  async read(queries: Queries, id: string): Promise<Grant | undefined> {
    const row = await queries.selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    return {
      id,
      certificate: { issuer: row.issuer, serial: row.serial },
      accessToken: await this.#encryption.decrypt(row.access_token, placeOf(id, 'access_token')),
      refreshToken:
        row.refresh_token === null
          ? undefined
          : await this.#encryption.decrypt(row.refresh_token, placeOf(id, 'refresh_token')),
      accessExpiresAt: row.access_expires_at,
      reauthorizeBy: row.reauthorize_by,
      isRevoked: row.revoked_at !== null,
      renewal:
        row.renewal_result === null
          ? undefined
          : { result: row.renewal_result, attemptedAt: row.renewal_attempt_at ?? row.issued_at },
      version: row.version,
    };
  }
}

/** The certificate of an existing grant. */
export async function certificateOf(queries: Queries, id: string): Promise<CertificateIdentity> {
  return queries.selectFrom('grants').select(['issuer', 'serial']).where('id', '=', id).executeTakeFirstOrThrow();
}

/** Deletes a grant, unless an authorization or a candidate still refers to it. */
export async function deleteUnusedGrant(trx: Transaction<Schema>, id: string): Promise<void> {
  // Without the lock, two companies that leave a shared grant at once would both see the other's authorization, and the grant
  // would stay.
  await trx.selectFrom('grants').select('id').where('id', '=', id).forUpdate().execute();
  await trx
    .deleteFrom('grants')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('authorizations').select('company_id').where('grant_id', '=', id))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('candidates').select('company_id').where('grant_id', '=', id))),
    )
    .execute();
}

function placeOf(row: string, column: 'access_token' | 'refresh_token') {
  return { table: 'grants', column, row };
}
