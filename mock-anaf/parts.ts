import type { CallLimit } from './anaf/efactura/gateway/call-limit.ts';
import type { LoginSessions } from './anaf/login/login-sessions.ts';
import type { TokenMaker } from './anaf/oauth/token-maker.ts';
import type { Engine } from './engine/engine.ts';

/** The engine, and what the endpoints of ANAF keep between two requests. */
export interface MockParts extends Engine {
  readonly callLimit: CallLimit;
  readonly loginSessions: LoginSessions;
  readonly tokens: TokenMaker;
  /** The loopback HTTP door is open, and `http:` redirect addresses to this machine are taken. */
  readonly isPickerOpen: boolean;
}
