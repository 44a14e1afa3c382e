import { html, type TemplateResult } from 'lit';
import type { JournalBody, JournalEntry, JournalExchange } from '../api/answers.ts';
import type { Dictionary } from '../locales/dictionary.ts';
import type { Language } from '../locales/language.ts';

/** One row of the journal. */
export interface EntryRow {
  readonly entry: JournalEntry;
  readonly isOpen: boolean;
  /** The exchange with its bodies; absent until they are read. */
  readonly exchange: JournalExchange | undefined;
  /** Whether the Tab key reaches this row. Only one row is reached by Tab; the arrow keys reach the others. */
  readonly isReachedByTab: boolean;
  readonly toggle: () => void;
  readonly reach: () => void;
}

/** Renders one exchange as one line, which expands to show all details. */
export function entryView({ formats, ...language }: Language, row: EntryRow): TemplateResult {
  const { entry, exchange, isOpen, isReachedByTab } = row;
  const { number, at, door, method, path, status, reason, about } = entry;
  return html`<li class=${isOpen ? 'open' : ''}>
    <button class="entry" id="entry-${number}" aria-expanded=${isOpen} aria-controls=${isOpen ? `details-${number}` : ''}
      tabindex=${isReachedByTab ? 0 : -1} @click=${row.toggle} @focus=${row.reach}>
      <span class="time numbers soft">${formats.time(at)}</span>
      <span class="status numbers ${toneOf(status)}">${status}</span>
      <span class="request mono"><b>${method}</b> ${path}</span>
      <span class="door soft">${door}</span>
      <span class="reason" lang="en">
        ${about.scenario === undefined ? '' : html`<span class="tag warn mono">${about.scenario}</span>`} ${reason}
      </span>
    </button>
    ${isOpen ? details({ formats, ...language }, entry, exchange) : ''}
  </li>`;
}

function details(
  { texts, formats }: Language,
  entry: JournalEntry,
  exchange: JournalExchange | undefined,
): TemplateResult {
  const { journal } = texts;
  return html`<div class="details" id="details-${entry.number}">
    <p class="why"><strong>${journal.why}</strong> <span lang="en">${entry.reason}</span></p>
    <p class="soft small numbers">#${entry.number} · ${formats.dateAndTime(entry.at)} · ${entry.door}</p>
    ${facts(journal.facts, entry.about)} ${facts(journal.query, entry.query)} ${facts(journal.form, entry.form)}
    ${entry.location === undefined ? '' : facts(journal.location, { Location: entry.location })}
    ${facts(journal.headers, entry.headers)}
    ${exchange && !hasForm(entry) ? body(journal, journal.requestBody, exchange.requestBody) : ''}
    ${exchange && body(journal, journal.answerBody, exchange.answerBody)}
  </div>`;
}

/** Whether the request has a form. Its body is not shown, because its fields are listed. */
function hasForm({ form }: JournalEntry): boolean {
  return Object.keys(form).length > 0;
}

function body(texts: Dictionary['journal'], title: string, given: JournalBody | null): TemplateResult | '' {
  if (given?.bytes === 0) return '';
  const { text = null, bytes = 0, isCut = false } = given ?? {};
  const note = given === null ? texts.forgotten : text === null ? texts.noText(bytes) : isCut ? texts.cut(bytes) : '';
  return html`<div class="body">
    <div class="label">${title}</div>
    ${text === null ? '' : html`<pre tabindex="0" role="region" aria-label=${title}>${text}</pre>`}
    ${note === '' ? '' : html`<p class="soft small numbers">${note}</p>`}
  </div>`;
}

function facts(title: string, values: Readonly<Record<string, string>>): TemplateResult | '' {
  const pairs = Object.entries(values);
  if (pairs.length === 0) return '';
  return html`<div>
    <div class="label">${title}</div>
    <dl class="mono">${pairs.map(([name, value]) => html`<dt>${name}</dt><dd class=${value === '[secret]' ? 'soft' : ''}>${value}</dd>`)}</dl>
  </div>`;
}

function toneOf(status: JournalEntry['status']): string {
  if (typeof status === 'string' || status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  return status >= 300 ? 'accent' : 'good';
}
