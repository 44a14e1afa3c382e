import type { KeyRing } from '../pki/key-ring.ts';
import { serialOf } from '../pki/serial.ts';
import { type Client, type Company, type MockState, type Person, stateVersion } from './mock-state.ts';

/** The contents of a mock after its start and after a reset. */
export interface Seed {
  readonly companies: readonly Company[];
  readonly people: readonly Person[];
  readonly clients: readonly Client[];
  readonly idSeed: string;
}

/** Makes the state of a new mock. */
export function newState(seed: Seed, keys: KeyRing): MockState {
  return {
    version: stateVersion,
    ...contentsOf(seed),
    clockAheadSeconds: 0,
    clockFrozenAt: null,
    keys,
  };
}

/** Restores the seed in the same object. Keys and certificates are kept, because generating them again would take about a second. */
export function resetState(state: MockState, seed: Seed): void {
  const people = state.people;
  Object.assign(state, contentsOf(seed));
  adoptIdentities(state, people);
}

/** Copies keys and certificates from people with the same name, if their certificates have the same contents. */
export function adoptIdentities(state: MockState, namesakes: readonly Person[]): void {
  for (const person of state.people) {
    const namesake = namesakes.find(({ name }) => name === person.name);
    const known = namesake && isSameKind(namesake, person) ? identityWith(serialOf(person), namesake) : undefined;
    if (known?.validity !== person.validity) continue;
    person.keyPair = known.keyPair;
    person.certificatePem = known.certificatePem;
  }
}

function isSameKind(one: Person, other: Person): boolean {
  return one.authority === other.authority && one.fullName === other.fullName;
}

/** Key and certificate with this serial number: the person's current ones, or those before a renewal. */
function identityWith(serial: string, { earlierCertificates = [], ...person }: Person) {
  return [{ ...person, serial: serialOf(person) }, ...earlierCertificates].find((one) => one.serial === serial);
}

function contentsOf(seed: Seed): Omit<MockState, 'version' | 'clockAheadSeconds' | 'clockFrozenAt' | 'keys'> {
  const { companies, people, clients, idSeed } = structuredClone(seed);
  return {
    companies: [...companies],
    people: [...people],
    clients: [...clients],
    grants: {},
    codes: {},
    uploads: {},
    messages: {},
    counters: {},
    countersDay: '',
    idSeed,
    idsMade: {},
    // In the range of the ids in ANAF's examples.
    nextUploadId: 5_001_130_147,
    nextMessageId: 3_001_293_434,
  };
}
