import type { Company } from '../../engine/state/mock-state.ts';
import type { MockParts } from '../../parts.ts';
import { addPerson, type PersonToAdd, removePerson } from './add-person.ts';
import { putCompany, removeCompany } from './change-companies.ts';
import { changePerson, type PersonChange } from './change-person.ts';
import { type Delegation, delegateRight } from './delegate-right.ts';
import { type Persona, personaOf } from './persona.ts';
import { type Renewal, renewCertificate } from './renew-certificate.ts';

/** People, certificates and companies at run time; what comes afterwards is judged by it. Each throws a TypeError at wrong arguments. */
export interface PeopleControl {
  addPerson(person: PersonToAdd): Persona;
  /** Takes a person out of ANAF's registers. */
  removePerson(name: string): void;
  /** Changes what ANAF's registers say of a person. */
  changePerson(name: string, change: PersonChange): void;
  /** Gives a person a certificate with a new key and serial, enrolled when that is said. */
  renewCertificate(name: string, renewal?: Renewal): Persona;
  /** Passes a person's right for a company on to another. */
  delegateRight(delegation: Delegation): void;
  /** Adds a company, or replaces the one with this CUI. */
  putCompany(company: Company): void;
  /** Takes a company out of the registers, with everybody's rights for it. */
  removeCompany(cui: string): void;
}

export function peopleControl(parts: MockParts): PeopleControl {
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
