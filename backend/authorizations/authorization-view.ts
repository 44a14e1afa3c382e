import type { Selectable } from 'kysely';
import type { Authorization, ConnectedAuthorization } from 'spv-authorize/contract';
import type { Company } from '../companies/companies.ts';
import type { Queries } from '../storage/database.ts';
import type { AuthorizationsTable, GrantsTable } from '../storage/schema.ts';

type GrantFacts = Pick<
  Selectable<GrantsTable>,
  | 'issuer'
  | 'serial'
  | 'access_expires_at'
  | 'reauthorize_by'
  | 'revoked_at'
  | 'renewal_result'
  | 'renewal_attempt_at'
  | 'next_action_at'
>;
type AuthorizationFacts = Pick<
  Selectable<AuthorizationsTable>,
  'tax_id' | 'verdict' | 'verdict_at' | 'authorized_at' | 'authorized_by_name' | 'via'
>;

const grantFacts = [
  'grants.issuer',
  'grants.serial',
  'grants.access_expires_at',
  'grants.reauthorize_by',
  'grants.revoked_at',
  'grants.renewal_result',
  'grants.renewal_attempt_at',
  'grants.next_action_at',
] as const;

/**
 * Reads the company's authorization in the contract's form, at the instant `now`. The status is `checking` while the
 * right of a first grant is not proven yet.
 */
export async function readAuthorization(queries: Queries, company: Company, now: number): Promise<Authorization> {
  const current = await queries
    .selectFrom('authorizations')
    .innerJoin('grants', 'grants.id', 'authorizations.grant_id')
    .select(['tax_id', 'verdict', 'verdict_at', 'authorized_at', 'authorized_by_name', 'via', ...grantFacts])
    .where('company_id', '=', company.id)
    .executeTakeFirst();
  if (current) return { status: statusOf(current, company, now), ...connectionOf(current, company) };

  const candidate = await queries
    .selectFrom('candidates')
    .innerJoin('grants', 'grants.id', 'candidates.grant_id')
    .innerJoin('attempts', 'attempts.id', 'candidates.attempt_id')
    .select(['candidates.tax_id', 'candidates.created_at', 'attempts.user_name', ...grantFacts])
    .where('candidates.company_id', '=', company.id)
    .orderBy('candidates.created_at', 'desc')
    .executeTakeFirst();
  if (!candidate) return { status: 'none' };
  const unproven: AuthorizationFacts = {
    tax_id: candidate.tax_id,
    verdict: 'unknown',
    verdict_at: null,
    authorized_at: candidate.created_at,
    authorized_by_name: candidate.user_name,
    via: 'certificate',
  };
  return { status: 'checking', ...connectionOf({ ...candidate, ...unproven }, company) };
}

function statusOf(
  row: AuthorizationFacts & GrantFacts,
  company: Company,
  now: number,
): ConnectedAuthorization['status'] {
  if (row.revoked_at !== null) return 'revoked';
  if (now >= row.access_expires_at) return 'expired';
  if (row.tax_id !== company.taxId) return 'checking';
  return row.verdict === 'denied' ? 'no-rights' : 'active';
}

function connectionOf(row: AuthorizationFacts & GrantFacts, company: Company): Omit<ConnectedAuthorization, 'status'> {
  const isAboutThisTaxId = row.tax_id === company.taxId;
  return {
    accessExpiresAt: row.access_expires_at,
    reauthorizeBy: row.reauthorize_by,
    authorizedAt: row.authorized_at,
    ...(row.authorized_by_name !== null && { authorizedBy: row.authorized_by_name }),
    via: row.via,
    certificate: { issuer: row.issuer, serial: row.serial },
    rights: {
      verdict: isAboutThisTaxId ? row.verdict : 'unknown',
      ...(isAboutThisTaxId && row.verdict_at !== null && { checkedAt: row.verdict_at }),
    },
    renewal: {
      ...(row.renewal_result !== null && { lastResult: row.renewal_result }),
      ...(row.renewal_attempt_at !== null && { lastAttemptAt: row.renewal_attempt_at }),
      ...(row.next_action_at !== null && { nextAttemptAt: row.next_action_at }),
    },
  };
}
