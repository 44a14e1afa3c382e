import type { CompanyDescription } from '../control/admin/applications/inspection-routes.ts';
import type { ScenarioPoint } from '../engine/scenarios/catalogue.ts';
import type { Lifetimes } from '../engine/settings/lifetimes.ts';

export type { CompanyDescription } from '../control/admin/applications/inspection-routes.ts';
export type { TokenInspection } from '../control/inspect-token.ts';
export type { JournalBody } from '../engine/journal/bodies.ts';
export type { JournalExchange } from '../engine/journal/journal.ts';
export type { JournalEntry } from '../engine/journal/recorded-exchange.ts';

/** `GET /clock` */
export interface ClockAnswer {
  /** Epoch seconds. */
  readonly now: number;
  readonly frozen: boolean;
}

/** `GET /companies` */
export interface CompaniesAnswer {
  readonly companies: readonly CompanyDescription[];
}

export interface PersonDescription {
  readonly name: string;
  readonly fullName: string;
  readonly title: string;
  readonly titleEn?: string;
  readonly pin: string;
  /** CUIs. */
  readonly companies: readonly string[];
  readonly enrolledAt: number | null;
  readonly validity: 'long' | 'expired';
  readonly authority: 'trusted' | 'unknown';
}

/** `GET /personas` */
export interface PeopleAnswer {
  readonly passphrase: string;
  readonly personas: readonly PersonDescription[];
}

/** A scenario that is on; `name` may be one that this console was not written with. */
export interface ActiveScenario {
  readonly name: string;
  readonly times?: number;
  readonly clientId?: string;
  readonly cui?: string;
  readonly persona?: string;
}

export interface ScenarioDescription {
  readonly point: ScenarioPoint;
  readonly sentence: string;
  readonly sentenceRo?: string;
  readonly scopes: readonly string[];
}

/** `GET /scenario` */
export interface ScenariosAnswer {
  readonly active: readonly ActiveScenario[];
  readonly catalogue: Readonly<Record<string, ScenarioDescription>>;
}

/** `GET /lifetimes` */
export type LifetimesAnswer = Lifetimes;

/** `GET /healthz` */
export interface HealthAnswer {
  readonly urls: Readonly<Record<string, string>>;
}
