import type { LoginSessions } from './certificate-step/login-sessions.ts';
import type { MovableClock } from './clock/clock.ts';
import type { Lifetimes, LimitAnswer, Limits, Switches } from './config.ts';
import type { CallLimit } from './efactura/call-limit.ts';
import type { MockEvents } from './events/mock-events.ts';
import type { Journal } from './journal/journal.ts';
import type { TokenMaker } from './oauth/token-maker.ts';
import type { Chaos } from './scenarios/chaos.ts';
import type { Scenarios } from './scenarios/scenarios.ts';
import type { MockState } from './state/mock-state.ts';

/** Settings that the admin port may change while the mock runs. */
type Changeable<Settings> = { -readonly [Name in keyof Settings]: Settings[Name] };

/** What the routes work with. Made once, by `startMockAnaf`. */
export interface MockParts {
  readonly clock: MovableClock;
  readonly state: MockState;
  readonly lifetimes: Changeable<Lifetimes>;
  readonly limits: Changeable<Limits>;
  readonly limitAnswer: Changeable<LimitAnswer>;
  readonly callLimit: CallLimit;
  readonly switches: Changeable<Switches>;
  readonly scenarios: Scenarios;
  readonly chaos: Chaos;
  readonly journal: Journal;
  readonly events: MockEvents;
  readonly loginSessions: LoginSessions;
  readonly tokens: TokenMaker;
  /** The loopback HTTP door is open, and `http:` redirect addresses to this machine are taken. */
  readonly isPickerOpen: boolean;
}
