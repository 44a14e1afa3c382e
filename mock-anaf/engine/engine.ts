import type { MovableClock } from './clock/clock.ts';
import type { MockEvents } from './events/mock-events.ts';
import type { Journal } from './journal/journal.ts';
import type { Chaos } from './scenarios/chaos.ts';
import type { Scenarios } from './scenarios/scenarios.ts';
import type { Lifetimes } from './settings/lifetimes.ts';
import type { LimitAnswer, Limits } from './settings/limits.ts';
import type { Switches } from './settings/switches.ts';
import type { MockState } from './state/mock-state.ts';

/** Settings that the admin port may change while the mock runs. */
type Changeable<Settings> = { -readonly [Name in keyof Settings]: Settings[Name] };

/**
 * The shared parts of a running mock, which know nothing of ANAF's endpoints. `startMockAnaf` makes one engine per mock. A function
 * declares which parts it uses: `Pick<Engine, 'clock' | 'state'>`.
 */
export interface Engine {
  readonly clock: MovableClock;
  readonly state: MockState;
  readonly lifetimes: Changeable<Lifetimes>;
  readonly limits: Changeable<Limits>;
  readonly limitAnswer: Changeable<LimitAnswer>;
  readonly switches: Changeable<Switches>;
  readonly scenarios: Scenarios;
  readonly chaos: Chaos;
  readonly journal: Journal;
  readonly events: MockEvents;
}
