import { serialOf } from '../pki/serial.ts';
import type { MockState, Person } from './mock-state.ts';

/** Finds a person by name. */
export function findPerson(state: MockState, name: string): Person | undefined {
  return state.people.find((person) => person.name === name);
}

/** What ANAF's registers contain about one certificate. */
export interface RegisteredCertificate {
  readonly person: Person;
  /** Epoch seconds; `null`: never, or no longer. */
  readonly enrolledAt: number | null;
  readonly isRevoked: boolean;
}

/**
 * Finds a certificate, current or renewed, by serial number.
 * @param serial hexadecimal, with or without colons
 */
export function findCertificate(state: MockState, serial: string): RegisteredCertificate | undefined {
  const wanted = serial.replaceAll(':', '').toLowerCase();
  for (const person of state.people) {
    const { enrolledAt, isRevoked = false, earlierCertificates = [] } = person;
    if (serialOf(person) === wanted) return { person, enrolledAt, isRevoked };
    const earlier = earlierCertificates.find((certificate) => certificate.serial === wanted);
    if (earlier) return { person, enrolledAt: earlier.enrolledAt, isRevoked: false };
  }
  return undefined;
}

/**
 * CUIs that this certificate may act for at `now`. A right comes into force a day after it was given, and only with a certificate that
 * was enrolled at least a day ago.
 */
function companiesOf({ person, enrolledAt }: RegisteredCertificate, now: number): readonly string[] {
  if (enrolledAt === null || now - enrolledAt < propagationSeconds) return [];
  return person.rights.filter(({ since }) => now - since >= propagationSeconds).map(({ cui }) => cui);
}

/** CUIs that the certificate with this serial number may act for at `now`; empty if the registers do not contain it. */
export function companiesOfSerial(state: MockState, serial: string, now: number): readonly string[] {
  const registered = findCertificate(state, serial);
  return registered ? companiesOf(registered, now) : [];
}

/** Documented by third parties: a certificate or right is usable about 24 hours after it was registered. */
export const propagationSeconds = 24 * 3600;
