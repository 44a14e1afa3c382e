import { css, html, nothing, type TemplateResult } from 'lit';
import type { ActiveScenario, ScenarioDescription } from '../api/answers.ts';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { sectionHead } from './section-head.ts';

type Named = readonly [name: string, description: ScenarioDescription];

/** Lists all scenarios, each with its description and a switch. */
export class ScenariosSection extends ConsoleSection {
  static override styles = [
    controlStyles,
    contentStyles,
    css`
      .scope { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: flex-start; }
      .scope label { inline-size: 240px; }
      .scope label.count { inline-size: 132px; }
      li { display: grid; grid-template-columns: auto 224px minmax(0, 1fr); gap: 4px 12px; align-items: start; }
      li.on { background: var(--accent-soft); }
      li .name { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; min-block-size: 24px; }
      li .name b { font-family: var(--mono); font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
      li p { padding-block-start: 1px; color: var(--soft); max-inline-size: 90ch; overflow-wrap: anywhere; }
      @media (max-width: 1000px) {
        li { grid-template-columns: auto minmax(0, 1fr); }
        li p { grid-column: 2; }
      }
      @media (max-width: 480px) { .scope label, .scope label.count { inline-size: 100%; } }
    `,
  ];

  #persona = '';
  #count = '';

  protected override render(): TemplateResult {
    const { scenarios: texts } = this.language.texts;
    const { catalogue, active } = this.state;
    const clear = html`<button ?disabled=${active.length === 0} @click=${() => this.#clear()}>${texts.clear}</button>`;
    const groups = Object.entries(Object.groupBy(Object.entries(catalogue), ([name]) => name.split('-')[0] ?? ''));
    return html`${sectionHead(texts.title, texts.intro, clear)} ${this.#scope()}
      ${groups.map(
        ([group, scenarios = []]) => html`<h2>${texts.groups[group] ?? group}</h2>
          <ul class="rows panel">${scenarios.map((scenario) => this.#row(scenario))}</ul>`,
      )}`;
  }

  #scope(): TemplateResult {
    const { scenarios: texts } = this.language.texts;
    const isWrong = this.#times() === null;
    return html`<div class="panel padded scope">
      <label>${texts.forWhom}
        <select @change=${this.#handlePersona}>
          <option value="">${texts.everybody}</option>
          ${this.state.people.map(({ name, fullName }) => html`<option value=${name}>${fullName} (${name})</option>`)}
        </select>
      </label>
      <label class="count">${texts.howOften}
        <input inputmode="numeric" placeholder=${texts.always} autocomplete="off" .value=${this.#count}
          aria-invalid=${isWrong} aria-describedby="wrong" @input=${this.#handleCount}>
      </label>
      <p class="wrong" id="wrong" role="alert">${isWrong ? texts.countWrong : ''}</p>
    </div>`;
  }

  #row([name, { sentence, sentenceRo, scopes }]: Named): TemplateResult {
    const { scenarios: texts } = this.language.texts;
    const active = this.state.active.filter((scenario) => scenario.name === name);
    const isOn = active.length > 0;
    // A scenario without this scope takes effect before the person is known.
    const cannotBeForOne = !isOn && this.#persona !== '' && !scopes.includes('persona');
    const own = this.language.code === 'ro' ? sentenceRo : sentence;
    return html`<li class=${isOn ? 'on' : ''}>
      <button role="switch" aria-checked=${isOn} aria-labelledby="name-${name}" aria-describedby="sentence-${name}"
        ?disabled=${cannotBeForOne} @click=${() => this.#toggle(name, isOn)}></button>
      <div class="name"><b id="name-${name}">${name}</b>${active.map((scenario) => this.#scopeTags(scenario))}
        ${cannotBeForOne ? html`<span class="tag">${texts.notForOne}</span>` : nothing}</div>
      <p id="sentence-${name}" lang=${own === undefined ? 'en' : this.language.code}>${own ?? sentence}</p>
    </li>`;
  }

  #scopeTags({ times, clientId, cui, persona }: ActiveScenario): TemplateResult {
    const { scenarios: texts } = this.language.texts;
    const only = [persona, cui, clientId?.slice(0, 12)].filter((one) => one !== undefined);
    return html`<span class="tag warn">${times === undefined ? texts.untilOff : texts.left(times)}</span>
      ${only.map((who) => html`<span class="tag">${texts.onlyFor(who)}</span>`)}`;
  }

  /** The number that was entered; `undefined`: no limit; `null`: the input is not a valid number. */
  #times(): number | undefined | null {
    if (this.#count.trim() === '') return undefined;
    return /^\s*[1-9]\d{0,5}\s*$/.test(this.#count) ? Number(this.#count) : null;
  }

  #handlePersona(event: Event & { readonly target: HTMLSelectElement }): void {
    this.#persona = event.target.value;
    this.requestUpdate();
  }

  #handleCount(event: Event & { readonly target: HTMLInputElement }): void {
    this.#count = event.target.value;
    this.requestUpdate();
  }

  #toggle(name: string, isOn: boolean): void {
    const { scenarios: texts } = this.language.texts;
    if (isOn) {
      this.model.act((api) => api.read('DELETE', `/scenario?name=${name}`), texts.switchedOff(name));
      return;
    }
    const times = this.#times();
    if (times === null) {
      this.renderRoot.querySelector('input')?.focus();
      return;
    }
    const scope = { ...(times !== undefined && { times }), ...(this.#persona && { persona: this.#persona }) };
    this.model.act((api) => api.read('POST', '/scenario', { name, ...scope }), texts.switchedOn(name));
  }

  #clear(): void {
    this.model.act((api) => api.read('DELETE', '/scenario'), this.language.texts.scenarios.cleared);
  }
}
