import type { JournalFilter } from '../../engine/journal/journal.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import type { ChaosSettings } from '../../engine/scenarios/chaos.ts';
import type { Lifetimes } from '../../engine/settings/lifetimes.ts';
import type { LimitAnswer } from '../../engine/settings/limits.ts';
import type { Switches } from '../../engine/settings/switches.ts';
import type { ClientRegistration, Disconnection, TokenRequest } from '../admin/applications/application-schemas.ts';
import type { MessageRequest } from '../admin/companies/company-schemas.ts';
import type { InstanceRequest } from '../admin/instances/instance-schemas.ts';
import type { Delegation, PersonChange, PersonRequest, PersonToAdd, Renewal } from '../admin/people/people-schemas.ts';
import type { ScenarioRequest } from '../admin/scenarios/scenario-schemas.ts';
import type { ClockChange } from '../admin/settings/setting-schemas.ts';
import type {
  ActiveScenario,
  ChaosReading,
  ClientAnswer,
  ClockReading,
  CompanyDescription,
  CompanyEntry,
  Health,
  InstanceDescription,
  JournalEntry,
  JournalExchange,
  LimitReading,
  OpenApiDocument,
  People,
  PersonResult,
  RegisteredPerson,
  ScenarioList,
  TokenInspection,
  Tokens,
} from './admin-answers.ts';

/** How long to wait for entries of the journal. */
export interface WaitOptions {
  /** Number of entries to wait for. Default 1. */
  readonly atLeast?: number;
  /** Longest wait in seconds of real time, not of the mock's clock. Default 10. */
  readonly waitSeconds?: number;
  readonly signal?: AbortSignal;
}

/** Settings that can be changed at run time. Both methods resolve to all settings with their current values. */
export interface SettingsClient<Settings> {
  read(): Promise<Settings>;
  change(some: Partial<Settings>): Promise<Settings>;
}

/** An instance, with a client for it. */
export interface StartedInstance extends InstanceDescription {
  readonly mock: MockAnafClient;
  stop(): Promise<void>;
}

/**
 * Controls a running mock in another process over its admin port. Its methods are those of the library, but return promises, which
 * reject with a `MockAnafError`.
 */
export interface MockAnafClient {
  health(): Promise<Health>;
  /** The OpenAPI 3.1 description of the admin port. */
  openApi(): Promise<OpenApiDocument>;
  readonly clock: {
    read(): Promise<ClockReading>;
    /** Applied in this order: `reset`, `now`, `advanceSeconds`, `frozen`. */
    change(change: ClockChange): Promise<ClockReading>;
    /** Epoch seconds, or an ISO 8601 instant. */
    set(instant: number | string): Promise<ClockReading>;
    /** A negative number moves the clock back. */
    advance(seconds: number): Promise<ClockReading>;
    freeze(): Promise<ClockReading>;
    unfreeze(): Promise<ClockReading>;
    reset(): Promise<ClockReading>;
  };
  readonly scenarios: {
    list(): Promise<ScenarioList>;
    add(scenario: ScenarioRequest): Promise<readonly ActiveScenario[]>;
    /** Without a name, clears all scenarios. */
    clear(name?: ScenarioName): Promise<readonly ActiveScenario[]>;
  };
  /** Random transient faults, reproducible by a seed; `null` while they are off. */
  readonly chaos: {
    read(): Promise<ChaosReading>;
    start(settings?: ChaosSettings): Promise<ChaosReading>;
    stop(): Promise<void>;
  };
  readonly journal: {
    entries(filter?: JournalFilter): Promise<readonly JournalEntry[]>;
    /** One exchange with the bodies of request and answer, with secrets masked. */
    exchange(number: number): Promise<JournalExchange>;
    count(filter?: JournalFilter): Promise<number>;
    /** Waits until at least `atLeast` entries match, or until the time is over; resolves to the matching entries. */
    waitFor(filter: JournalFilter, options?: WaitOptions): Promise<readonly JournalEntry[]>;
    /** Yields exchanges as they are recorded, starting after number `filter.after`; without it, only new ones. Ends when the mock stops. */
    follow(filter?: JournalFilter, options?: { readonly signal?: AbortSignal }): AsyncIterable<JournalEntry>;
    clear(): Promise<void>;
  };
  readonly clients: {
    list(): Promise<readonly ClientAnswer[]>;
    register(client: ClientRegistration): Promise<ClientAnswer>;
    /** Removes an application and ends its grants; resolves to their number. */
    remove(clientId: string): Promise<number>;
  };
  readonly lifetimes: SettingsClient<Lifetimes>;
  readonly limits: SettingsClient<LimitReading>;
  readonly limitAnswer: SettingsClient<LimitAnswer>;
  readonly switches: SettingsClient<Switches>;
  readonly instances: {
    start(options?: InstanceRequest): Promise<StartedInstance>;
    list(): Promise<readonly InstanceDescription[]>;
    stop(id: string): Promise<void>;
  };
  companies(): Promise<readonly CompanyDescription[]>;
  people(): Promise<People>;
  pkcs12(persona: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Certificate and key of a person. */
  pem(persona: string): Promise<string>;
  caPem(): Promise<string>;
  addPerson(person: PersonToAdd): Promise<RegisteredPerson>;
  changePerson(name: string, change: PersonChange): Promise<RegisteredPerson>;
  removePerson(name: string): Promise<void>;
  /** Gives the person a certificate with a new key and serial. */
  renewCertificate(name: string, renewal?: Renewal): Promise<RegisteredPerson>;
  /** Delegates a right; resolves to the person who receives it. */
  delegateRight(delegation: Delegation & { readonly cui: string }): Promise<RegisteredPerson>;
  /** Adds a company, or replaces the one with this CUI. */
  putCompany(company: CompanyEntry): Promise<CompanyEntry>;
  removeCompany(cui: string): Promise<void>;
  /** Completes a login at an authorization address as a person would, without a browser. */
  authorize(request: PersonRequest): Promise<PersonResult>;
  issueTokens(request: TokenRequest): Promise<Tokens>;
  /** Returns the content of a token, and whether it is valid now. The token is not stored. */
  inspectToken(token: string): Promise<TokenInspection>;
  /** Adds documents to the lists of `cui` and of the other company; resolves to the upload ids. */
  addMessages(request: MessageRequest & { readonly cui: string }): Promise<readonly string[]>;
  /** Ends grants; resolves to their number. */
  disconnect(which?: Disconnection): Promise<number>;
  /** Restores the state after the start, including clock, settings and ids. */
  reset(): Promise<void>;
}
