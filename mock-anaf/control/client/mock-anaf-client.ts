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

export interface WaitOptions {
  /** Default 1. */
  readonly atLeast?: number;
  /** Seconds of the machine's time, not of the mock's clock. Default 10. */
  readonly waitSeconds?: number;
  readonly signal?: AbortSignal;
}

/** Settings that can be changed at run time. Each method resolves to all of them, as they are then. */
export interface SettingsClient<Settings> {
  read(): Promise<Settings>;
  change(some: Partial<Settings>): Promise<Settings>;
}

/** An instance with a client of its own. */
export interface StartedInstance extends InstanceDescription {
  readonly mock: MockAnafClient;
  stop(): Promise<void>;
}

/**
 * A running mock in another process, controlled over its admin port: the methods of the library, each with a promise. Every method
 * rejects with a `MockAnafError`.
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
    /** Negative goes back. */
    advance(seconds: number): Promise<ClockReading>;
    freeze(): Promise<ClockReading>;
    unfreeze(): Promise<ClockReading>;
    reset(): Promise<ClockReading>;
  };
  readonly scenarios: {
    list(): Promise<ScenarioList>;
    add(scenario: ScenarioRequest): Promise<readonly ActiveScenario[]>;
    /** Without a name: clears all. */
    clear(name?: ScenarioName): Promise<readonly ActiveScenario[]>;
  };
  /** Transient faults at random, from a seed; `null` while they are off. */
  readonly chaos: {
    read(): Promise<ChaosReading>;
    start(settings?: ChaosSettings): Promise<ChaosReading>;
    stop(): Promise<void>;
  };
  readonly journal: {
    entries(filter?: JournalFilter): Promise<readonly JournalEntry[]>;
    /** One exchange with the bodies of request and answer, secrets masked. */
    exchange(number: number): Promise<JournalExchange>;
    count(filter?: JournalFilter): Promise<number>;
    /** Waits until at least `atLeast` entries match or the time is over; resolves to the entries that match then. */
    waitFor(filter: JournalFilter, options?: WaitOptions): Promise<readonly JournalEntry[]>;
    /** Exchanges as they come, after `filter.after`; without it only new ones. Ends when the mock stops. */
    follow(filter?: JournalFilter, options?: { readonly signal?: AbortSignal }): AsyncIterable<JournalEntry>;
    clear(): Promise<void>;
  };
  readonly clients: {
    list(): Promise<readonly ClientAnswer[]>;
    register(client: ClientRegistration): Promise<ClientAnswer>;
    /** Also disconnects its grants; resolves to their number. */
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
  /** Certificate and key. */
  pem(persona: string): Promise<string>;
  caPem(): Promise<string>;
  addPerson(person: PersonToAdd): Promise<RegisteredPerson>;
  changePerson(name: string, change: PersonChange): Promise<RegisteredPerson>;
  removePerson(name: string): Promise<void>;
  /** Gives the person a certificate with a new key and serial. */
  renewCertificate(name: string, renewal?: Renewal): Promise<RegisteredPerson>;
  /** Delegates a right; resolves to the person who has it then. */
  delegateRight(delegation: Delegation & { readonly cui: string }): Promise<RegisteredPerson>;
  /** Adds a company, or replaces the one with this CUI. */
  putCompany(company: CompanyEntry): Promise<CompanyEntry>;
  removeCompany(cui: string): Promise<void>;
  /** Follows an authorization address to its end as a person would, without a browser. */
  authorize(request: PersonRequest): Promise<PersonResult>;
  issueTokens(request: TokenRequest): Promise<Tokens>;
  /** What a token contains, and whether it is valid now. The token is not stored. */
  inspectToken(token: string): Promise<TokenInspection>;
  /** Puts invoices into the lists of `cui` and of the other company; resolves to the upload ids. */
  addMessages(request: MessageRequest & { readonly cui: string }): Promise<readonly string[]>;
  /** Disconnects grants; resolves to their number. */
  disconnect(which?: Disconnection): Promise<number>;
  /** Puts everything back as at the start, clock, settings and ids included. */
  reset(): Promise<void>;
}
