import type { Authorization } from 'spv-authorize/contract';
import type { Company } from '../companies/companies.ts';
import type { Queries } from '../storage/database.ts';
import { connectedAuthorization, unprovenAuthorization } from './authorization-status.ts';

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
  if (current) return connectedAuthorization(current, company, now);

  const candidate = await queries
    .selectFrom('candidates')
    .innerJoin('grants', 'grants.id', 'candidates.grant_id')
    .innerJoin('attempts', 'attempts.id', 'candidates.attempt_id')
    .select(['candidates.tax_id', 'candidates.created_at', 'attempts.user_name', ...grantFacts])
    .where('candidates.company_id', '=', company.id)
    .orderBy('candidates.created_at', 'desc')
    .executeTakeFirst();
  return candidate ? unprovenAuthorization(candidate, company) : { status: 'none' };
}
