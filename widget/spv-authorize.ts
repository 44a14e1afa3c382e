import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { isHandheld } from './browser/handheld.ts';
import type { SpvAdapter } from './contract/adapter.ts';
import type { Failure } from './contract/attempt.ts';
import { AdapterSetup } from './controllers/adapter-setup.ts';
import { AuthorizationController, type AuthorizationHost } from './controllers/authorization-controller.ts';
import { DelegationPanel } from './controllers/delegation-panel.ts';
import { EnsuredCallers, type EnsuredOutcome } from './controllers/ensured-callers.ts';
import { Localize, type MessagesByLanguage } from './controllers/localize.ts';
import { ScreenEntry } from './controllers/screen-entry.ts';
import type { Presentation } from './core/configuration.ts';
import type { Copyable } from './core/input.ts';
import type { Screen } from './core/screen.ts';
import { isNewScreen } from './core/screen-focus.ts';
import { type State, statusOf } from './core/state.ts';
import { isUsable } from './core/usable.ts';
import { viewModel } from './core/view-model.ts';
import { spvEvent } from './events.ts';
import { layout } from './spv-authorize.styles.ts';
import { content } from './styles/content.styles.ts';
import { controls } from './styles/controls.styles.ts';
import { dialog } from './styles/dialog.styles.ts';
import { line } from './styles/line.styles.ts';
import { tokens } from './styles/tokens.styles.ts';
import { type Announcement, announcement } from './views/announcement.ts';
import { lineView } from './views/line-view.ts';
import { setupView } from './views/problem-view.ts';
import { screenView } from './views/screen-view.ts';
import type { View } from './views/view.ts';

/**
 * Lets a company authorize an application in ANAF's S.P.V. for e-Factura. Leads the person to ANAF and back, shows the status
 * of the authorization, and explains every failure by its likely cause.
 *
 * ```html
 * <spv-authorize backend-url="https://spv.example.ro" session-url="/spv-session"></spv-authorize>
 * ```
 *
 * @summary Authorization at ANAF for e-Factura, in one element.
 * @slot footer - The host's own content below every screen, for example a phone number for help.
 * @fires spv-authorized - The company has become authorized, through this page or another one. Detail: `{ accessExpiresAt, reauthorizeBy }` in epoch seconds.
 * @fires spv-failed - An attempt failed. Detail: `{ code, cause, retryable, reference }`.
 * @fires spv-state-change - Another screen is shown, or the status of the authorization changed. Detail: `{ state, authorization }`.
 * @fires spv-continued - The person pressed the button that continues after a success, and no call of `ensureAuthorized()` is pending on this page: they came back from ANAF in the same tab. No detail.
 * @fires spv-before-open - ANAF's window is about to open. Cancelable: `preventDefault()` keeps it closed. No detail.
 * @csspart panel - The bordered box around every screen.
 * @csspart line - The drawn line between the company and ANAF, with both names.
 * @csspart heading - The heading of a screen. Each screen has one.
 * @csspart primary - The filled button of a screen. A screen has at most one.
 * @csspart secondary - Buttons that look like links.
 * @csspart dialog - The modal dialog of `ensureAuthorized()` and `open()`.
 * @cssprop [--spv-accent] - Colour of filled buttons, links and the focus ring.
 * @cssprop [--spv-on-accent] - Colour of text on filled buttons.
 * @cssprop [--spv-good] - Colour of the closed line and of the status "active".
 * @cssprop [--spv-attention] - Colour of the line with a gap and of the status "expires soon".
 * @cssprop [--spv-bad] - Colour of the broken line and of the status "expired".
 * @cssprop [--spv-muted] - Colour of secondary text. Default: derived from the text colour.
 * @cssprop [--spv-border] - Colour of lines and borders. Default: derived from the text colour.
 * @cssprop [--spv-surface=transparent] - Background of the panel.
 * @cssprop [--spv-dialog-surface=Canvas] - Background of the dialog.
 * @cssprop [--spv-dialog-text=CanvasText] - Text colour of the dialog.
 * @cssprop [--spv-radius=10px] - Corner radius.
 * @cssprop [--spv-space=16px] - Padding of the panel and distance between blocks.
 */
export class SpvAuthorize extends LitElement implements AuthorizationHost {
  static override styles = [tokens, layout, controls, line, content, dialog];

  static override properties = {
    backendUrl: { attribute: 'backend-url' },
    sessionUrl: { attribute: 'session-url' },
    presentation: {},
    continueLabel: { attribute: 'continue-label' },
    adapter: { attribute: false },
    messages: { attribute: false },
    copied: { state: true },
    isDialogOpen: { state: true },
  };

  /**
   * Base URL of the backend, for example `https://spv.example.ro` or `/spv`. Needs `session-url` as well. Ignored when
   * `adapter` is set.
   */
  declare backendUrl: string | undefined;

  /**
   * Endpoint of the host's own server that answers `POST` with `{ session, expiresAt }`, for example `/spv-session`. It
   * receives the page's cookies and creates the session at the backend.
   */
  declare sessionUrl: string | undefined;

  /**
   * `panel` (default): the element is part of the page. `dialog`: it shows nothing until `ensureAuthorized()` or `open()` is
   * called.
   */
  declare presentation: Presentation;

  /**
   * Label of the filled button after a success: what the person came for, for example "Trimite factura". Default: a general
   * word in the element's language.
   */
  declare continueLabel: string | undefined;

  /** The host's own `SpvAdapter`, used instead of `backend-url` and `session-url`. Setting another one restarts the element. */
  declare adapter: SpvAdapter | undefined;

  /**
   * The host's own texts by language, for example `{ ro: { none: { start: 'Conectează' } } }`. May add languages that the
   * element does not have.
   */
  declare messages: MessagesByLanguage | undefined;

