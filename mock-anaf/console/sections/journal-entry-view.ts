import { html, type TemplateResult } from 'lit';
import type { JournalEntry } from '../answers.ts';
import type { Language } from '../locales/language.ts';

export interface EntryRow {
  readonly entry: JournalEntry;
  readonly isOpen: boolean;
  /** Tab reaches one row of the list; the arrow keys reach the others. */
  readonly isReachedByTab: boolean;
  readonly toggle: () => void;
  readonly reach: () => void;
}

/** One exchange on one line, which opens to everything that is known of it. */
export function entryView({ formats, ...language }: Language, row: EntryRow): TemplateResult {
  const { entry, isOpen, isReachedByTab } = row;
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
    ${isOpen ? details({ formats, ...language }, entry) : ''}
  </li>`;
}

function details({ texts, formats }: Language, entry: JournalEntry): TemplateResult {
  const { journal } = texts;
  return html`<div class="details" id="details-${entry.number}">
    <p class="why"><strong>${journal.why}</strong> <span lang="en">${entry.reason}</span></p>
    <p class="soft small numbers">#${entry.number} · ${formats.dateAndTime(entry.at)} · ${entry.door}</p>
    ${facts(journal.facts, entry.about)} ${facts(journal.query, entry.query)} ${facts(journal.form, entry.form)}
    ${entry.location === undefined ? '' : facts(journal.location, { Location: entry.location })}
    ${facts(journal.headers, entry.headers)}
    ${entry.bodyBytes > 0 ? html`<div><div class="label">${journal.body}</div><p class="numbers">${journal.bytes(entry.bodyBytes)}</p></div>` : ''}
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
