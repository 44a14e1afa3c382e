import { inspectToken } from '../control/inspect-token.ts';
import { json } from '../http/answer.ts';
import type { Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import type { Company, MockState } from '../state/mock-state.ts';
import { propagationSeconds } from '../state/people.ts';
import { bodyOf, readFields, requiredText } from './body.ts';
import { journalStream } from './journal-stream.ts';

/** A company with who may act for it and what stands in its lists. */
export interface CompanyDescription extends Company {
  /** `isInForce`: a right counts a day after it was given. */
  readonly people: readonly { readonly name: string; readonly since: number; readonly isInForce: boolean }[];
  readonly messages: { readonly test: number; readonly prod: number };
}

/** What may be looked at without changing anything. */
export function inspectionRoutes(parts: MockParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/companies',
      handle: () => {
        const companies = parts.state.companies.map((company) =>
          describeCompany(parts.state, company, parts.clock.now()),
        );
        return json(200, { companies }, 'the companies were read');
      },
    },
    { method: 'GET', path: '/journal/stream', handle: (request) => journalStream(parts.journal, request) },
    {
      method: 'POST',
      path: '/tokens/inspect',
      handle: (request) => {
        const { token } = readFields(bodyOf(request), { token: 'string' });
        return json(200, inspectToken(parts, requiredText(token, 'token').trim()), 'a token was inspected');
      },
    },
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
