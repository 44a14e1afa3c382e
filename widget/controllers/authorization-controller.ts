import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AuthorizeWindow } from '../browser/authorize-window.ts';
import { copyText } from '../browser/clipboard.ts';
import { openIn } from '../browser/form-navigation.ts';
import { tellOtherPages } from '../browser/look-again.ts';
import { pendingAttempt } from '../browser/pending-attempt.ts';
import { onPersonReturn } from '../browser/person-return.ts';
import type { SpvAdapter } from '../contract/adapter.ts';
import type { Failure } from '../contract/attempt.ts';
import type { Link } from '../contract/link.ts';
import { returnParameter } from '../contract/result-signal.ts';
import type { Copyable, Effect, Input } from '../core/input.ts';
import { type State, watched, watchesLinks } from '../core/state.ts';
import { transition } from '../core/transition.ts';
import { BackendCalls } from './backend-calls.ts';
import { LapseTimer } from './lapse-timer.ts';
import { LinkWatch } from './link-watch.ts';
import { LiveUpdates } from './live-updates.ts';

/** What the controller needs from the element: the adapter, and reactions to what happens. */
export interface AuthorizationHost extends ReactiveControllerHost {
  /** The adapter in use. `undefined`: calls do nothing. */
  readonly port: SpvAdapter | undefined;
  /** The origin whose messages are accepted before an attempt with an address exists, if it is known. */
  readonly backendOrigin: string | undefined;
  /** Fires `spv-before-open` and returns `false` when the host prevented it. */
  mayOpen(): boolean;
  /** The person came back from ANAF in this tab: the element must be visible. */
  handleResumed(): void;
  /** The person pressed the button that continues after a success. */
  handleProceed(): void;
  handleTransition(before: State, after: State): void;
  handleAuthorized(): void;
  handleFailed(failure: Failure): void;
  handleCopied(what: Copyable, succeeded: boolean): void;
}

/** How long ANAF's window may be open before the person is asked what they see there. */
const askAfterMs = 45_000;

/**
 * Holds the state of one element: passes inputs to `transition` and carries out the effects that it returns. Works between
 * `hostConnected` and `hostDisconnected`; an element that is put back into the page continues where it was.
 */
