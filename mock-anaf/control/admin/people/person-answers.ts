import { englishTitles } from '../../../anaf/login/picker-texts.ts';
import { colonSeparated, serialOf } from '../../../engine/pki/serial.ts';
import type { Person } from '../../../engine/state/mock-state.ts';
import type { PersonaDescription, RegisteredPerson } from './people-schemas.ts';

/** The answer about a person in the list of all people. */
export function personaDescriptionOf(person: Person): PersonaDescription {
  const { name, rights, isRevoked = false, scenario = null } = person;
  const titleEn = englishTitles[name];
  return {
    ...fieldsOf(person),
    ...(titleEn !== undefined && { titleEn }),
    companies: rights.map(({ cui }) => cui),
    isRevoked,
    scenario,
  };
}

/** The answer after a change of a person: their entry in ANAF's registers. */
export function registeredPersonOf(person: Person): RegisteredPerson {
  const { rights, earlierCertificates = [], isRevoked, scenario } = person;
  return {
    ...fieldsOf(person),
    rights: rights.map(({ cui, since, delegatedBy }) => ({ cui, since, ...(delegatedBy && { delegatedBy }) })),
    earlierCertificates: earlierCertificates.map(({ serial, enrolledAt }) => ({
      serial: colonSeparated(serial),
      enrolledAt,
    })),
    ...(isRevoked !== undefined && { isRevoked }),
    ...(scenario && { scenario }),
  };
}

/** An allow-list: only the fields named here leave the admin port, because a `Person` also contains a private key. */
function fieldsOf(person: Person) {
  const { name, fullName, title, pin, authority, validity, enrolledAt } = person;
  const serial = colonSeparated(serialOf(person));
  return { name, fullName, title, pin, authority, validity, enrolledAt, serial, p12: `/personas/${name}.p12` };
}
