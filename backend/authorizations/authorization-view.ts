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
  const [authorization] = await readAuthorizations(queries, [company], now);
  return authorization ?? { status: 'none' };
}

/** The authorizations of several companies, in the same order. */
export async function readAuthorizations(
  queries: Queries,
  companies: readonly Company[],
  now: number,
): Promise<Authorization[]> {
  if (companies.length === 0) return [];
  const ids = companies.map(({ id }) => id);
  const current = byCompany(await authorizationsOf(queries, ids));
  const waiting = byCompany(await candidatesOf(queries, ids));
  return companies.map((company) => {
    const facts = current.get(company.id);
    if (facts) return connectedAuthorization(facts, company, now);
    const candidate = waiting.get(company.id);
    return candidate ? unprovenAuthorization(candidate, company) : { status: 'none' };
  });
}

function authorizationsOf(queries: Queries, companyIds: readonly string[]) {
  return queries
    .selectFrom('authorizations')
    .innerJoin('grants', 'grants.id', 'authorizations.grant_id')
    .select(['company_id', 'tax_id', 'verdict', 'verdict_at', 'authorized_at', 'authorized_by_name', 'via'])
    .select(grantFacts)
    .where('company_id', 'in', companyIds)
    .execute();
}

/** Candidates, the newest of a company last. */
function candidatesOf(queries: Queries, companyIds: readonly string[]) {
  return queries
    .selectFrom('candidates')
    .innerJoin('grants', 'grants.id', 'candidates.grant_id')
    .innerJoin('attempts', 'attempts.id', 'candidates.attempt_id')
    .select(['candidates.company_id', 'candidates.tax_id', 'candidates.created_at', 'attempts.user_name'])
    .select(grantFacts)
    .where('candidates.company_id', 'in', companyIds)
    .orderBy('candidates.created_at')
    .execute();
}

/** Of several rows of a company, the last. */
function byCompany<Row extends { readonly company_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.company_id, row]));
}
