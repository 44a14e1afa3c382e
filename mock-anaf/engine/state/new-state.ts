import type { KeyRing } from '../pki/key-ring.ts';
import { serialOf } from '../pki/serial.ts';
import { type Client, type Company, type MockState, type Person, stateVersion } from './mock-state.ts';

/** What a mock starts with, and returns to at a reset. */
export interface Seed {
  readonly companies: readonly Company[];
  readonly people: readonly Person[];
  readonly clients: readonly Client[];
  readonly idSeed: string;
}

export function newState(seed: Seed, keys: KeyRing): MockState {
  return {
    version: stateVersion,
    ...contentsOf(seed),
    clockAheadSeconds: 0,
    clockFrozenAt: null,
    keys,
  };
}

/** Puts the seed back, in the same object. Keys and certificates stay: making them anew would cost every test a second. */
export function resetState(state: MockState, seed: Seed): void {
  const people = state.people;
  Object.assign(state, contentsOf(seed));
  adoptIdentities(state, people);
}

/** Gives people the keys and certificates of their namesakes, where these are of the same kind. */
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

/** Key and certificate of this serial: the person's own, or one before a renewal. */
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
    // the size of ids seen in ANAF's examples
    nextUploadId: 5_001_130_147,
    nextMessageId: 3_001_293_434,
  };
}
