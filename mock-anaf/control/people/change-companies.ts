import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Company } from '../../engine/state/mock-state.ts';

/** Adds a company, or replaces the one with the same CUI. @throws ControlError if the CUI or the name is invalid */
export function putCompany({ state }: Pick<Engine, 'state'>, company: Company): Company {
  if (!/^[1-9]\d{1,9}$/.test(company.cui)) {
    throw new ControlError(`"cui" must be 2 to 10 digits, without RO and without a leading 0; got "${company.cui}"`);
  }
  if (company.name.trim() === '') throw new ControlError('"name" of a company must not be empty');
  const isThere = state.companies.some(({ cui }) => cui === company.cui);
  state.companies = isThere
    ? state.companies.map((one) => (one.cui === company.cui ? company : one))
    : [...state.companies, company];
  return company;
}

/** Removes a company from the registers, together with all rights for it. @throws ControlError if it is unknown */
export function removeCompany({ state }: Pick<Engine, 'state'>, cui: string): void {
  const known = state.companies.map((company) => company.cui);
  if (!known.includes(cui)) throw new ControlError(`"cui" must be one of ${known.join(', ')}; got "${cui}"`);
  state.companies = state.companies.filter((company) => company.cui !== cui);
  state.people = state.people.map((person) => {
    const rights = person.rights.filter((right) => right.cui !== cui);
    return rights.length === person.rights.length ? person : { ...person, rights };
  });
}
