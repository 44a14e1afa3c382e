import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JournalEntry, JournalExchange } from '../api/answers.ts';
import { ConsoleSection } from '../elements/console-section.ts';
import { contentStyles } from '../styles/content.styles.ts';
import { controlStyles } from '../styles/controls.styles.ts';
import { journalStyles } from './journal.styles.ts';
import { entryView } from './journal-entry-view.ts';
import { answerKinds, type EntryFilter, matchesFilter, noFilter } from './journal-filter.ts';
import { sectionHead } from './section-head.ts';

const doors = ['login', 'loginAtHandshake', 'picker', 'api', 'apiPlain', 'apiCertificate', 'apiPublic'];

/** Shows the journal: requests and answers, as they happen. */
export class JournalSection extends ConsoleSection {
  static override styles = [controlStyles, contentStyles, journalStyles];

  #filter: EntryFilter = noFilter;
  #openNumber: number | undefined;
  /** The open exchange with its bodies, after they have been read. */
  #exchange: JournalExchange | undefined;
  /** Number of the row that the Tab key reaches; `undefined`: the newest row. */
  #reachedNumber: number | undefined;
  /** The entries that are shown while the list is paused; `undefined`: it is not paused. */
  #held: readonly JournalEntry[] | undefined;

  protected override render(): TemplateResult {
    const { journal: texts } = this.language.texts;
    const all = this.#held ?? this.state.entries;
    const shown = all.filter((entry) => matchesFilter(entry, this.#filter)).toReversed();
    const waiting = this.state.entries.length - all.length;
    return html`${sectionHead(texts.title, texts.intro)} ${this.#filters()}
      <div class="counts soft small">
        <span class="numbers">${texts.shown(shown.length, all.length)}</span>
        ${this.#held && waiting > 0 ? html`<span class="tag accent numbers">${texts.waiting(waiting)}</span>` : ''}
      </div>
      ${shown.length > 0 ? this.#list(shown) : html`<p class="panel empty">${all.length === 0 ? texts.empty : texts.noMatch}</p>`}`;
  }

  #filters(): TemplateResult {
    const { journal: texts } = this.language.texts;
    const isPaused = this.#held !== undefined;
    return html`<div class="filters">
      <label class="search">${texts.search}
        <input type="search" placeholder=${texts.searchHint} @input=${(event: InputEvent) => this.#narrow({ text: textOf(event) })}>
      </label>
      <label>${texts.door}
        <select @change=${(event: Event) => this.#narrow({ door: textOf(event) })}>
          <option value="">${texts.allDoors}</option>
          ${doors.map((door) => html`<option value=${door}>${door}</option>`)}
        </select>
      </label>
      <label>${texts.kind}
        <select @change=${this.#handleKind}>
          ${answerKinds.map((kind) => html`<option value=${kind}>${texts.kinds[kind]}</option>`)}
        </select>
      </label>
      <div class="actions">
        <button aria-pressed=${isPaused} @click=${this.#handlePause}>${texts.pause}</button>
        <button @click=${() => this.#clear()}>${texts.clear}</button>
      </div>
    </div>`;
  }

  #list(shown: readonly JournalEntry[]): TemplateResult {
    const { journal: texts } = this.language.texts;
    const reached = shown.find(({ number }) => number === this.#reachedNumber) ?? shown[0];
    return html`<ul class="rows panel" aria-label=${texts.list} aria-description=${texts.arrowKeys} @keydown=${this.#handleKey}>
      ${repeat(
        shown,
        ({ number }) => number,
        (entry) =>
          entryView(this.language, {
            entry,
            isOpen: entry.number === this.#openNumber,
            exchange: this.#exchange?.number === entry.number ? this.#exchange : undefined,
            isReachedByTab: entry === reached,
            toggle: () => this.#toggle(entry.number),
            reach: () => this.#reach(entry.number),
          }),
      )}
    </ul>`;
  }

  #handleKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.entry')];
    const here = rows.findIndex((row) => row.id === `entry-${this.#reachedNumber}`);
    rows[Math.min(Math.max(here + step, 0), rows.length - 1)]?.focus();
  }

  #handleKind(event: Event): void {
    const kind = answerKinds.find((one) => one === textOf(event));
    if (kind) this.#narrow({ kind });
  }

  #handlePause(): void {
    this.#held = this.#held ? undefined : this.state.entries;
    this.requestUpdate();
  }

  #narrow(change: Partial<EntryFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.requestUpdate();
  }

  async #toggle(number: number): Promise<void> {
    this.#openNumber = this.#openNumber === number ? undefined : number;
    this.requestUpdate();
    if (this.#openNumber === undefined) return;
    this.#exchange = await this.model.act((api) => api.read<JournalExchange>('GET', `/journal/${number}`));
    this.requestUpdate();
  }

  #reach(number: number): void {
    this.#reachedNumber = number;
    this.requestUpdate();
  }

  #clear(): void {
    this.#held = undefined;
    this.model.act(async (api) => {
      await api.read('DELETE', '/journal');
      this.model.forgetEntries();
    }, this.language.texts.journal.cleared);
  }
}

function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}
