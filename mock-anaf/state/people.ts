import { createHash } from 'node:crypto';
import type { MockState, Person } from './mock-state.ts';

/** Serial of a persona's certificate, hexadecimal without colons: the same at every start, as it is made from the name. */
export function serialOf(person: Pick<Person, 'name'>): string {
  const digest = createHash('sha256').update(`mock-anaf certificate of ${person.name}`).digest('hex');
  return `34${digest.slice(0, 30)}`;
}

export function colonSeparated(serial: string): string {
  return serial.match(/../g)?.join(':') ?? serial;
}

export function findPerson(state: MockState, name: string): Person | undefined {
  return state.people.find((person) => person.name === name);
}

/** CUIs for which this certificate may act at `now`: a right counts a day after it was given. */
export function companiesOf(person: Person, now: number): readonly string[] {
  return person.rights.filter(({ since }) => now - since >= propagationSeconds).map(({ cui }) => cui);
}

// documented (third parties): a certificate or right is usable about 24 hours after it was entered.
export const propagationSeconds = 24 * 3600;