export class AuthorizationController implements ReactiveController {
  readonly #host: AuthorizationHost;
  readonly #window = new AuthorizeWindow();
  readonly #calls: BackendCalls;
  readonly #live: LiveUpdates;
  readonly #lapse = new LapseTimer((attemptId) => this.send({ type: 'attempt-lapsed', attemptId }));
  #links = new LinkWatch();
  #state: State = { name: 'loading' };
  #connection: AbortController | undefined;
  #begun = false;
  #askTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: AuthorizationHost) {
    this.#host = host;
    this.#calls = new BackendCalls(host, (input) => this.send(input));
    this.#live = new LiveUpdates({
      look: (signal, isRequested) => this.#read(signal, isRequested),
      backendOrigin: () => this.#backendOrigin(),
    });
    host.addController(this);
  }

  get state(): State {
    return this.#state;
  }

  /** The company's links, while the screen is one that shows them. */
  get links(): LinkWatch {
    return this.#links;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    onPersonReturn(() => this.send({ type: 'person-returned' }), this.#connection.signal);
    if (this.#begun) this.#resume();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#calls.abortAll();
    this.#live.stop();
    this.#lapse.stop();
    clearTimeout(this.#askTimer);
  }

  /** Starts, or starts again with another adapter; answers that the previous adapter still gives are ignored. */
  begin(): void {
    this.#calls.abortAll();
    // The attempt of an earlier redirect belongs to the first adapter; a later one may be for another company.
    const attemptId = this.#begun ? undefined : pendingAttempt.take();
    this.#begun = true;
    this.#links = new LinkWatch();
    this.send({ type: 'connected', ...(attemptId && { resume: { attemptId } }) });
  }

  send(input: Input): void {
    const before = this.#state;
    const { state, effects } = transition(before, input);
    this.#state = state;
    if (input.type === 'attempt-read') this.#lapse.plan(input);
    if (input.type === 'attempt-started') this.#lapse.plan(input.started);
    if (state !== before) this.#enter(before, state);
    for (const effect of effects) this.#carryOut(effect);
  }

  /** Reads the authorization and resolves when the answer, or the failure to get one, is in the state. */
  readAuthorization(): Promise<void> {
    return this.#calls.readAuthorization();
  }

  /** Takes a link that the person created or changed, and shows and polls it. */
  putLink(link: Link, now: number): void {
    this.#links.put(link, now);
    this.#live.hurry();
    this.#updatePolling();
    this.#host.requestUpdate();
  }

  /** Reads the links without waiting for the next poll. */
  readLinks(): void {
    this.#live.lookNow();
  }

  #enter(before: State, state: State): void {
    if (state.name !== 'starting') this.#calls.abort('start');
    if (state.name === 'links' && before.name !== 'links') this.#links.expire();
    this.#updatePolling();
    this.#updateQuestionTimer(before);
    this.#host.requestUpdate();
    this.#host.handleTransition(before, state);
  }

  #updatePolling(): void {
    const what = watched(this.#state);
    const isLive = watchesLinks(this.#state) && this.#links.isLive(this.#state.name === 'links');
    if (!what || !this.#connection) this.#live.stop();
    else this.#live.start('attemptId' in what || isLive ? 'often' : what.authorization);
  }

  #updateQuestionTimer(before: State): void {
    if (isWaitingWithoutQuestion(before) && isWaitingWithoutQuestion(this.#state)) return;
    this.#startQuestionTimer();
  }

  #startQuestionTimer(): void {
    clearTimeout(this.#askTimer);
    if (!isWaitingWithoutQuestion(this.#state)) return;
    this.#askTimer = setTimeout(() => this.send({ type: 'person-returned' }), askAfterMs);
  }

  #resume(): void {
    if (this.#state.name === 'starting') this.send({ type: 'back' });
    void this.#calls.readAuthorization();
    this.#updatePolling();
    this.#startQuestionTimer();
  }

  async #read(signal: AbortSignal, isRequested: boolean): Promise<number | undefined> {
    if (this.#state.name === 'at-anaf' && this.#window.seemsClosed) this.send({ type: 'window-gone' });
    const what = watched(this.#state);
    const isAttempt = what !== undefined && 'attemptId' in what;
    const isChecking = what !== undefined && 'authorization' in what && what.authorization === 'often';
    const retryAfterSeconds = isAttempt ? await this.#calls.readAttempt(what.attemptId, signal) : undefined;
    const links = watchesLinks(this.#state) ? await this.#readLinks(signal) : undefined;
    // The request may be about the success of another page, or of an earlier attempt.
    const isOpen = !signal.aborted && watched(this.#state) !== undefined;
    if (isOpen && (isRequested || isChecking || links?.hasNews)) await this.#calls.readAuthorization();
    return retryAfterSeconds ?? links?.retryAfterSeconds;
  }

  async #readLinks(signal: AbortSignal): Promise<{ hasNews: boolean; retryAfterSeconds?: number | undefined }> {
    const links = this.#links;
    const { version } = links;
    const read = await this.#calls.readLinks(signal);
    const isUsable = read !== undefined && !signal.aborted && links === this.#links && version === links.version;
    if (!isUsable) return { hasNews: false };
    const hasNews = 'answer' in read && links.read(read.answer);
    if ('problem' in read) links.fail(read.problem);
    if (hasNews) this.#live.hurry();
    this.#updatePolling();
    this.#host.requestUpdate();
    return { hasNews, retryAfterSeconds: 'problem' in read ? read.retryAfterSeconds : undefined };
  }

  /** The returned value has no meaning: calls report their result through `send`. */
  #carryOut(effect: Effect): unknown {
    switch (effect.type) {
      case 'read-authorization':
        return this.#calls.readAuthorization();
      case 'start-in-window':
        return this.#startInWindow();
      case 'start-in-tab':
        return this.#calls.startAttempt({ mode: 'redirect', returnUrl: returnUrl() });
      case 'start-elsewhere':
        return this.#calls.startAttempt({ mode: 'window' });
      case 'leave-page':
        pendingAttempt.keep(effect.attempt.attemptId);
        return openIn(window, effect.url, this.#opensByForm);
      case 'navigate-window':
        return this.#window.navigate(effect.url, this.#opensByForm);
      case 'reopen-window':
        return this.#openAgain(effect.url);
      case 'focus-window':
        return this.#window.focus();
      case 'close-window':
        return this.#window.close();
      case 'copy':
        return this.copy(effect.what, effect.text);
      case 'look-now':
        return this.#live.lookNow();
      case 'look-soon':
        return this.#live.lookSoon();
      case 'cancel-attempt':
        return this.#calls.cancelAttempt(effect.attemptId);
      case 'forget-attempt':
        return pendingAttempt.forget();
      case 'verify':
        return this.#calls.verify();
      case 'disconnect':
        return this.#calls.disconnect();
      case 'show':
        return this.#host.handleResumed();
      case 'proceed':
        return this.#host.handleProceed();
      case 'tell-pages':
        return tellOtherPages();
      case 'tell-authorized':
        return this.#host.handleAuthorized();
      case 'tell-failed':
        return this.#host.handleFailed(effect.failure);
      default:
        return effect satisfies never;
    }
  }

  get #opensByForm(): boolean {
    return 'answer' in this.#state && this.#state.answer.capabilities.includes('form');
  }

  /** The result page has the same origin as the attempt's address. */
  #backendOrigin(): string | undefined {
    const url = 'attempt' in this.#state ? this.#state.attempt?.authorizeUrl : undefined;
    return url ? new URL(url).origin : this.#host.backendOrigin;
  }

  #startInWindow(): void {
    if (!this.#host.mayOpen()) this.send({ type: 'opening-refused' });
    else if (!this.#window.open()) this.send({ type: 'window-blocked' });
    else void this.#calls.startAttempt({ mode: 'window' });
  }

  #openAgain(url: string): void {
    const mayOpen = this.#host.mayOpen();
    const isOpen = mayOpen ? this.#window.open() : !this.#window.seemsClosed;
    if (!isOpen) this.send({ type: 'window-gone' });
    else if (mayOpen) this.#window.navigate(url, this.#opensByForm);
  }

  async copy(what: Copyable, text: string): Promise<void> {
    this.#host.handleCopied(what, await copyText(text));
  }
}

function isWaitingWithoutQuestion(state: State): boolean {
  return state.name === 'at-anaf' && !state.asking;
}

function returnUrl(): string {
  const url = new URL(location.href);
  url.searchParams.delete(returnParameter);
  return url.href;
}
