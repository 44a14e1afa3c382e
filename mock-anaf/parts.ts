import type { CallLimit } from './anaf/efactura/gateway/call-limit.ts';
import type { LoginSessions } from './anaf/login/login-sessions.ts';
import type { TokenMaker } from './anaf/oauth/token-maker.ts';
import type { MovableClock } from './engine/clock.ts';
import type { MockEvents } from './engine/events/mock-events.ts';
import type { Journal } from './engine/journal/journal.ts';
import type { Chaos } from './engine/scenarios/chaos.ts';
import type { Scenarios } from './engine/scenarios/scenarios.ts';
import type { Lifetimes, LimitAnswer, Limits, Switches } from './engine/settings/config.ts';
import type { MockState } from './engine/state/mock-state.ts';

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
