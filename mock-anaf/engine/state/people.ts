import { serialOf } from '../pki/serial.ts';
import type { MockState, Person } from './mock-state.ts';

export function findPerson(state: MockState, name: string): Person | undefined {
  return state.people.find((person) => person.name === name);
}

/** What ANAF's registers know of one certificate. */
export interface RegisteredCertificate {
  readonly person: Person;
  /** Epoch seconds; `null`: never, or no longer. */
  readonly enrolledAt: number | null;
  readonly isRevoked: boolean;
}

/** @param serial hexadecimal, with or without colons */
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
 * CUIs for which this certificate may act at `now`. A right becomes effective a day after it was given, and only with a certificate
 * that was enrolled at least a day ago.
 */
function companiesOf({ person, enrolledAt }: RegisteredCertificate, now: number): readonly string[] {
  if (enrolledAt === null || now - enrolledAt < propagationSeconds) return [];
  return person.rights.filter(({ since }) => now - since >= propagationSeconds).map(({ cui }) => cui);
}

/** The same by the serial number in a token; empty for a certificate that the registers do not know. */
export function companiesOfSerial(state: MockState, serial: string, now: number): readonly string[] {
  const registered = findCertificate(state, serial);
  return registered ? companiesOf(registered, now) : [];
}

// documented (third parties): a certificate or right is usable about 24 hours after it was entered.
export const propagationSeconds = 24 * 3600;
