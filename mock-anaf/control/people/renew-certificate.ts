import { endGrants } from '../../anaf/oauth/grants.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { EarlierCertificate, Person } from '../../engine/state/mock-state.ts';
import type { MockParts } from '../../parts.ts';
import { knownPerson, replacePerson } from './known-person.ts';

export interface Renewal {
  /** When the new certificate was enrolled (epoch seconds); default `null`: not yet, as `changePerson` may do later. */
  readonly enrolledAt?: number | null;
  /** The old certificate stays enrolled beside the new one. Default `false`. */
  readonly keepsOldEnrolled?: boolean;
}

/**
 * Gives a person a certificate with a new key and serial. Documented by third parties: ANAF must be told of it
 * (anaf.ro/reinnoire), and until then the new one is not enrolled. Grants of the old serial are for the switch
 * `renewalEndsGrants`; the rights are the person's and go with every certificate that is enrolled.
 *
 * @throws ControlError if there is no such person
 */
export function renewCertificate(parts: MockParts, name: string, renewal: Renewal = {}): Person {
  const person = knownPerson(parts.state, name);
  const { earlierCertificates = [], renewals = 0, isRevoked: _ofTheOld, ...others } = person;
  const { enrolledAt = null, keepsOldEnrolled = false } = renewal;
  const old: EarlierCertificate = {
    serial: serialOf(person),
    enrolledAt: keepsOldEnrolled ? person.enrolledAt : null,
    validity: person.validity,
    keyPair: person.keyPair,
    certificatePem: person.certificatePem,
  };
  const renewed: Person = {
    ...others,
    enrolledAt,
    validity: 'long',
    renewals: renewals + 1,
    earlierCertificates: [...earlierCertificates, old],
    keyPair: null,
    certificatePem: null,
  };
  replacePerson(parts.state, person, renewed);
  if (parts.switches.renewalEndsGrants) endGrants(parts, { serial: colonSeparated(old.serial) });
  return renewed;
}
