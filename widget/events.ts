import type { AuthorizationStatus } from './contract/authorization.ts';
import type { CauseCode } from './contract/diagnosis.ts';
import type { FailureCode } from './contract/failure.ts';
import type { StateName } from './core/state.ts';

/** The company is authorized now. Instants in epoch seconds. */
export interface AuthorizedDetail {
  readonly accessExpiresAt: number;
  readonly reauthorizeBy: number;
}

/** An attempt failed. `cause` is the likeliest one; `retryable`: the same again can help. */
export interface FailedDetail {
  readonly code: FailureCode;
  readonly cause: CauseCode | undefined;
  readonly retryable: boolean;
  /** What support finds in the backend's log. */
  readonly reference: string | undefined;
}

/** Another screen is shown, or the authorization's status changed. */
export interface StateChangeDetail {
  readonly state: StateName;
  /** `undefined` until the backend has answered. */
  readonly authorization: AuthorizationStatus | undefined;
}

/** Events of `<spv-authorize>`. All bubble and cross shadow roots; none carries secrets or data of a person. */
export interface SpvAuthorizeEventMap {
  'spv-authorized': CustomEvent<AuthorizedDetail>;
  'spv-failed': CustomEvent<FailedDetail>;
  'spv-state-change': CustomEvent<StateChangeDetail>;
  /** After a success the person goes on, and no `ensureAuthorized()` of this page waits for it. */
  'spv-continued': CustomEvent<undefined>;
  /** Before ANAF's window opens. Cancelable: `preventDefault()` keeps it closed. */
  'spv-before-open': CustomEvent<undefined>;
}

export function spvEvent<Type extends keyof SpvAuthorizeEventMap>(
  type: Type,
  detail: SpvAuthorizeEventMap[Type]['detail'],
): CustomEvent {
  return new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'spv-before-open' });
}

declare global {
  interface HTMLElementEventMap extends SpvAuthorizeEventMap {}
}
