/** Types of the admin port's answers, under the names that the console uses. */

export type { TokenInspection } from '../../control/admin/applications/application-schemas.ts';
export type {
  Companies as CompaniesAnswer,
  CompanyDescription,
} from '../../control/admin/companies/company-schemas.ts';
export type { Health as HealthAnswer } from '../../control/admin/description/description-schemas.ts';
export type { JournalBody, JournalEntry, JournalExchange } from '../../control/admin/journal/journal-schemas.ts';
export type {
  People as PeopleAnswer,
  PersonaDescription as PersonDescription,
} from '../../control/admin/people/people-schemas.ts';
export type {
  ActiveScenario,
  ScenarioDescription,
  ScenarioList as ScenariosAnswer,
} from '../../control/admin/scenarios/scenario-schemas.ts';
export type {
  ClockReading as ClockAnswer,
  LifetimesReading as LifetimesAnswer,
} from '../../control/admin/settings/setting-schemas.ts';
