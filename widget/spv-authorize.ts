import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ChosenAdapter } from './adapters/chosen-adapter.ts';
import { type Configuration, configurationOf, missingConfiguration, type Presentation } from './configuration.ts';
import type { SpvAdapter } from './contract/adapter.ts';
import type { Failure } from './contract/attempt.ts';
import type { AuthorizationStatus } from './contract/authorization.ts';
import { AuthorizationController, type AuthorizationHost } from './controllers/authorization-controller.ts';
import { EnsuredCallers, type EnsuredOutcome } from './controllers/ensured-callers.ts';
import { Localize, type MessagesByLanguage } from './controllers/localize.ts';
import { ScreenEntry } from './controllers/screen-entry.ts';
import type { Copyable } from './core/input.ts';
import type { State } from './core/state.ts';
import { isUsable } from './core/usable.ts';
import { viewModel } from './core/view-model.ts';
import { spvEvent } from './events.ts';
import { layout } from './spv-authorize.styles.ts';
import { content } from './styles/content.styles.ts';
import { controls } from './styles/controls.styles.ts';
import { dialog } from './styles/dialog.styles.ts';
import { line } from './styles/line.styles.ts';
import { tokens } from './styles/tokens.styles.ts';
import { lineView } from './views/line-view.ts';
import { setupView } from './views/problem-view.ts';
import { screenView } from './views/screen-view.ts';
import type { View } from './views/view.ts';

/** How long a page may take to set `adapter` before it is taken for forgotten. */
const patienceMs = 2000;

/**
 * Lets a company authorize an application in ANAF's S.P.V. for e-Factura: the way to ANAF, the status, and every failure
 * explained by its cause.
 *
 * @summary Authorization at ANAF for e-Factura, in one element.
 * @slot footer - The host's own words below every screen: a phone number for help, for example.
 * @fires spv-authorized - The company is authorized now, by this page or another. Detail: `{ accessExpiresAt, reauthorizeBy }`, epoch seconds.
 * @fires spv-failed - An attempt failed. Detail: `{ code, cause, retryable, reference }`.
 * @fires spv-state-change - Another screen is shown. Detail: `{ state, authorization }`.
 * @fires spv-continued - After a success the person pressed the button that goes on, and no `ensureAuthorized()` of this page waits for it: they came back in the same tab.
 * @fires spv-before-open - Before ANAF's window opens; cancelable.
 * @csspart panel - The bordered box.
 * @csspart line - The line between company and ANAF, with its two names.
 * @csspart heading - The one heading of a screen.
 * @csspart primary - The one filled button of a screen.
 * @csspart secondary - Text buttons.
 * @csspart dialog - The dialog of `ensureAuthorized()` and `open()`.
 * @cssprop [--spv-accent] - Filled buttons, links, focus ring.
 * @cssprop [--spv-on-accent] - Text on filled buttons.
 * @cssprop [--spv-good] - The closed line, the word "active".
 * @cssprop [--spv-attention] - The line with a gap, "expires soon".
 * @cssprop [--spv-bad] - The broken line, "expired".
 * @cssprop [--spv-muted] - Quiet text; made from the text colour.
 * @cssprop [--spv-border] - Lines and borders; made from the text colour.
 * @cssprop [--spv-surface=transparent] - Background of the panel.
 * @cssprop [--spv-dialog-surface=Canvas] - Background of the dialog.
 * @cssprop [--spv-dialog-text=CanvasText] - Text colour of the dialog.
 * @cssprop [--spv-radius=10px] - Corner radius.
 * @cssprop [--spv-space=16px] - Padding and distance between blocks.
 */
export class SpvAuthorize extends LitElement implements AuthorizationHost {
  static override styles = [tokens, layout, controls, line, content, dialog];

  /** Where the backend's routes begin; needs `session-url` too. Not used when `adapter` is set. */
  @property({ attribute: 'backend-url' }) backendUrl: string | undefined;

  /** The host's endpoint that answers `POST` with `{ session, expiresAt }`. */
  @property({ attribute: 'session-url' }) sessionUrl: string | undefined;

