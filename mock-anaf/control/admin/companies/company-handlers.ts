import type { Engine } from '../../../engine/engine.ts';
import type { Company, MockState } from '../../../engine/state/mock-state.ts';
import { propagationSeconds } from '../../../engine/state/people.ts';
import { addMessages } from '../../messages/add-messages.ts';
import { putCompany, removeCompany } from '../../people/change-companies.ts';
import type { HandlersOf } from '../operation/operation.ts';
import type { companyOperations } from './company-operations.ts';
import type { CompanyDescription, CompanyEntry } from './company-schemas.ts';

/** Handlers that list and change companies, and add messages to their lists. */
export function companyHandlers(
  parts: Pick<Engine, 'clock' | 'state' | 'switches'>,
): HandlersOf<typeof companyOperations> {
  const { clock, state } = parts;
  return {
    readCompanies: () => {
      const now = clock.now();
      return { companies: state.companies.map((company) => describeCompany(state, company, now)) };
    },
    putCompany: ({ body, parameters: { cui } }) => entryOf(putCompany(parts, { ...body, cui })),
    removeCompany: ({ parameters: { cui } }) => {
      removeCompany(parts, cui);
      return { done: true };
    },
    addMessages: ({ body, parameters: { cui } }) => ({ uploadIds: addMessages(parts, { ...body, cui }) }),
  };
}

function entryOf({ cui, name, isEnforcementAuthority }: Company): CompanyEntry {
  return { cui, name, ...(isEnforcementAuthority !== undefined && { isEnforcementAuthority }) };
}

function describeCompany({ people, messages }: MockState, company: Company, now: number): CompanyDescription {
  const listed = Object.values(messages).filter(({ cif }) => cif === company.cui);
  const count = (wanted: string) => listed.filter(({ environment }) => environment === wanted).length;
  return {
    ...entryOf(company),
    people: people.flatMap(({ name, rights }) =>
      rights
        .filter(({ cui }) => cui === company.cui)
        .map(({ since }) => ({ name, since, isInForce: now - since >= propagationSeconds })),
    ),
    messages: { test: count('test'), prod: count('prod') },
  };
}
