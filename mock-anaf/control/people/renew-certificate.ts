import { endGrants } from '../../anaf/oauth/grants.ts';
import type { Engine } from '../../engine/engine.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { EarlierCertificate, Person } from '../../engine/state/mock-state.ts';
import { knownPerson, replacePerson } from './known-person.ts';

/** What `renewCertificate` uses. */
export type RenewalParts = Pick<Engine, 'clock' | 'events' | 'state' | 'switches'>;

/** How a certificate is renewed. */
export interface Renewal {
  /** When the new certificate was enrolled (epoch seconds). Default `null`: not yet; `changePerson` can enrol it later. */
  readonly enrolledAt?: number | null;
  /** Whether the old certificate stays enrolled in addition to the new one. Default `false`. */
  readonly keepsOldEnrolled?: boolean;
}

/**
 * Gives a person a certificate with a new key and serial number. Documented by third parties: the new certificate must be registered at
 * anaf.ro/reinnoire; until then it is not enrolled. The switch `renewalEndsGrants` determines whether the grants of the old serial
 * number end. Rights belong to the person and apply to every enrolled certificate.
 * @throws ControlError if the person is unknown
 */
export function renewCertificate(parts: RenewalParts, name: string, renewal: Renewal = {}): Person {
  const person = knownPerson(parts.state, name);
  const { earlierCertificates = [], renewals = 0, isRevoked: _isOldRevoked, ...others } = person;
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
