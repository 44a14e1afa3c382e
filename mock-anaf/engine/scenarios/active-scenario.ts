import type { ScenarioName, ScenarioNeed } from './catalogue.ts';

/** A scenario that is switched on. What is not given matches everything. */
export interface ActiveScenario {
  readonly name: ScenarioName;
  /** For how many matching requests; absent: until it is cleared. */
  readonly times?: number;
  readonly clientId?: string;
  readonly cui?: string;
  /** Last part of the path, e.g. `listaMesajeFactura`, of those that the scenario concerns. */
  readonly endpoint?: string;
  /** Name of the persona whose certificate or token comes. */
  readonly persona?: string;
}

/** Whom a request concerns, as far as it is known. */
export interface ScenarioSubject {
  readonly clientId?: string | undefined;
  readonly cui?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly persona?: string | undefined;
  /** What the request does not have. Scenarios that need it do not affect the request and wait for another. */
  readonly lacks?: readonly ScenarioNeed[];
}
