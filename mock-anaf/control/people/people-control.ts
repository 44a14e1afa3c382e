import type { Company } from '../../engine/state/mock-state.ts';
import { addPerson, type PersonToAdd, removePerson } from './add-person.ts';
import { putCompany, removeCompany } from './change-companies.ts';
import { changePerson, type PersonChange } from './change-person.ts';
import { type Delegation, delegateRight } from './delegate-right.ts';
import { type Persona, personaOf } from './persona.ts';
import { type Renewal, type RenewalParts, renewCertificate } from './renew-certificate.ts';

/**
 * Methods that change people, certificates and companies while the mock runs. Later requests are judged by the new data. Each method
 * throws a TypeError if an argument is invalid.
 */
export interface PeopleControl {
  addPerson(person: PersonToAdd): Persona;
  /** Removes a person from ANAF's registers. */
  removePerson(name: string): void;
  /** Changes a person in ANAF's registers. */
  changePerson(name: string, change: PersonChange): void;
  /** Gives a person a certificate with a new key and serial; not enrolled unless `renewal` says so. */
  renewCertificate(name: string, renewal?: Renewal): Persona;
  /** Delegates a person's right for a company to another person. */
  delegateRight(delegation: Delegation): void;
  /** Adds a company, or replaces the one with the same CUI. */
  putCompany(company: Company): void;
  /** Removes a company from the registers, together with all rights for it. */
  removeCompany(cui: string): void;
}

/** Implements `PeopleControl` for a mock. */
export function peopleControl(parts: RenewalParts): PeopleControl {
  const { keys } = parts.state;
  return {
    addPerson: (person) => personaOf(addPerson(parts, person), keys),
    removePerson: (name) => removePerson(parts, name),
    changePerson: (name, change) => {
      changePerson(parts, name, change);
    },
    renewCertificate: (name, renewal) => personaOf(renewCertificate(parts, name, renewal), keys),
    delegateRight: (delegation) => {
      delegateRight(parts, delegation);
    },
    putCompany: (company) => {
      putCompany(parts, company);
    },
    removeCompany: (cui) => removeCompany(parts, cui),
  };
}
