import { CallLimit } from './anaf/efactura/gateway/call-limit.ts';
import { LoginSessions } from './anaf/login/login-sessions.ts';
import { endGrants } from './anaf/oauth/grants.ts';
import { TokenMaker } from './anaf/oauth/token-maker.ts';
import { checkOptions } from './configuration/check-options.ts';
import { clientsOf, type MockAnafOptions } from './configuration/options.ts';
import { issueTokensFor } from './control/applications/issue-tokens-for.ts';
import { playPerson } from './control/browser/play-person.ts';
import { Instances } from './control/instances.ts';
import { addMessages } from './control/messages/add-messages.ts';
import type { MockAnaf } from './control/mock-anaf.ts';
import { peopleControl } from './control/people/people-control.ts';
import { personaOf } from './control/people/persona.ts';
import { type DoorParts, openDoors } from './doors.ts';
import { type ClockSetting, MovableClock } from './engine/clock/clock.ts';
import { MockEvents } from './engine/events/mock-events.ts';
import { Journal } from './engine/journal/journal.ts';
import { newKeyRing } from './engine/pki/authority.ts';
import { Chaos } from './engine/scenarios/chaos.ts';
import { Scenarios } from './engine/scenarios/scenarios.ts';
import { defaultLifetimes } from './engine/settings/lifetimes.ts';
import { defaultLimitAnswer, defaultLimits } from './engine/settings/limits.ts';
import { defaultSwitches } from './engine/settings/switches.ts';
import { lockFile } from './engine/state/file-lock.ts';
import type { Client, MockState } from './engine/state/mock-state.ts';
import { adoptIdentities, newState, resetState, type Seed } from './engine/state/new-state.ts';
import { defaultCompanies, defaultPeople } from './engine/state/seed.ts';
import { loadState, StateFile } from './engine/state/state-file.ts';

/**
 * Starts a mock and resolves when every door listens, after about 0.3 s. The caller stops it with `stop()`.
 *
 * @example const mock = await startMockAnaf({ clients: [{ clientId, clientSecret, redirectUris, services: ['EFACTURA'] }] });
 * @throws OptionsError if options are invalid, PortBusyError if a port is in use, ListenError if the host cannot be used,
 * StateFileError if the data file cannot be used
 */
export function startMockAnaf(options: MockAnafOptions = {}): Promise<MockAnaf> {
  return start(options, (parent) => {
    const { ports: _ports, dataFile: _dataFile, clock: _clock, ...inherited } = options;
    return new Instances((own) => start({ ...inherited, ...own, identitiesOf: parent }, () => undefined));
  });
}

/**
 * Checks the options and locks the data file, then starts the mock. If the start fails, the lock is released.
 * @param instancesOf makes the registry of instances for the new mock; returns `undefined` if the new mock is itself an instance
 */
async function start(
  options: MockAnafOptions,
  instancesOf: (parent: { readonly state: MockState }) => Instances | undefined,
): Promise<MockAnaf> {
  checkOptions(options);
  const unlock = options.dataFile === undefined ? undefined : await lockFile(options.dataFile);
  try {
    return await startOn(options, instancesOf, unlock);
  } catch (error) {
    await unlock?.();
    throw error;
  }
}

