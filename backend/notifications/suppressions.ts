import type { Transaction } from 'kysely';
import type { Queries } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { hashOf, randomSecret, type Secret } from '../vault/secret.ts';

/** Addresses whose owners want no invitations. Only their hashes are kept: the list says nothing about people. */
function addressHash(email: string): string {
  return hashOf(email.toLowerCase());
}

/** Whether the owner of the address has asked for no more invitations. */
export async function isSuppressed(queries: Queries, email: string): Promise<boolean> {
  const found = await queries
    .selectFrom('suppressions')
    .select('since')
    .where('address_hash', '=', addressHash(email))
    .executeTakeFirst();
  return found !== undefined;
}

/** Makes the secret of a mail's address "do not write to me again". */
export async function newUnsubscribeToken(trx: Transaction<Schema>, email: string, now: number): Promise<Secret> {
  const token = randomSecret();
  await trx
    .insertInto('unsubscribe_tokens')
    .values({ token_hash: hashOf(token.reveal()), address_hash: addressHash(email), created_at: now })
    .execute();
  return token;
}

/** Undefined for a token that no mail contains. */
export async function readUnsubscribeToken(
  queries: Queries,
  token: string,
): Promise<{ readonly isSuppressed: boolean } | undefined> {
  const row = await queries
    .selectFrom('unsubscribe_tokens')
    .leftJoin('suppressions', 'suppressions.address_hash', 'unsubscribe_tokens.address_hash')
    .select('suppressions.since')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  return row && { isSuppressed: row.since !== null };
}

/** Ends invitations to the address that the token's mail went to. False for an unknown token. A second call changes nothing. */
export async function suppress(trx: Transaction<Schema>, token: string, now: number): Promise<boolean> {
  const row = await trx
    .selectFrom('unsubscribe_tokens')
    .select('address_hash')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row) return false;
  await trx
    .insertInto('suppressions')
    .values({ address_hash: row.address_hash, since: now })
    .onConflict((conflict) => conflict.column('address_hash').doNothing())
    .execute();
  return true;
}
