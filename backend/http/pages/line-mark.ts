import { type Html, html } from '../../markup/html.ts';

/** State of the line between the company and ANAF. */
export type LineState = 'none' | 'moving' | 'active' | 'broken';

/** The line as a picture. It repeats the heading, so it is hidden from assistive technology. */
export function lineMark(state: LineState): Html {
  const radius = state === 'active' ? 7 : 6;
  return html`<svg class="mark mark-${state}" viewBox="0 0 120 24" width="120" height="24" aria-hidden="true" focusable="false">
        ${lines[state]}
        <circle cx="12" cy="12" r="${radius}" class="end" />
        <circle cx="108" cy="12" r="${radius}" class="end" />
      </svg>`;
}

const lines: Readonly<Record<LineState, Html>> = {
  none: html`<path d="M24 12H96" class="line dashed" />`,
  moving: html`<path d="M24 12H96" class="line dashed" /><path d="M24 12H96" class="line spark" />`,
  active: html`<path d="M19 12H101" class="line" />`,
  broken: html`<path d="M24 12H46M74 12H96" class="line" /><path d="M53 5L67 19M67 5L53 19" class="line" />`,
};
