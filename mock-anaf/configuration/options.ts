import type { MovableClock } from '../engine/clock/clock.ts';
import type { ChaosSettings } from '../engine/scenarios/chaos.ts';
import type { Lifetimes } from '../engine/settings/lifetimes.ts';
import type { LimitAnswer, Limits } from '../engine/settings/limits.ts';
import type { Switches } from '../engine/settings/switches.ts';
import type { Client, Company, MockState, Person } from '../engine/state/mock-state.ts';
import { defaultClient } from '../engine/state/seed.ts';
import type { DoorName } from '../wire/http/mock-request.ts';
import type { OtherHosts } from '../wire/proxy/proxy.ts';

/** Options of `startMockAnaf`. Every option has a default; the README has an example of each. */
export interface MockAnafOptions {
  /**
   * Name or address to listen on; `0.0.0.0` for all addresses. Default `127.0.0.1`. An address that other machines can reach
   * requires `adminToken`.
   */
  readonly host?: string;
  /**
   * Token that requests to the admin port must carry as `Authorization: Bearer …`; at least 16 characters. Default: no token is
   * required.
   */
  readonly adminToken?: string;
  /** Port of each door; 0 or absent: any free port. */
  readonly ports?: Partial<Readonly<Record<DoorName | 'proxy', number>>>;
  /** Registered applications. Default: `defaultClient`. */
  readonly clients?: readonly Client[];
  /**
   * Whether the login can also be reached over loopback HTTP, where a page shows the dialogs for certificate and PIN. Also allows
   * `http:` redirect addresses to this machine. Default `true`.
   */
  readonly picker?: boolean;
  /**
   * Opens a CONNECT proxy that answers for ANAF's host names, for clients that have them built in. `refuse` refuses other hosts,
   * `direct` passes them through. Default: no proxy.
   */
  readonly proxy?: OtherHosts;
  /** Default: a new clock that starts at the system time. */
  readonly clock?: MovableClock;
  /** Lifetimes of codes, tokens and sessions, in seconds. Default: `defaultLifetimes`, which are ANAF's. */
  readonly lifetimes?: Partial<Lifetimes>;
  /** Limits on the number of calls; `Infinity` for no limit. Default: `defaultLimits`, which are ANAF's. */
  readonly limits?: Partial<Limits>;
  /** The answer to a call over the limit per minute. Default: `defaultLimitAnswer`, a 429 without a body. */
  readonly limitAnswer?: Partial<LimitAnswer>;
  /** Behaviour on which the sources about ANAF disagree. Default: `defaultSwitches`. */
  readonly switches?: Partial<Switches>;
  /** Random transient faults, reproducible by their seed. Default: none. */
  readonly chaos?: ChaosSettings;
  /** People and companies to use instead of the default ones. */
  readonly seed?: { readonly companies?: readonly Company[]; readonly people?: readonly Person[] };
  /**
   * A mock, running or stopped, whose keys and certificates the new one reuses. The new mock then starts in a few milliseconds, and
   * certificates that were exported from the other one stay valid. Ignored if `dataFile` already contains keys.
   */
  readonly identitiesOf?: { readonly state: MockState };
  /** Seed for generated grant and trace ids. The same seed gives the same ids after each start and each reset. Default: a fixed text. */
  readonly idSeed?: string;
  /** File that keeps the state between runs. Default: the state is lost when the mock stops. */
  readonly dataFile?: string;
}

/** The registered applications: those of the options, or the default one. */
export function clientsOf({ clients }: MockAnafOptions): readonly Client[] {
  return clients && clients.length > 0 ? clients : [defaultClient];
}
