import type { ScenarioName, ScenarioNeed } from './catalogue.ts';

/** A scenario that is switched on, and the requests that it affects. A field that is absent matches every request. */
export interface ActiveScenario {
  readonly name: ScenarioName;
  /** How many matching requests it affects; absent: every one until it is cleared. */
  readonly times?: number;
  readonly clientId?: string;
  readonly cui?: string;
  /** Last part of the path, e.g. `listaMesajeFactura`. Must be one of the endpoints that the scenario can affect. */
  readonly endpoint?: string;
  /** Name of the persona whose certificate or token is presented. */
  readonly persona?: string;
}

/** What is known about a request when a scenario is chosen for it. */
export interface ScenarioSubject {
  readonly clientId?: string | undefined;
  readonly cui?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly persona?: string | undefined;
  /** Preconditions that the request does not meet. A scenario with one of these `needs` does not affect it, and waits for the next. */
  readonly unmet?: readonly ScenarioNeed[];
}
