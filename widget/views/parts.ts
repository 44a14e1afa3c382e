import { html, nothing, type TemplateResult } from 'lit';
import type { Copyable, PersonInput } from '../core/input.ts';
import type { View } from './view.ts';

/** What a part can contain. `nothing` renders nothing. */
export type Content = TemplateResult | string | typeof nothing;

/** The heading of a screen. It can receive focus from a script, but not by Tab. */
export function heading(text: Content): TemplateResult {
  return html`<h2 class="heading" part="heading" tabindex="-1">${text}</h2>`;
}

/** The main paragraph of a screen. */
export function lead(text: Content): TemplateResult {
  return html`<p class="lead">${text}</p>`;
}

/** Secondary text. */
export function note(text: Content): TemplateResult {
  return html`<p class="note">${text}</p>`;
}

/** The filled button of a screen. */
export function primary(view: View, label: string, input: PersonInput): TemplateResult {
  return html`<button type="button" class="primary" part="primary" @click=${() => view.send(input)}>${label}</button>`;
}

/** A button that looks like a link. */
export function secondary(view: View, label: string, input: PersonInput): TemplateResult {
  return html`<button type="button" class="secondary" part="secondary" @click=${() => view.send(input)}>
    ${label}
  </button>`;
}

/** Offers to send somebody else a link. */
export function inviteButton(view: View, mayInvite: boolean): Content {
  return mayInvite ? secondary(view, view.words.invite.send, { type: 'invite' }) : nothing;
}

/** The button that returns to the previous screen. */
export function back(view: View): TemplateResult {
  return html`<button type="button" class="back" @click=${() => view.send({ type: 'back' })}>
    <span class="chevron" aria-hidden="true"></span>${view.words.common.back}
  </button>`;
}

/** Text buttons in a row that wraps. */
export function actions(...buttons: readonly Content[]): TemplateResult {
  return html`<div class="actions">${buttons}</div>`;
}

/** Content that is collapsed under its summary. */
export function disclosure(summary: string, content: Content, open = false): TemplateResult {
  return html`<details ?open=${open}>
    <summary>${summary}</summary>
    <div class="disclosed">${content}</div>
  </details>`;
}

/** A link that opens a new window, which it says to screen readers. */
export function link(view: View, href: string, text: string): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer"
    >${text}<span class="unseen"> ${view.words.common.newWindow}</span></a
  >`;
}

/** The label of a copy button. After copying succeeded it says so. */
export function copyLabel({ copied, words }: View, what: Copyable, label: string): string {
  return copied?.what === what && copied.succeeded ? words.common.copied : label;
}

/** What to do instead, when copying failed. */
export function copyTrouble({ copied, words }: View, what: Copyable): Content {
  return copied?.what === what && !copied.succeeded ? note(words.common.cannotCopy) : nothing;
}

/** An address for another window. It is selected when it gets focus, and copied by its button. */
export function addressField(address: string, view: View): TemplateResult {
  const { privateWindow } = view.words;
  return html`<div class="copy">
    <input
      class="copy-text"
      readonly
      spellcheck="false"
      aria-label=${privateWindow.label}
      .value=${address}
      @focus=${(event: FocusEvent) => event.target instanceof HTMLInputElement && event.target.select()}
    />
    <button type="button" class="outlined" @click=${() => view.copy('address', address)}>
      ${copyLabel(view, 'address', privateWindow.copy)}
    </button>
    ${copyTrouble(view, 'address')}
  </div>`;
}

/** Says that the backend does not answer. */
export function silentNotice(view: View, isSilent: boolean): Content {
  return isSilent ? html`<p class="alert">${view.words.common.silent}</p>` : nothing;
}

/** Says that the current authorization stays. */
export function keptNotice(view: View, isKept: boolean): Content {
  return isKept ? html`<p class="keeps">${view.words.common.keeps}</p>` : nothing;
}
