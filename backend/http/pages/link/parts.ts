import { type Html, html } from '../../../markup/html.ts';

/** Facts in two columns. The values are shown as they are, the names among them isolated from the text around. */
export function facts(rows: readonly (readonly [name: string, value: string | Html])[]): Html {
  return html`<dl class="pairs">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A name, and below it what is known about it. */
export function named(name: string, more: string | undefined): Html {
  return html`<bdi>${name}</bdi>${more && html`<span>${more}</span>`}`;
}

/** A list with the mark "yes" or "no" before each item. */
export function marked(kind: 'does' | 'does-not', items: readonly string[]): Html {
  return html`<ul class="marked ${kind}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** An address to copy: one click selects all of it, without JavaScript. */
export function addressField(label: string, address: string): Html {
  return html`<p class="label">${label}</p><code class="address">${address}</code>`;
}