/** @param unlock releases the data file */
async function startOn(
  options: MockAnafOptions,
  instancesOf: (parent: { readonly state: MockState }) => Instances | undefined,
  unlock: (() => Promise<void>) | undefined,
): Promise<MockAnaf> {
  const clock = options.clock ?? new MovableClock();
  const startedAt = clock.setting;
  const seed = seedOf(options, clock.now());
  const { state, file } = await openState(options, clock, seed);
  const parts = makeParts(options, clock, state);
  await file?.save();
  const reset = () => resetAll(parts, options, startedAt);
  const instances = instancesOf({ state });
  const doors = await openDoors(options, parts, file, { reset, instances });

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await doors.close();
    await instances?.stopAll();
    await file?.save();
    await unlock?.();
    parts.events.close();
  };
  return {
    urls: doors.urls,
    caPem: state.keys.authority.certificatePem,
    get clients() {
      return state.clients;
    },
    get personas() {
      return state.people.map((person) => personaOf(person, state.keys));
    },
    clock,
    scenarios: parts.scenarios,
    chaos: parts.chaos,
    journal: parts.journal,
    state,
    authorize: (request) => playPerson(parts, doors.urls.picker, request),
    issueTokens: (request) => issueTokensFor(parts, request),
    addMessages: (request) => addMessages(parts, request),
    ...peopleControl(parts),
    disconnect: (which = {}) => endGrants(parts, which),
    on: (name, listener) => parts.events.on(name, listener),
    once: (name, options) => parts.events.once(name, options),
    reset,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

function seedOf({ seed = {}, ...options }: MockAnafOptions, now: number): Seed {
  return structuredClone({
    companies: seed.companies ?? defaultCompanies,
    people: seed.people ?? defaultPeople(now),
    clients: clientsOf(options),
    idSeed: options.idSeed ?? 'mock-anaf',
  });
}

/** Reads the state from the data file if it exists, otherwise makes a new one. Applications in the options replace those in the file. */
async function openState(
  { dataFile, clock: givenClock, identitiesOf }: MockAnafOptions,
  clock: MovableClock,
  seed: Seed,
): Promise<{ state: MockState; file: StateFile | undefined }> {
  const loaded = dataFile === undefined ? undefined : await loadState(dataFile);
  const state = loaded ?? newState(seed, identitiesOf?.state.keys ?? (await newKeyRing()));
  if (!loaded && identitiesOf) adoptIdentities(state, identitiesOf.state.people);
  if (loaded) loaded.clients = withRegistered(seed.clients, loaded.clients);
  if (loaded && !givenClock) clock.restore({ aheadSeconds: loaded.clockAheadSeconds, frozenAt: loaded.clockFrozenAt });
  const snapshot = () => {
    const { aheadSeconds, frozenAt } = clock.setting;
    return { ...state, clockAheadSeconds: aheadSeconds, clockFrozenAt: frozenAt };
  };
  return { state, file: dataFile === undefined ? undefined : new StateFile(dataFile, snapshot) };
}

function withRegistered(given: readonly Client[], registered: readonly Client[]): Client[] {
  const isGiven = ({ clientId }: Client) => given.some((one) => one.clientId === clientId);
  return structuredClone([...given, ...registered.filter((client) => !isGiven(client))]);
}

function makeParts(options: MockAnafOptions, clock: MovableClock, state: MockState): DoorParts {
  const lifetimes = { ...defaultLifetimes, ...options.lifetimes };
  return {
    clock,
    state,
    lifetimes,
    limits: { ...defaultLimits, ...options.limits },
    limitAnswer: { ...defaultLimitAnswer, ...options.limitAnswer },
    callLimit: new CallLimit(),
    switches: { ...defaultSwitches, ...options.switches },
    scenarios: new Scenarios(() => state.people.map(({ name }) => name)),
    chaos: newChaos(options),
    journal: new Journal(clock, () => state.clients),
    events: new MockEvents(),
    loginSessions: new LoginSessions(clock, () => lifetimes.loginSessionSeconds),
    tokens: new TokenMaker(state.keys.tokens),
    isPickerOpen: options.picker ?? true,
  };
}

function newChaos({ chaos: settings }: MockAnafOptions): Chaos {
  const chaos = new Chaos();
  if (settings) chaos.start(settings);
  return chaos;
}

/** Resets everything. The clock comes first, because the enrolment date of some people depends on it. */
function resetAll(parts: DoorParts, options: MockAnafOptions, startedAt: ClockSetting): void {
  const { state, clock, scenarios, journal, loginSessions, callLimit } = parts;
  clock.restore(startedAt);
  resetState(state, seedOf(options, clock.now()));
  Object.assign(parts.lifetimes, defaultLifetimes, options.lifetimes);
  Object.assign(parts.limits, defaultLimits, options.limits);
  Object.assign(parts.limitAnswer, defaultLimitAnswer, options.limitAnswer);
  Object.assign(parts.switches, defaultSwitches, options.switches);
  scenarios.clear();
  if (options.chaos) parts.chaos.start(options.chaos);
  else parts.chaos.stop();
  journal.clear();
  loginSessions.clear();
  callLimit.clear();
  parts.events.emit('reset', {});
}
