import type { Selectable } from 'kysely';
import type { ConnectedAuthorization } from 'spv-authorize/contract';
import type { Company } from '../companies/companies.ts';
import type { AuthorizationsTable, CandidatesTable, GrantsTable } from '../storage/schema.ts';

/** What the status says about the token pair and its certificate. */
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

/** A stored authorization with its grant. */
export type AuthorizationFacts = GrantFacts &
  Pick<
    Selectable<AuthorizationsTable>,
    'tax_id' | 'verdict' | 'verdict_at' | 'authorized_at' | 'authorized_by_name' | 'via'
  >;

/** A candidate with its grant, and the name of the person who authorized. */
export type CandidateFacts = GrantFacts &
  Pick<Selectable<CandidatesTable>, 'tax_id' | 'created_at'> & { readonly user_name: string | null };

type TaxIdOwner = Pick<Company, 'taxId'>;

/** The authorization as the contract describes it. A verdict about another CUI than the company's does not count. */
export function connectedAuthorization(
  facts: AuthorizationFacts,
  company: TaxIdOwner,
  now: number,
): ConnectedAuthorization {
  return { status: statusOf(facts, company, now), ...connectionOf(facts, company) };
}

/** A first grant as the contract describes it while ANAF has not answered about its right yet. */
export function unprovenAuthorization(candidate: CandidateFacts, company: TaxIdOwner): ConnectedAuthorization {
  const facts: AuthorizationFacts = {
    ...candidate,
    verdict: 'unknown',
    verdict_at: null,
    authorized_at: candidate.created_at,
    authorized_by_name: candidate.user_name,
    via: 'certificate',
  };
  return { status: 'checking', ...connectionOf(facts, company) };
}

function statusOf(facts: AuthorizationFacts, { taxId }: TaxIdOwner, now: number): ConnectedAuthorization['status'] {
  if (facts.revoked_at !== null) return 'revoked';
  if (now >= facts.access_expires_at) return 'expired';
  if (facts.tax_id !== taxId) return 'checking';
  return facts.verdict === 'denied' ? 'no-rights' : 'active';
}

function connectionOf(facts: AuthorizationFacts, { taxId }: TaxIdOwner): Omit<ConnectedAuthorization, 'status'> {
  const isAboutThisTaxId = facts.tax_id === taxId;
  return {
    accessExpiresAt: facts.access_expires_at,
    reauthorizeBy: facts.reauthorize_by,
    authorizedAt: facts.authorized_at,
    ...(facts.authorized_by_name !== null && { authorizedBy: facts.authorized_by_name }),
    via: facts.via,
    certificate: { issuer: facts.issuer, serial: facts.serial },
    rights: {
      verdict: isAboutThisTaxId ? facts.verdict : 'unknown',
      ...(isAboutThisTaxId && facts.verdict_at !== null && { checkedAt: facts.verdict_at }),
    },
    renewal: {
      ...(facts.renewal_result !== null && { lastResult: facts.renewal_result }),
      ...(facts.renewal_attempt_at !== null && { lastAttemptAt: facts.renewal_attempt_at }),
      ...(facts.next_action_at !== null && { nextAttemptAt: facts.next_action_at }),
    },
  };
}
