import type { Company, MockState } from '../../../engine/state/mock-state.ts';
import { propagationSeconds } from '../../../engine/state/people.ts';
import type { MockParts } from '../../../parts.ts';
import { json } from '../../../wire/http/answer.ts';
import { inspectToken } from '../../inspect-token.ts';
import { type AdminRoute, route } from '../admin-route.ts';
import { journalStream } from '../journal/journal-stream.ts';
import * as inspection from './inspection-operations.ts';

/** A company with who may act for it and what stands in its lists. */
export interface CompanyDescription extends Company {
  /** `isInForce`: a right counts a day after it was given. */
  readonly people: readonly { readonly name: string; readonly since: number; readonly isInForce: boolean }[];
  readonly messages: { readonly test: number; readonly prod: number };
}

/** What may be looked at without changing anything. */
export function inspectionRoutes(parts: MockParts): readonly AdminRoute[] {
  return [
    route(inspection.readCompanies, () => {
      const now = parts.clock.now();
      const companies = parts.state.companies.map((company) => describeCompany(parts.state, company, now));
      return json(200, { companies }, 'the companies were read');
    }),
    route(inspection.followJournal, ({ request }) => journalStream(parts.journal, request)),
    route(inspection.inspectToken, ({ body }) =>
      json(200, inspectToken(parts, body.token.trim()), 'a token was inspected'),
    ),
  ];
}

function describeCompany({ people, messages }: MockState, company: Company, now: number): CompanyDescription {
  const listed = Object.values(messages).filter(({ cif }) => cif === company.cui);
  const count = (wanted: string) => listed.filter(({ environment }) => environment === wanted).length;
  return {
    ...company,
    people: people.flatMap(({ name, rights }) =>
      rights
        .filter(({ cui }) => cui === company.cui)
        .map(({ since }) => ({ name, since, isInForce: now - since >= propagationSeconds })),
    ),
    messages: { test: count('test'), prod: count('prod') },
  };
}
