import type { AuthorizationStatus } from './contract/authorization.ts';
import type { CauseCode } from './contract/diagnosis.ts';
import type { FailureCode } from './contract/failure.ts';
import type { StateName } from './core/state.ts';

/** Detail of `spv-authorized`. Instants are in epoch seconds. */
export interface AuthorizedDetail {
  /** When the current access token expires. The backend renews it earlier. */
  readonly accessExpiresAt: number;
  /** When a person with the certificate has to authorize again. */
  readonly reauthorizeBy: number;
}

/** Detail of `spv-failed`. */
export interface FailedDetail {
  readonly code: FailureCode;
  /** The most likely cause. */
  readonly cause: CauseCode | undefined;
  /** Whether trying again can help without changing anything first. */
  readonly retryable: boolean;
  /** A short text to quote to support. The backend writes the same one to its log. */
  readonly reference: string | undefined;
}

/** Detail of `spv-state-change`. */
export interface StateChangeDetail {
  readonly state: StateName;
  /** `undefined` until the backend has answered. */
  readonly authorization: AuthorizationStatus | undefined;
}

/** The events of `<spv-authorize>`. All bubble and are composed. None contains secrets or personal data. */
export interface SpvAuthorizeEventMap {
  /** The company has become authorized, through this page or another one. */
  'spv-authorized': CustomEvent<AuthorizedDetail>;
  /** An attempt failed. */
  'spv-failed': CustomEvent<FailedDetail>;
  /** Another screen is shown, or the status of the authorization changed. */
  'spv-state-change': CustomEvent<StateChangeDetail>;
  /** The person pressed the button that continues after a success, while no call of `ensureAuthorized()` was pending. */
  'spv-continued': CustomEvent<undefined>;
  /** ANAF's window is about to open. Cancelable: `preventDefault()` keeps it closed. */
  'spv-before-open': CustomEvent<undefined>;
}

/** Creates an event of the element. */
export function spvEvent<Type extends keyof SpvAuthorizeEventMap>(
  type: Type,
  detail: SpvAuthorizeEventMap[Type]['detail'],
): CustomEvent {
  return new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'spv-before-open' });
}

declare global {
  interface HTMLElementEventMap extends SpvAuthorizeEventMap {}
}
