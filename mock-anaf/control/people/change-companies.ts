import { ControlError } from '../../engine/settings/control-error.ts';
import type { Company } from '../../engine/state/mock-state.ts';
import type { MockParts } from '../../parts.ts';

/** Adds a company, or puts it in the place of the one with this CUI. @throws ControlError if CUI or name cannot be one */
export function putCompany({ state }: MockParts, company: Company): Company {
  if (!/^[1-9]\d{1,9}$/.test(company.cui)) {
    throw new ControlError(`"cui" must be 2 to 10 digits, without RO and not beginning with 0; got "${company.cui}"`);
  }
  if (company.name.trim() === '') throw new ControlError('"name" of a company must not be empty');
  const isThere = state.companies.some(({ cui }) => cui === company.cui);
  state.companies = isThere
    ? state.companies.map((one) => (one.cui === company.cui ? company : one))
    : [...state.companies, company];
  return company;
}

/** Takes a company out of the registers, with everybody's rights for it. @throws ControlError if there is none */
export function removeCompany({ state }: MockParts, cui: string): void {
  const known = state.companies.map((company) => company.cui);
  if (!known.includes(cui)) throw new ControlError(`"cui" must be one of ${known.join(', ')}; got "${cui}"`);
  state.companies = state.companies.filter((company) => company.cui !== cui);
  state.people = state.people.map((person) => {
    const rights = person.rights.filter((right) => right.cui !== cui);
    return rights.length === person.rights.length ? person : { ...person, rights };
  });
}
