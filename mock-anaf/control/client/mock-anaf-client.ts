import type { TokenResponse } from '../../engine/events/token-response.ts';
import type { JournalExchange, JournalFilter } from '../../engine/journal/journal.ts';
import type { JournalEntry } from '../../engine/journal/recorded-exchange.ts';
import type { ActiveScenario } from '../../engine/scenarios/active-scenario.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import type { ChaosSettings } from '../../engine/scenarios/chaos.ts';
import type { Described } from '../../engine/schema/described.ts';
import type { Lifetimes } from '../../engine/settings/lifetimes.ts';
import type { LimitAnswer, Limits } from '../../engine/settings/limits.ts';
import type { Switches } from '../../engine/settings/switches.ts';
import type { Client, Company } from '../../engine/state/mock-state.ts';
import type { CompanyDescription } from '../admin/applications/inspection-routes.ts';
import type * as requests from '../admin/description/request-schemas.ts';
import type { instanceRequest } from '../admin/instances/instance-schemas.ts';
import type * as registers from '../admin/people/register-schemas.ts';
import type { TokenInspection } from '../inspect-token.ts';
import type { Delegation } from '../people/delegate-right.ts';
import type { PersonResult } from '../people/play-person.ts';
import type {
  ClockReading,
  Health,
  InstanceDescription,
  LimitReading,
  People,
  RegisteredPerson,
  ScenarioList,
} from './admin-answers.ts';

export interface WaitOptions {
  /** Default 1. */
  readonly atLeast?: number;
  /** By the machine's time. Default 10. */
  readonly waitSeconds?: number;
  readonly signal?: AbortSignal;
}

/** Settings of which some are changed at run time. Each method gives all of them as they are then. */
export interface SettingsClient<Settings, Reading = Settings> {
  read(): Promise<Reading>;
  change(some: Partial<Reading>): Promise<Reading>;
}

/** An instance with a client of its own. */
export interface StartedInstance extends InstanceDescription {
  readonly mock: MockAnafClient;
  stop(): Promise<void>;
}

/**
 * A running mock, wherever it runs, by its admin port: what the library has, with a promise for each answer. Every method
 * rejects with a `MockAnafError`.
 */
export interface MockAnafClient {
  health(): Promise<Health>;
  /** The OpenAPI 3.1 description of the admin port. */
  openApi(): Promise<Readonly<Record<string, unknown>>>;
  readonly clock: {
    read(): Promise<ClockReading>;
    /** Several at once; `reset` comes first of all. */
    change(change: Described<typeof requests.clockChange>): Promise<ClockReading>;
    /** Epoch seconds, or an ISO 8601 instant. */
    set(instant: number | string): Promise<ClockReading>;
    /** Negative goes back. */
    advance(seconds: number): Promise<ClockReading>;
    freeze(): Promise<ClockReading>;
    unfreeze(): Promise<ClockReading>;
    reset(): Promise<ClockReading>;
  };
  readonly scenarios: {
    list(): Promise<ScenarioList>;
    add(scenario: Described<typeof requests.scenarioRequest>): Promise<readonly ActiveScenario[]>;
    /** Without a name: all of them. */
    clear(name?: ScenarioName): Promise<readonly ActiveScenario[]>;
  };
  /** Light faults by seeded chance; `null` while they are off. */
  readonly chaos: {
    read(): Promise<Required<ChaosSettings> | null>;
    start(settings?: ChaosSettings): Promise<Required<ChaosSettings> | null>;
    stop(): Promise<void>;
  };
  readonly journal: {
    entries(filter?: JournalFilter): Promise<readonly JournalEntry[]>;
    /** One of them with the bodies that were sent and answered, secrets masked. */
    exchange(number: number): Promise<JournalExchange>;
    count(filter?: JournalFilter): Promise<number>;
    /** Waits until at least so many entries match, or the time is over, and gives what there is then. */
    waitFor(filter: JournalFilter, options?: WaitOptions): Promise<readonly JournalEntry[]>;
    /** Exchanges as they come: after `filter.after`, else new ones only. Ends when the mock stops. */
    follow(filter?: JournalFilter, options?: { readonly signal?: AbortSignal }): AsyncIterable<JournalEntry>;
    clear(): Promise<void>;
  };
  readonly clients: {
    list(): Promise<readonly Client[]>;
    register(client: Described<typeof requests.clientRegistration>): Promise<Client>;
    /** Also cuts its grants off; how many those were. */
    remove(clientId: string): Promise<number>;
  };
  readonly lifetimes: SettingsClient<Lifetimes>;
  readonly limits: SettingsClient<Limits, LimitReading<Limits>>;
  readonly limitAnswer: SettingsClient<LimitAnswer>;
  readonly switches: SettingsClient<Switches>;
  readonly instances: {
    start(options?: Described<typeof instanceRequest>): Promise<StartedInstance>;
    list(): Promise<readonly InstanceDescription[]>;
    stop(id: string): Promise<void>;
  };
  companies(): Promise<readonly CompanyDescription[]>;
  people(): Promise<People>;
  pkcs12(persona: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Certificate and key. */
  pem(persona: string): Promise<string>;
  caPem(): Promise<string>;
  addPerson(person: Described<typeof registers.personToAdd>): Promise<RegisteredPerson>;
  changePerson(name: string, change: Described<typeof registers.personChange>): Promise<RegisteredPerson>;
  removePerson(name: string): Promise<void>;
  /** A new key and serial. */
  renewCertificate(name: string, renewal?: Described<typeof registers.renewal>): Promise<RegisteredPerson>;
  /** Passes a right on; the person who has it then. */
  delegateRight(delegation: Delegation): Promise<RegisteredPerson>;
  /** Adds a company, or replaces the one with this CUI. */
  putCompany(company: Company): Promise<Company>;
  removeCompany(cui: string): Promise<void>;
  /** Walks an authorization address to its end as a person would, without a browser. */
  authorize(request: Described<typeof requests.personRequest>): Promise<PersonResult>;
  issueTokens(request: Described<typeof requests.tokenRequest>): Promise<TokenResponse>;
  /** What a token says, and whether it is good now. It is kept nowhere. */
  inspectToken(token: string): Promise<TokenInspection>;
  /** Puts invoices into the lists of `cui` and of the other company; the upload ids. */
  addMessages(
    request: Described<typeof requests.messageRequest> & { readonly cui: string },
  ): Promise<readonly string[]>;
  /** Cuts grants off; how many those were. */
  disconnect(which?: Described<typeof requests.disconnection>): Promise<number>;
  /** All as at the start, clock, settings and ids included. */
  reset(): Promise<void>;
}
