import { html, type TemplateResult } from 'lit';
import type { Line, Subject } from '../core/screen.ts';
import type { View } from './view.ts';

/** The drawn line between the company and ANAF. */
export function lineView(line: Line, subject: Subject | undefined, { words }: View): TemplateResult {
  return html`<header class="connection" part="line">
    <span class="mark" data-line=${line} role="img" aria-label=${words.line[line]}>
      <span class="node"></span><span class="wire"></span><span class="node"></span>
    </span>
    <span class="ends">
      <span class="end">${subject?.company ?? ''}</span>
      <span class="end">ANAF</span>
    </span>
  </header>`;
}
