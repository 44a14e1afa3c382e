import type { ActiveScenario } from '../../engine/scenarios/active-scenario.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import type { ReadyObject } from '../ready-object.ts';

export interface Health {
  readonly status: 'ok';
  /** Address of each door that is open, by its name. */
  readonly urls: Readonly<Record<string, string>>;
}

export interface ClockReading {
  /** Epoch seconds. */
  readonly now: number;
  readonly iso: string;
  readonly frozen: boolean;
}

export interface ScenarioList {
  /** The strongest first; `times` is what is left. */
  readonly active: readonly ActiveScenario[];
  readonly catalogue: Readonly<Record<ScenarioName, ScenarioDescription>>;
}

export interface ScenarioDescription {
  readonly point: string;
  readonly sentence: string;
  readonly sentenceRo: string;
  /** To what it can be limited; one that holds before the certificate is known has no `persona`. */
  readonly scopes: readonly ('clientId' | 'cui' | 'persona')[];
  /** The endpoints that it can be limited to; none for the pages of the login. */
  readonly endpoints: readonly string[];
}

export interface PersonaDescription {
  readonly name: string;
  readonly fullName: string;
  /** What this certificate can show, one sentence in Romanian. */
  readonly title: string;
  /** The same in English, of the people that the mock brings. */
  readonly titleEn?: string;
  readonly pin: string;
  /** CUIs. */
  readonly companies: readonly string[];
  readonly enrolledAt: number | null;
  readonly validity: string;
  readonly authority: string;
  /** Of the certificate: hexadecimal, colons between bytes. */
  readonly serial: string;
  readonly isRevoked: boolean;
  readonly scenario: string | null;
}

export interface People {
  /** Of every PKCS#12. */
  readonly passphrase: string;
  readonly personas: readonly PersonaDescription[];
}

/** What ANAF's registers hold of a person. */
export interface RegisteredPerson
  extends Pick<
    Person,
    | 'name'
    | 'fullName'
    | 'title'
    | 'pin'
    | 'authority'
    | 'validity'
    | 'enrolledAt'
    | 'rights'
    | 'isRevoked'
    | 'scenario'
  > {
  readonly serial: string;
  readonly earlierCertificates: readonly { readonly serial: string; readonly enrolledAt: number | null }[];
}

export interface InstanceDescription extends ReadyObject {
  readonly id: string;
}

/** `null`: without limit. */
export type LimitReading<Limits> = { readonly [Name in keyof Limits]: number | null };
