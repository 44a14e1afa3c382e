import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';

const places = ['chrome', 'firefox', 'windows', 'macos'] as const;
type Place = (typeof places)[number];

const placeNames: Readonly<Record<Place, string>> = {
  chrome: 'Chrome',
  firefox: 'Firefox',
  windows: 'Windows',
  macos: 'macOS',
};

/** Commands that do the same as the steps. */
const commands: Readonly<Record<Place, (passphrase: string) => string | undefined>> = {
  chrome: (passphrase) =>
    `pk12util -d sql:$HOME/.pki/nssdb -W ${passphrase} -i accountant.p12\ncertutil -d sql:$HOME/.pki/nssdb -A -t C,, -n mock-anaf -i ca.pem`,
  firefox: () => undefined,
  windows: (passphrase) =>
    `certutil -user -p ${passphrase} -importPFX accountant.p12\ncertutil -user -addstore Root ca.pem`,
  macos: (passphrase) =>
    `security import accountant.p12 -P ${passphrase}\nsecurity add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db ca.pem`,
};

/** Explains how to import a certificate, with one tab per browser or system. */
export class ImportSteps extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      [role='tablist'] { display: flex; flex-wrap: wrap; gap: 4px; border-block-end: 1px solid var(--line); padding: 8px 8px 0; }
      [role='tab'] { border: 0; background: none; border-radius: 6px 6px 0 0; border-block-end: 2px solid transparent; color: var(--soft); }
      [role='tab'][aria-selected='true'] { color: var(--accent); border-block-end-color: var(--accent); font-weight: 600; }
      ol { margin: 0 0 12px; padding-inline-start: 20px; display: grid; gap: 6px; max-inline-size: 80ch; }
      pre { margin-block: 4px 12px; }
      p { max-inline-size: 80ch; }
      @media (max-width: 400px) {
        [role='tablist'] { gap: 0; padding-inline: 4px; }
        [role='tab'] { padding: 0 7px; }
      }
    `,
  ];

  #place: Place = 'chrome';
  #movesFocus = false;

  protected override render(): TemplateResult {
    const { people: texts, importSteps } = this.language.texts;
    const command = commands[this.#place](this.state.passphrase);
    return html`<h2>${texts.importTitle}</h2>
      <div class="panel">
        <div role="tablist" aria-label=${texts.importTitle} @keydown=${this.#handleKey}>${places.map((place) => this.#tab(place))}</div>
        <div class="padded" role="tabpanel" id="panel" aria-labelledby=${this.#place} tabindex="0">
          <ol>${importSteps[this.#place].map((step) => html`<li>${step}</li>`)}</ol>
          ${command === undefined ? '' : html`<div class="label">${this.#place === 'chrome' ? texts.commandLineOnLinux : texts.commandLine}</div><pre>${command}</pre>`}
          <p class="soft">${texts.importHere(this.state.loginUrl)} ${texts.importRestart} ${texts.importEnd}</p>
        </div>
      </div>`;
  }

  #tab(place: Place): TemplateResult {
    const isChosen = place === this.#place;
    return html`<button role="tab" id=${place} aria-controls="panel" aria-selected=${isChosen} tabindex=${isChosen ? 0 : -1}
      @click=${() => this.#choose(place)}>${placeNames[place]}</button>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#movesFocus) return;
    this.#movesFocus = false;
    this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  #handleKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = places.at((places.indexOf(this.#place) + step) % places.length);
    this.#movesFocus = true;
    this.#choose(next ?? this.#place);
  }

  #choose(place: Place): void {
    this.#place = place;
    this.requestUpdate();
  }
}
