import type { Transaction } from 'kysely';
import { emailAddress, writtenLanguage } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { Schema } from '../storage/schema.ts';

/** Somebody whom the host wants to be told about a company's authorization. */
const contact = v.strictObject({ email: emailAddress, language: v.optional(writtenLanguage) });
export type Contact = v.InferOutput<typeof contact>;

/** The contacts of a request; a missing list leaves the stored ones as they are. */
export const contacts = v.optional(v.pipe(v.array(contact), v.maxLength(20)));

/** A user of the host who has a session. */
export interface CompanyUser {
  readonly id: string;
  readonly name: string | undefined;
  readonly email: string;
  readonly language: 'ro' | 'en' | undefined;
}

/** Stores the address of a user, so that the user can be told later. */
export async function saveUser(trx: Transaction<Schema>, companyId: string, user: CompanyUser): Promise<void> {
  const known = { name: user.name ?? null, email: user.email, language: user.language ?? 'ro' };
  await trx
    .insertInto('company_users')
    .values({ company_id: companyId, user_id: user.id, ...known })
    .onConflict((conflict) => conflict.columns(['company_id', 'user_id']).doUpdateSet(known))
    .execute();
}

/** Replaces the contacts of a company. The last of two with the same address counts. */
export async function saveContacts(
  trx: Transaction<Schema>,
  companyId: string,
  contacts: readonly Contact[],
): Promise<void> {
  await trx.deleteFrom('contacts').where('company_id', '=', companyId).execute();
  const byAddress = new Map(contacts.map((one) => [one.email.toLowerCase(), one]));
  const rows = [...byAddress.values()].map(({ email, language }) => ({
    company_id: companyId,
    email,
    language: language ?? ('ro' as const),
  }));
  if (rows.length > 0) await trx.insertInto('contacts').values(rows).execute();
}
