import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AuthorizeWindow } from '../adapters/authorize-window.ts';
import { pendingAttempt } from '../adapters/pending-attempt.ts';
import type { SpvAdapter } from '../contract/adapter.ts';
import type { Failure } from '../contract/attempt.ts';
import { returnParameter } from '../contract/result-signal.ts';
import type { Effect, Input } from '../core/input.ts';
import { type State, watched } from '../core/state.ts';
import { transition } from '../core/transition.ts';
import { BackendCalls } from './backend-calls.ts';
import { LiveUpdates } from './live-updates.ts';

/** What the controller asks of the element around it. */
export interface AuthorizationHost extends ReactiveControllerHost {
  readonly port: SpvAdapter | undefined;
  /** Fires `spv-before-open`; `false` when the host prevented it. */
  mayOpen(): boolean;
  handleTransition(before: State, after: State): void;
  handleAuthorized(): void;
  handleFailed(failure: Failure): void;
  handleCopied(succeeded: boolean): void;
}

/** After this the person is asked what they see, without having come back. */
const askAfterMs = 45_000;

/**
 * Holds the state of one element: gives inputs to `transition` and does what it answers. Works from `hostConnected` to
 * `hostDisconnected`; connecting again goes on where it stopped.
 */
export class AuthorizationController implements ReactiveController {
  readonly #host: AuthorizationHost;
  readonly #window = new AuthorizeWindow();
  readonly #calls: BackendCalls;
  readonly #live: LiveUpdates;
  #state: State = { name: 'loading' };
  #connection: AbortController | undefined;
  #begun = false;
  #askTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: AuthorizationHost) {
    this.#host = host;
    this.#calls = new BackendCalls(host, (input) => this.send(input));
    this.#live = new LiveUpdates({
      look: (signal) => this.#look(signal),
      backendOrigin: () => this.#backendOrigin(),
    });
    host.addController(this);
  }

  get state(): State {
    return this.#state;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    this.#listen(this.#connection.signal);
    if (this.#begun) this.#goOn();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#calls.abortAll();
    this.#live.stop();
    clearTimeout(this.#askTimer);
  }

  /** Begins, or begins anew with another adapter. */
  begin(): void {
    this.#begun = true;
    const attemptId = pendingAttempt.take();
    this.send({ type: 'connected', ...(attemptId && { resume: { attemptId } }) });
  }

  send(input: Input): void {
    const before = this.#state;
    const { state, effects } = transition(before, input);
    this.#state = state;
    if (state !== before) this.#enter(before, state);
    for (const effect of effects) this.#do(effect);
  }

  /** Reads the authorization again and resolves when it is known, or known to be unreachable. */
  readAuthorization(): Promise<void> {
    return this.#calls.readAuthorization();
  }

  #enter(before: State, state: State): void {
    if (state.name !== 'starting') this.#calls.abort('start');
    this.#followWatched();
    this.#followQuestion(before);
    this.#host.requestUpdate();
    this.#host.handleTransition(before, state);
  }

  #followWatched(): void {
    if (watched(this.#state) && this.#connection) this.#live.start();
    else this.#live.stop();
  }

  #followQuestion(before: State): void {
    const waits = this.#state.name === 'at-anaf' && !this.#state.asking;
    const waited = before.name === 'at-anaf' && !before.asking;
    if (waits && waited) return;
    clearTimeout(this.#askTimer);
    if (waits) this.#askTimer = setTimeout(() => this.send({ type: 'person-returned' }), askAfterMs);
  }

  #goOn(): void {
    if (this.#state.name === 'starting') this.send({ type: 'back' });
    void this.#calls.readAuthorization();
    this.#followWatched();
  }

  #listen(signal: AbortSignal): void {
    const handleReturn = () => {
      if (document.visibilityState === 'visible') this.send({ type: 'person-returned' });
    };
    window.addEventListener('focus', handleReturn, { signal });
    document.addEventListener('visibilitychange', handleReturn, { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && handleReturn(), { signal });
  }

  async #look(signal: AbortSignal): Promise<number | undefined> {
    if (this.#state.name === 'at-anaf' && this.#window.seemsClosed) this.send({ type: 'window-gone' });
    const what = watched(this.#state);
    if (what === 'authorization') await this.#calls.readAuthorization();
    return typeof what === 'object' ? this.#calls.readAttempt(what.attemptId, signal) : undefined;
  }

  /** What a branch returns means nothing; calls report by `send`. */
  #do(effect: Effect): unknown {
    switch (effect.type) {
      case 'read-authorization':
        return this.#calls.readAuthorization();
      case 'start-in-window':
        return this.#startInWindow();
      case 'start-in-tab':
        return this.#calls.startAttempt({ mode: 'redirect', returnUrl: returnUrl() });
      case 'leave-page':
        pendingAttempt.keep(effect.attempt.attemptId);
        return location.assign(effect.url);
      case 'lead-window':
        return this.#window.lead(effect.url);
      case 'reopen-window':
        return this.#openAgain(effect.url);
      case 'focus-window':
        return this.#window.focus();
      case 'close-window':
        return this.#window.close();
      case 'copy':
        return this.copy(effect.text);
      case 'look-now':
        return this.#live.lookNow();
      case 'cancel-attempt':
        return this.#calls.cancelAttempt(effect.attemptId);
      case 'forget-attempt':
        return pendingAttempt.forget();
      case 'verify':
        return this.#calls.verify();
      case 'disconnect':
        return this.#calls.disconnect();
      case 'tell-authorized':
        return this.#host.handleAuthorized();
      case 'tell-failed':
        return this.#host.handleFailed(effect.failure);
      default:
        return effect satisfies never;
    }
  }

  /** The result page lives where the attempt's address leads. */
  #backendOrigin(): string | undefined {
    const url = 'attempt' in this.#state ? this.#state.attempt?.authorizeUrl : undefined;
    return url ? new URL(url).origin : undefined;
  }

  #startInWindow(): void {
    if (!this.#host.mayOpen()) this.send({ type: 'opening-refused' });
    else if (!this.#window.open()) this.send({ type: 'window-blocked' });
    else void this.#calls.startAttempt({ mode: 'window' });
  }

  #openAgain(url: string): void {
    if (!this.#window.open(url)) this.send({ type: 'window-gone' });
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#host.handleCopied(true);
    } catch {
      // No permission, or no clipboard on plain http: the view says so and shows the text to select.
      this.#host.handleCopied(false);
    }
  }
}

function returnUrl(): string {
  const url = new URL(location.href);
  url.searchParams.delete(returnParameter);
  return url.href;
}
