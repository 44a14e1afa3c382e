export type { PersonRequest, PersonResult } from './certificate-step/play-person.ts';
export { type Clock, MovableClock } from './clock/clock.ts';
export {
  defaultClient,
  defaultLifetimes,
  defaultLimitAnswer,
  defaultLimits,
  defaultSwitches,
  type Lifetimes,
  type LimitAnswer,
  type Limits,
  type Switches,
} from './config.ts';
export type { MessageRequest } from './control/add-messages.ts';
export type { PersonToAdd } from './control/add-person.ts';
export type { PersonChange } from './control/change-person.ts';
export type { Delegation } from './control/delegate-right.ts';
export type { DirectTokenRequest } from './control/issue-tokens-for.ts';
export type { PeopleControl } from './control/people-control.ts';
export type { Renewal } from './control/renew-certificate.ts';
export type { MockEventMap, MockEventName } from './events/mock-event-map.ts';
export type { OnceOptions } from './events/mock-events.ts';
export { ListenError, PortBusyError } from './http/listen.ts';
export type { DoorName } from './http/mock-request.ts';
export type { JournalBody } from './journal/bodies.ts';
export type { Journal, JournalExchange, JournalFilter } from './journal/journal.ts';
export type { JournalEntry } from './journal/recorded-exchange.ts';
export type { MockAnaf } from './mock-anaf.ts';
export type { TokenResponse } from './oauth/grants.ts';
export { type MockAnafOptions, OptionsError } from './options.ts';
export type { Persona } from './persona.ts';
export { type ScenarioName, scenarioCatalogue } from './scenarios/catalogue.ts';
export type { Chaos, ChaosSettings } from './scenarios/chaos.ts';
export type { ActiveScenario, Scenarios } from './scenarios/scenarios.ts';
export { startMockAnaf } from './server.ts';
export type { AnafService, Client, Company, EarlierCertificate, MockState, Person, Right } from './state/mock-state.ts';
export { defaultCompanies, type PersonaName, personaNames } from './state/seed.ts';
export { StateFileError } from './state/state-file.ts';
