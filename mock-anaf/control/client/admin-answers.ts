/** Types of the answers of the admin port. Each is derived from the schema in the OpenAPI document. */

export type { ClientAnswer, TokenInspection, Tokens } from '../admin/applications/application-schemas.ts';
export type { CompanyDescription, CompanyEntry } from '../admin/companies/company-schemas.ts';
export type { Health, OpenApiDocument } from '../admin/description/description-schemas.ts';
export type { InstanceDescription } from '../admin/instances/instance-schemas.ts';
export type { JournalBody, JournalEntry, JournalExchange } from '../admin/journal/journal-schemas.ts';
export type { People, PersonaDescription, PersonResult, RegisteredPerson } from '../admin/people/people-schemas.ts';
export type {
  ActiveScenario,
  ChaosReading,
  ScenarioDescription,
  ScenarioList,
} from '../admin/scenarios/scenario-schemas.ts';
export type { ClockReading, LimitReading } from '../admin/settings/setting-schemas.ts';