  declare private copied: View['copied'];
  declare private isDialogOpen: boolean;

  readonly #localize = new Localize(this);
  readonly #setup = new AdapterSetup(this);
  readonly #controller = new AuthorizationController(this);
  readonly #entry = new ScreenEntry(this);
  readonly #callers = new EnsuredCallers();
  readonly #delegation = new DelegationPanel(this, {
    controller: this.#controller,
    localize: this.#localize,
    entry: this.#entry,
  });

  constructor() {
    super();
    this.presentation = 'panel';
    this.isDialogOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#entry.stop();
    // A dialog that is removed from the page closes without a `close` event.
    if (this.isDialogOpen) this.#handleClose();
  }

  /** Reads the authorization again. Resolves when it is known or could not be read; never rejects. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#controller.readAuthorization();
  }

  /** Shows the current screen in a modal dialog. */
  open(): void {
    this.isDialogOpen = true;
  }

  /**
   * Makes sure that the company is authorized before the host does something that needs it. Resolves at once when it is;
   * otherwise leads through the authorization in a modal dialog and resolves with `{ authorized, proceed }` when the person
   * has finished or closed the dialog. `proceed` is true when the host may go on now; it is false when the person closed the
   * dialog, even after a success. Never rejects.
   */
  async ensureAuthorized(): Promise<EnsuredOutcome> {
    await this.updateComplete;
    // Read again: somebody may have authorized or disconnected the company since the page was loaded.
    await this.#controller.readAuthorization();
    if (this.#isAuthorized) return { authorized: true, proceed: true };
    if (!this.isConnected) return { authorized: false, proceed: false };
    // While ANAF is checking an authorization, do not start a second one.
    if (statusOf(this.#controller.state) !== 'checking') this.#controller.send({ type: 'begin' });
    this.open();
    return this.#callers.wait();
  }

  /** Waits for the texts of the element's language, so that it is never shown in two languages at once. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.#localize.arriving;
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    this.#entry.remember();
    const given = ['adapter', 'backendUrl', 'sessionUrl', 'presentation'] as const;
    if (given.some((name) => changed.has(name))) this.#configure();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.isDialogOpen) return this.#renderDialog();
    const isHidden = this.presentation === 'dialog' && this.#setup.configuration.kind !== 'wrong';
    return isHidden ? nothing : this.#renderPanel();
  }

  protected override updated(): void {
    if (this.isDialogOpen && this.isConnected && this.#dialog && !this.#dialog.open) {
      this.#dialog.showModal();
      this.#entry.beginInDialog();
    }
    this.#entry.settle(this.#announcement(), this.isDialogOpen);
  }

  #renderDialog(): TemplateResult {
    const { common } = this.#localize.words;
    const close = () => this.#dialog?.close();
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
    const { configuration } = this.#setup;
    return html`<section class="panel" part="panel" lang=${language} aria-label=${words.common.region}>
      ${bar} ${lineView(screen.line, subject, view)}
      <div class="screen">
        ${configuration.kind === 'wrong' ? setupView(configuration, view) : this.#renderScreen(screen, view)}
      </div>
      <slot name="footer"></slot>
      <p class="unseen" role="status"></p>
    </section>`;
  }

  #renderScreen(screen: Screen, view: View): TemplateResult {
    return screen.name === 'links' ? this.#delegation.view(screen, view) : screenView(screen, view);
  }

  #announcement(): Announcement {
    const screen = viewModel(this.#controller.state);
    const view = this.#view(this.#localize.words);
    return screen.name === 'links' ? this.#delegation.announcement(screen, view) : announcement(screen, view.words);
  }

  #view(words: View['words']): View {
    return {
      words,
      openLinks: this.#controller.links.open,
      isHandheld: isHandheld(),
      send: (input) => this.#controller.send(input),
      copy: (what, text) => this.#controller.copy(what, text),
      copied: this.copied,
      continueLabel: this.continueLabel,
      isAwaited: this.#callers.areWaiting,
    };
  }

  /** The adapter in use: `adapter`, or the element's own one for `backend-url` and `session-url`. */
  get port(): SpvAdapter | undefined {
    return this.#setup.adapter;
  }

  get backendOrigin(): string | undefined {
    return this.#setup.backendOrigin;
  }

  mayOpen(): boolean {
    return this.dispatchEvent(spvEvent('spv-before-open', undefined));
  }

  handleTransition(before: State, after: State): void {
    if (isNewScreen(before, after)) this.#entry.begin(viewModel(after));
    if (before.name !== after.name) this.copied = undefined;
    this.#delegation.prepare(after.name);
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

  forgetCopied(): void {
    this.copied = undefined;
  }

  handleCopied(what: Copyable, succeeded: boolean): void {
    this.copied = { what, succeeded };
  }

  handleResumed(): void {
    if (this.presentation === 'dialog') this.open();
  }

  handleProceed(): void {
    const isAwaited = this.#callers.areWaiting;
    this.#callers.proceed();
    this.#dialog?.close();
    if (!isAwaited) this.dispatchEvent(spvEvent('spv-continued', undefined));
  }

  #handleClose(): void {
    this.isDialogOpen = false;
    this.#callers.close(this.#isAuthorized);
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.renderRoot?.querySelector('dialog');
  }

  get #isAuthorized(): boolean {
    const status = statusOf(this.#controller.state);
    return status !== undefined && isUsable(status);
  }

  #configure(): void {
    const before = this.port;
    this.#setup.update();
    if (this.port === before) return;
    // Pending calls of `ensureAuthorized()` asked about the company of the previous adapter.
    if (before) this.#dialog?.close();
    this.#delegation.reset();
    if (this.port) this.#controller.begin();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spv-authorize': SpvAuthorize;
  }
}
