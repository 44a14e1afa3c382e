export type { MockAnafOptions } from './configuration/options.ts';
export { OptionsError } from './configuration/options-error.ts';
export type { DirectTokenRequest } from './control/applications/issue-tokens-for.ts';
export type { PersonRequest, PersonResult } from './control/browser/play-person.ts';
export type { MessageRequest } from './control/messages/add-messages.ts';
export type { MockAnaf } from './control/mock-anaf.ts';
export type { PersonToAdd } from './control/people/add-person.ts';
export type { PersonChange } from './control/people/change-person.ts';
export type { Delegation } from './control/people/delegate-right.ts';
export type { PeopleControl } from './control/people/people-control.ts';
export type { Persona } from './control/people/persona.ts';
export type { Renewal } from './control/people/renew-certificate.ts';
export { type Clock, MovableClock } from './engine/clock/clock.ts';
export type { MockEventMap, MockEventName } from './engine/events/mock-event-map.ts';
export type { OnceOptions } from './engine/events/mock-events.ts';
export type { TokenResponse } from './engine/events/token-response.ts';
export type { JournalBody } from './engine/journal/bodies.ts';
export type { Journal, JournalExchange, JournalFilter } from './engine/journal/journal.ts';
export type { JournalEntry } from './engine/journal/recorded-exchange.ts';
export type { ActiveScenario } from './engine/scenarios/active-scenario.ts';
export { type ScenarioName, scenarioCatalogue } from './engine/scenarios/catalogue.ts';
export type { Chaos, ChaosSettings } from './engine/scenarios/chaos.ts';
export type { Scenarios } from './engine/scenarios/scenarios.ts';
export { defaultLifetimes, type Lifetimes } from './engine/settings/lifetimes.ts';
export { defaultLimitAnswer, defaultLimits, type LimitAnswer, type Limits } from './engine/settings/limits.ts';
export { defaultSwitches, type Switches } from './engine/settings/switches.ts';
export type {
  AnafService,
  Client,
  Company,
  EarlierCertificate,
  MockState,
  Person,
  Right,
} from './engine/state/mock-state.ts';
export { defaultClient, defaultCompanies, type PersonaName, personaNames } from './engine/state/seed.ts';
export { StateFileError } from './engine/state/state-file.ts';
export { startMockAnaf } from './start-mock-anaf.ts';
export { ListenError, PortBusyError } from './wire/http/listen.ts';
export type { DoorName } from './wire/http/mock-request.ts';
