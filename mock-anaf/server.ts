import { adminHandler } from './admin/admin-routes.ts';
import { LoginSessions } from './certificate-step/login-sessions.ts';
import { playPerson } from './certificate-step/play-person.ts';
import {
  handshakeTls,
  presentAtHandshake,
  presentByRenegotiation,
  renegotiatingTls,
  serverTls,
} from './certificate-step/tls-doors.ts';
import { MovableClock } from './clock/clock.ts';
import { defaultLifetimes, defaultLimits, defaultSwitches } from './config.ts';
import { apiHandler } from './efactura/api-routes.ts';
import { CallLimit } from './efactura/call-limit.ts';
import { uploadLimitBytes } from './efactura/upload.ts';
import { type Door, type DoorOptions, openDoor } from './http/door.ts';
import type { DoorName } from './http/mock-request.ts';
import type { Handler } from './http/routes.ts';
import { Journal } from './journal/journal.ts';
import type { MockAnaf } from './mock-anaf.ts';
import { loginHandler } from './oauth/login-routes.ts';
import { TokenMaker } from './oauth/token-maker.ts';
import { checkOptions, clientsOf, type MockAnafOptions } from './options.ts';
import type { MockParts } from './parts.ts';
import { personaOf } from './persona.ts';
import { issueServerCertificate, newKeyRing } from './pki/authority.ts';
import { Scenarios } from './scenarios/scenarios.ts';
import type { MockState } from './state/mock-state.ts';
import { newState, resetState, type Seed } from './state/new-state.ts';
import { defaultCompanies, defaultPeople } from './state/seed.ts';
import { loadState, StateFile } from './state/state-file.ts';

const formLimitBytes = 64 * 1024;

/**
 * Starts ANAF in a box: resolves when every door listens (in about 0.3 s).
 * @throws OptionsError if options are wrong, PortBusyError if a port is taken, StateFileError if the data file cannot be used
 */
export async function startMockAnaf(options: MockAnafOptions = {}): Promise<MockAnaf> {
  checkOptions(options);
  const clock = options.clock ?? new MovableClock();
  const seed = seedOf(options, clock.now());
  const { state, file } = await openState(options, clock, seed);
  const parts = await makeParts(options, clock, state);
  await file?.save();
  const reset = () => resetAll(parts, seed);
  const doors = await openDoors(options, parts, file, reset);
  const urls = Object.fromEntries([...doors].map(([name, { url }]) => [name, url]));

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await Promise.all([...doors.values()].map((door) => door.close()));
    await file?.save();
  };
  return {
    // Every door that is always open is in `doors` by its name.
    urls: urls as unknown as MockAnaf['urls'],
    caPem: state.keys.authority.certificatePem,
    get clients() {
      return state.clients;
    },
    get personas() {
      return state.people.map((person) => personaOf(person, state.keys));
    },
    clock,
    scenarios: parts.scenarios,
    journal: parts.journal,
    state,
    authorize: (request) => playPerson(parts, urls.picker, request),
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
  });
}

/** The state of the data file if there is one, with the applications that were given now. */
async function openState(
  { dataFile, clock: givenClock }: MockAnafOptions,
  clock: MovableClock,
  seed: Seed,
): Promise<{ state: MockState; file: StateFile | undefined }> {
  const loaded = dataFile === undefined ? undefined : await loadState(dataFile);
  const state = loaded ?? newState(seed, await newKeyRing());
  if (loaded) loaded.clients = structuredClone([...seed.clients]);
  if (loaded && !givenClock) clock.advance(loaded.clockAheadSeconds);
  const snapshot = () => ({ ...state, clockAheadSeconds: Math.round(clock.now() - Date.now() / 1000) });
  return { state, file: dataFile === undefined ? undefined : new StateFile(dataFile, snapshot) };
}

async function makeParts(options: MockAnafOptions, clock: MovableClock, state: MockState): Promise<MockParts> {
  const lifetimes = { ...defaultLifetimes, ...options.lifetimes };
  return {
    clock,
    state,
    lifetimes,
    limits: { ...defaultLimits, ...options.limits },
    callLimit: new CallLimit(),
    switches: { ...defaultSwitches, ...options.switches },
    scenarios: new Scenarios(),
    journal: new Journal(clock),
    loginSessions: new LoginSessions(clock, () => lifetimes.loginSessionSeconds),
    tokens: await TokenMaker.create(state.keys.tokens),
    isPickerOpen: options.picker ?? true,
  };
}

function resetAll({ state, clock, scenarios, journal, loginSessions, callLimit }: MockParts, seed: Seed): void {
  resetState(state, seed);
  clock.reset();
  scenarios.clear();
  journal.clear();
  loginSessions.clear();
  callLimit.clear();
}

type DoorPlan = Pick<DoorOptions, 'name' | 'handle' | 'tls' | 'presentCertificate' | 'bodyLimitBytes'>;

async function openDoors(
  options: MockAnafOptions,
  parts: MockParts,
  file: StateFile | undefined,
  reset: () => void,
): Promise<Map<DoorName, Door>> {
  const doors = new Map<DoorName, Door>();
  const urls = () => Object.fromEntries([...doors].map(([name, { url }]) => [name, url]));
  const plans = doorPlans(parts, adminHandler(parts, { urls, reset }));
  const host = options.host ?? '127.0.0.1';
  const results = await Promise.allSettled(
    plans.map(async (plan) => {
      const record: DoorOptions['record'] = (request, answer) => {
        if (plan.name !== 'admin') parts.journal.record(request, answer);
      };
      const handle = file ? saving(file, plan.handle) : plan.handle;
      doors.set(plan.name, await openDoor({ ...plan, handle, host, port: options.ports?.[plan.name] ?? 0, record }));
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return doors;
  await Promise.all([...doors.values()].map((door) => door.close()));
  throw failed.reason;
}

/** Each listener and what it serves: the map of the whole mock. */
function doorPlans(parts: MockParts, admin: Handler): readonly DoorPlan[] {
  const { keys } = parts.state;
  const certificate = issueServerCertificate(keys, Date.now() / 1000);
  const login = { handle: loginHandler(parts, 'tls'), bodyLimitBytes: formLimitBytes };
  const api = { handle: apiHandler(parts), bodyLimitBytes: uploadLimitBytes };
  return [
    { name: 'login', ...login, tls: renegotiatingTls(keys, certificate), presentCertificate: presentByRenegotiation },
    {
      name: 'loginAtHandshake',
      ...login,
      tls: handshakeTls(keys, certificate),
      presentCertificate: presentAtHandshake,
    },
    ...(parts.isPickerOpen
      ? [{ name: 'picker', handle: loginHandler(parts, 'picker'), bodyLimitBytes: formLimitBytes } satisfies DoorPlan]
      : []),
    { name: 'api', ...api, tls: serverTls(keys, certificate) },
    { name: 'apiPlain', ...api },
    { name: 'admin', handle: admin, bodyLimitBytes: formLimitBytes },
  ];
}

/** What changed the state is in the file before the client hears of it, so that a kill in between loses no rotated token. */
function saving(file: StateFile, handle: Handler): Handler {
  return async (request) => {
    const answer = await handle(request);
    if (request.method !== 'GET') await file.save();
    return answer;
  };
}
