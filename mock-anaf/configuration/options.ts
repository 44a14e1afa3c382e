import { isAcceptableRedirectUri } from '../anaf/oauth/redirect-uri.ts';
import type { MovableClock } from '../engine/clock/clock.ts';
import { isScenarioName, scenarioCatalogue } from '../engine/scenarios/catalogue.ts';
import { type ChaosSettings, chaosProblems } from '../engine/scenarios/chaos.ts';
import type { Lifetimes } from '../engine/settings/lifetimes.ts';
import type { LimitAnswer, Limits } from '../engine/settings/limits.ts';
import { lifetimeProblems, limitAnswerProblems, limitProblems, switchProblems } from '../engine/settings/settings.ts';
import type { Switches } from '../engine/settings/switches.ts';
import type { Client, Company, MockState, Person } from '../engine/state/mock-state.ts';
import { defaultClient } from '../engine/state/seed.ts';
import { isLoopback } from '../wire/http/host.ts';
import type { DoorName } from '../wire/http/mock-request.ts';
import type { OtherHosts } from '../wire/proxy/proxy.ts';

export interface MockAnafOptions {
  /**
   * Name or address to listen on, `0.0.0.0` for all. Default `127.0.0.1`. One that other machines reach is taken only together
   * with `adminToken`.
   */
  readonly host?: string;
  /** Token that the admin port then asks for, as `Authorization: Bearer …`: 16 characters or more. Default: none. */
  readonly adminToken?: string;
  /** Port of each door; 0 or absent: any free one. */
  readonly ports?: Partial<Readonly<Record<DoorName | 'proxy', number>>>;
  /** Registered applications. Default: `defaultClient`. */
  readonly clients?: readonly Client[];
  /**
   * Opens the login over loopback HTTP, where a page plays certificate choice and PIN, and takes `http:` redirect addresses
   * of this machine. Default `true`.
   */
  readonly picker?: boolean;
  /**
   * Opens a CONNECT proxy that answers for ANAF's host names, for clients that have them built in. Other hosts are refused, or
   * with `direct` passed through. Default: no proxy.
   */
  readonly proxy?: OtherHosts;
  /** Default: a clock that runs with the machine's. */
  readonly clock?: MovableClock;
  readonly lifetimes?: Partial<Lifetimes>;
  /** How often may be called; `Infinity` for no limit. */
  readonly limits?: Partial<Limits>;
  /** How a call over the limit of a minute is answered. */
  readonly limitAnswer?: Partial<LimitAnswer>;
  readonly switches?: Partial<Switches>;
  /** Light faults by seeded chance. Default: none. */
  readonly chaos?: ChaosSettings;
  /** People and companies in place of the default ones. */
  readonly seed?: { readonly companies?: readonly Company[]; readonly people?: readonly Person[] };
  /**
   * A mock, running or stopped, whose keys and certificates this one takes over: it starts in a few milliseconds, and the
   * certificates that a test has handed out stay good. Says nothing where `dataFile` has keys already.
   */
  readonly identitiesOf?: { readonly state: MockState };
  /** Whence grant and trace ids are made; each start and each reset repeats them. Default: a fixed text. */
  readonly idSeed?: string;
  /** Where the state is kept over restarts. Absent: nowhere. */
  readonly dataFile?: string;
}

/** Options are wrong. The message lists everything that is. */
export class OptionsError extends TypeError {
  readonly code = 'options';
}

/**
 * Checks what was given before anything is opened.
 * @throws OptionsError that lists everything that is wrong
 */
export function checkOptions(options: MockAnafOptions): void {
  const problems = [
    ...hostProblems(options),
    ...adminTokenProblems(options.adminToken),
    ...Object.entries(options.ports ?? {}).flatMap(([door, port]) => portProblems(door, port)),
    ...clientsOf(options).flatMap((client) => clientProblems(client, options.picker ?? true)),
    ...lifetimeProblems(options.lifetimes ?? {}),
    ...limitProblems(options.limits ?? {}),
    ...limitAnswerProblems(options.limitAnswer ?? {}),
    ...switchProblems(options.switches ?? {}),
    ...chaosProblems(options.chaos ?? {}),
  ];
  if (problems.length > 0)
    throw new OptionsError(`mock-anaf cannot start:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
}

export function clientsOf({ clients }: MockAnafOptions): readonly Client[] {
  return clients && clients.length > 0 ? clients : [defaultClient];
}

function hostProblems({ host, adminToken }: MockAnafOptions): string[] {
  if (host === '') return ['"host" must be a name or an address, got ""'];
  if (host === undefined || isLoopback(host) || adminToken !== undefined) return [];
  return [`"adminToken" is needed with the host "${host}": other machines reach it, and could steer the mock`];
}

/** The characters of a bearer token (RFC 6750). */
function adminTokenProblems(token: string | undefined): string[] {
  if (token === undefined || /^[\w.~+/-]{16,}=*$/.test(token)) return [];
  return ['"adminToken" must be 16 characters or more of letters, digits and -._~+/'];
}

function portProblems(door: string, port: number | undefined): string[] {
  if (port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65_535)) return [];
  return [`"ports.${door}" must be a whole number from 0 to 65535, got ${port}`];
}

/** What is wrong with an application as given, one sentence each. */
export function clientProblems(
  { clientId, clientSecret, redirectUris, scenario }: Client,
  isPickerOpen: boolean,
): string[] {
  const wrong = redirectUris.filter((address) => !isAcceptableRedirectUri(address, isPickerOpen));
  return [
    ...(clientId && clientSecret ? [] : ['"clients" must each have a "clientId" and a "clientSecret"']),
    ...(scenario === undefined || isScenarioName(scenario)
      ? []
      : [
          `"scenario" of client ${clientId} must be one of: ${Object.keys(scenarioCatalogue).join(', ')}; got "${scenario}"`,
        ]),
    ...wrong.map((address) => {
      const allowed = isPickerOpen ? 'https, or http to localhost, 127.0.0.1 or [::1]' : 'https';
      return `"redirectUris" of client ${clientId} must be absolute, without fragment, and ${allowed}; got "${address}"`;
    }),
  ];
}