  /** `panel`: the element is part of the page. `dialog`: nothing shows until `ensureAuthorized()` or `open()`. */
  @property() presentation: Presentation = 'panel';

  /** What the filled button says after success: what the person came for, "Trimite factura" for example. */
  @property({ attribute: 'continue-label' }) continueLabel: string | undefined;

  /** How the backend is reached. Takes the place of the two addresses. */
  @property({ attribute: false }) adapter: SpvAdapter | undefined;

  /** Own wording, by language; also whole languages that the element does not have. */
  @property({ attribute: false }) messages: MessagesByLanguage | undefined;

  /** The adapter in use: the given one, or our own for the two addresses. */
  port: SpvAdapter | undefined;

  @state() private configuration: Configuration = { kind: 'nothing' };
  @state() private copied: View['copied'];
  @state() private isDialogOpen = false;
  @query('dialog') private dialog: HTMLDialogElement | null | undefined;

  readonly #localize = new Localize(this);
  readonly #controller = new AuthorizationController(this);
  readonly #entry = new ScreenEntry(this);
  readonly #chosen = new ChosenAdapter();
  readonly #callers = new EnsuredCallers();
  #warnedAbout = '';
  #patience: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#patience = setTimeout(() => this.#loseWait(), patienceMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#patience);
    this.#entry.stop();
    // A dialog that leaves the page closes without an event.
    if (this.isDialogOpen) this.#handleClose();
  }

  /** Reads the authorization again. Resolves when it is known, or known to be unreachable; never rejects. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#controller.readAuthorization();
  }

  /** Shows the element in its dialog, whatever it has to say. */
  open(): void {
    this.isDialogOpen = true;
  }

  /**
   * Makes sure that the company is authorized before something that needs it. Resolves at once when it is; else opens the
   * way to ANAF in a dialog and resolves when the person has finished or closed it. `proceed`: go on now; it is false when
   * the person closed the dialog, even after a success. Never rejects.
   */
  async ensureAuthorized(): Promise<EnsuredOutcome> {
    await this.updateComplete;
    // Always asked anew: somebody may have authorized, or ANAF cut it off, since the page was loaded.
    await this.#controller.readAuthorization();
    if (this.#isAuthorized) return { authorized: true, proceed: true };
    if (!this.isConnected) return { authorized: false, proceed: false };
    // What is being checked at ANAF needs no second authorization.
    if (statusOf(this.#controller.state) !== 'checking') this.#controller.send({ type: 'begin' });
    this.open();
    return this.#callers.wait();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    this.#entry.remember();
    const given = ['adapter', 'backendUrl', 'sessionUrl', 'presentation'] as const;
    if (given.some((name) => changed.has(name))) this.#configure();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.isDialogOpen) return this.#renderDialog();
    return this.presentation === 'dialog' && this.configuration.kind !== 'wrong' ? nothing : this.#renderPanel();
  }

  protected override updated(): void {
    if (this.isDialogOpen && this.isConnected && this.dialog && !this.dialog.open) {
      this.dialog.showModal();
      this.#entry.beginInDialog();
    }
    this.#entry.settle(viewModel(this.#controller.state), this.#localize.words, this.isDialogOpen);
  }

  #renderDialog(): TemplateResult {
    const { common } = this.#localize.words;
    const close = () => this.dialog?.close();
    return html`<dialog part="dialog" aria-label=${common.region} @close=${this.#handleClose}>
      ${this.#renderPanel(
        html`<div class="dialog-bar">
          <button type="button" class="close" aria-label=${common.close} @click=${close}></button>
        </div>`,
      )}
    </dialog>`;
  }

  #renderPanel(bar: TemplateResult | typeof nothing = nothing): TemplateResult {
    const { words, language } = this.#localize;
    const screen = viewModel(this.#controller.state);
    const subject = 'subject' in screen ? screen.subject : undefined;
    const view = this.#view(words);
    const { configuration } = this;
    return html`<section class="panel" part="panel" lang=${language} aria-label=${words.common.region}>
      ${bar} ${lineView(screen.line, subject, view)}
      <div class="screen">
        ${configuration.kind === 'wrong' ? setupView(configuration, view) : screenView(screen, view)}
      </div>
      <slot name="footer"></slot>
      <p class="unseen" role="status"></p>
    </section>`;
  }

  #view(words: View['words']): View {
    return {
      words,
      send: (input) => this.#controller.send(input),
      copy: (what, text) => this.#controller.copy(what, text),
      copied: this.copied,
      continueLabel: this.continueLabel,
      isAwaited: this.#callers.areWaiting,
    };
  }

  get backendOrigin(): string | undefined {
    return this.configuration.kind === 'http' ? new URL(this.configuration.backendUrl).origin : undefined;
  }

  mayOpen(): boolean {
    return this.dispatchEvent(spvEvent('spv-before-open', undefined));
  }

  handleTransition(before: State, after: State): void {
    if (isNewScreen(before, after)) this.#entry.begin(viewModel(after));
    if (before.name !== after.name) this.copied = undefined;
    if (before.name === after.name && statusOf(before) === statusOf(after)) return;
    this.dispatchEvent(spvEvent('spv-state-change', { state: after.name, authorization: statusOf(after) }));
  }

  handleAuthorized(): void {
    const { state } = this.#controller;
    const authorization = 'answer' in state ? state.answer.authorization : undefined;
    if (!authorization || authorization.status === 'none') return;
    const { accessExpiresAt, reauthorizeBy } = authorization;
    this.dispatchEvent(spvEvent('spv-authorized', { accessExpiresAt, reauthorizeBy }));
  }

  handleFailed({ code, retryable, diagnosis, reference }: Failure): void {
    const cause = diagnosis.causes[0]?.cause;
    this.dispatchEvent(spvEvent('spv-failed', { code, cause, retryable, reference }));
  }

  handleCopied(what: Copyable, succeeded: boolean): void {
    this.copied = { what, succeeded };
  }

  handleResumed(): void {
    if (this.presentation === 'dialog') this.open();
  }

  handleProceed(): void {
    const isAwaited = this.#callers.areWaiting;
    this.#callers.goOn();
    this.dialog?.close();
    if (!isAwaited) this.dispatchEvent(spvEvent('spv-continued', undefined));
  }

  #handleClose(): void {
    this.isDialogOpen = false;
    this.#callers.close(this.#isAuthorized);
  }

  get #isAuthorized(): boolean {
    const status = statusOf(this.#controller.state);
    return status !== undefined && isUsable(status);
  }

  #configure(): void {
    const { backendUrl, sessionUrl, presentation } = this;
    const hasAdapter = this.adapter !== undefined;
    const pageUrl = document.baseURI;
    this.configuration = configurationOf({ hasAdapter, backendUrl, sessionUrl, presentation, pageUrl });
    // What is wrong is shown; what went on before goes on when it is right again.
    if (this.configuration.kind === 'wrong') {
      this.#warn(this.configuration);
      return;
    }
    const before = this.port;
    this.port = this.#chosen.of(this.configuration, this.adapter);
    if (this.port === before) return;
    // Whoever waits asked about the company of the adapter before.
    if (before) this.dialog?.close();
    if (this.port) this.#controller.begin();
  }

  #loseWait(): void {
    if (this.configuration.kind !== 'nothing') return;
    this.configuration = missingConfiguration();
    this.#warn(this.configuration);
  }

  #warn({ attribute, example }: Extract<Configuration, { kind: 'wrong' }>): void {
    if (this.#warnedAbout === attribute) return;
    this.#warnedAbout = attribute;
    console.warn(`<spv-authorize>: "${attribute}" is missing or wrong. Example: ${example}`);
  }
}

/** A question that appears is a screen of its own to the person who returns to it. */
function isNewScreen(before: State, after: State): boolean {
  if (before.name !== after.name) return true;
  return before.name === 'at-anaf' && after.name === 'at-anaf' && !before.asking && after.asking;
}

function statusOf(state: State): AuthorizationStatus | undefined {
  return 'answer' in state ? state.answer.authorization.status : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'spv-authorize': SpvAuthorize;
  }
}
