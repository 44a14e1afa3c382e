import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { sectionIcons } from './icons.ts';
import { type LanguageCode, languageCodes, languageNames, languageOf, preferredLanguage } from './locales/language.ts';
import { frameStyles } from './mock-console.styles.ts';
import type { ConsoleModel } from './model/console-model.ts';
import { type SectionName, sectionNames, sectionOf } from './section-names.ts';
import { controlStyles } from './styles/controls.styles.ts';

const languageKey = 'mock-anaf-console-language';

/** The complete page: header with the mock's clock and connection, navigation, and the section named in the URL fragment. */
export class MockConsole extends LitElement {
  static override styles = [controlStyles, frameStyles];
  static override properties = { model: { attribute: false } };

  declare model: ConsoleModel;
  #language = languageOf(preferredLanguage(localStorage.getItem(languageKey), navigator.languages));
  #section = sectionOf(location.hash);
  #focusesHeading = false;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.model.subscribe(() => this.requestUpdate());
    window.addEventListener('hashchange', this.#handleFragment);
    this.model.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    window.removeEventListener('hashchange', this.#handleFragment);
    this.model.stop();
  }

  protected override render(): TemplateResult {
    const { page } = this.#language.texts;
    const { connection, notice } = this.model.state;
    return html`<button class="skip" @click=${() => this.#heading?.focus()}>${page.skip}</button>
      ${this.#header()}
      <nav aria-label=${page.sections}><ul>${sectionNames.map((name) => this.#link(name))}</ul></nav>
      <main>${connection === 'locked' ? this.#gate() : this.#content()}</main>
      <footer class=${notice?.kind ?? ''}>
        <span role="status">${notice?.kind === 'failed' ? `${page.failed} ${notice.text}` : (notice?.text ?? '')}</span>
      </footer>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { texts, code } = this.#language;
    document.documentElement.lang = code;
    document.title = `${texts.section[this.#section]} · mock-anaf`;
    if (!this.#focusesHeading) return;
    this.#focusesHeading = false;
    this.#focusHeading();
  }

  #header(): TemplateResult {
    const { page } = this.#language.texts;
    const { connection, clock } = this.model.state;
    return html`<header>
      <div class="brand"><img src="/console/icon.svg" alt=""> mock-anaf <small>${page.tagline}</small></div>
      <div class="clock" role="group" aria-label=${page.clock}>
        <span>${clock && this.#language.formats.date(clock.now)}</span>
        <console-mock-time .model=${this.model} .language=${this.#language}></console-mock-time>
        ${clock?.isFrozen ? html`<span class="frozen">${page.frozen}</span>` : ''}
      </div>
      <div class="connection ${connection}" role="status">${page.connection[connection]}</div>
      <div class="languages" role="group" aria-label=${page.language}>${languageCodes.map((code) => this.#languageButton(code))}</div>
    </header>`;
  }

  #languageButton(code: LanguageCode): TemplateResult {
    return html`<button lang=${code} aria-pressed=${code === this.#language.code} @click=${() => this.#speak(code)}>
      ${languageNames[code]}
    </button>`;
  }

  #link(name: SectionName): TemplateResult {
    const { section, page } = this.#language.texts;
    const count = name === 'scenarios' ? this.model.state.active.length : 0;
    return html`<li><a href="#${name}" aria-current=${name === this.#section ? 'page' : 'false'}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${sectionIcons[name]}</svg>${section[name]}
      ${count > 0 ? html`<span class="count" role="img" aria-label=${page.activeScenarios(count)}>${count}</span>` : ''}
    </a></li>`;
  }

  #gate(): TemplateResult {
    return html`<console-token-gate .model=${this.model} .language=${this.#language}></console-token-gate>`;
  }

  #content(): TemplateResult {
    const { model } = this;
    const language = this.#language;
    switch (this.#section) {
      case 'companies':
        return html`<console-companies .model=${model} .language=${language}></console-companies>`;
      case 'people':
        return html`<console-people .model=${model} .language=${language}></console-people>`;
      case 'scenarios':
        return html`<console-scenarios .model=${model} .language=${language}></console-scenarios>`;
      case 'clock':
        return html`<console-clock .model=${model} .language=${language}></console-clock>`;
      case 'journal':
        return html`<console-journal .model=${model} .language=${language}></console-journal>`;
      case 'token':
        return html`<console-token .model=${model} .language=${language}></console-token>`;
      default:
        return this.#section satisfies never;
    }
  }

  get #heading(): HTMLElement | null | undefined {
    return this.renderRoot.querySelector('main > *')?.shadowRoot?.querySelector('h1');
  }

  async #focusHeading(): Promise<void> {
    const section = this.renderRoot.querySelector('main > *');
    if (section instanceof LitElement) await section.updateComplete;
    this.#heading?.focus();
  }

  readonly #handleFragment = (): void => {
    this.#section = sectionOf(location.hash);
    this.#focusesHeading = true;
    window.scrollTo(0, 0);
    this.model.forgetNotice();
    this.requestUpdate();
  };

  #speak(code: LanguageCode): void {
    localStorage.setItem(languageKey, code);
    this.#language = languageOf(code);
    this.requestUpdate();
  }
}
