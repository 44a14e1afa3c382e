import type { TemplateResult } from 'lit';
import type { Link } from '../contract/link.ts';
import { isOpen } from '../core/open-link.ts';
import type { Content } from '../views/parts.ts';
import { addressView } from './address-view.ts';
import type { DeskView } from './desk-view.ts';
import { rowView } from './row-view.ts';
import { troubleText, unreadText } from './words-of-link.ts';

/** The screen of the links: the address of a new link, or a button that creates one; then the links with their states. */
export function linksView(deskView: DeskView): TemplateResult {
  const { kit, view, words, screen, answer } = deskView;
  const { html } = kit;
  const open = (answer?.links ?? []).filter(isOpen);
  const ended = (answer?.links ?? []).filter((link) => !isOpen(link));
  const created = createdLink(deskView);
  const isFirst = created === undefined && open.length === 0;
  return html`
    ${kit.back(view)} ${kit.heading(created ? words.links.ready : words.links.title)}
    ${kit.keptNotice(view, screen.keeps)} ${created ? addressView(created, deskView) : kit.nothing} ${newsView(deskView)}
    ${isFirst ? firstView(deskView) : openView(open, deskView)} ${endedView(ended, deskView)}
  `;
}

/** Explains what a link is for. Nothing can be created before the links are known: one may be open already. */
function firstView(deskView: DeskView): Content {
  const { kit, words, screen, answer, problem } = deskView;
  const { html } = kit;
  if (!answer && !problem) return kit.note(words.links.loading);
  return html`${kit.lead(words.links.intro(screen.subject.company))} ${createButton(deskView, 'primary')}`;
}

function openView(open: readonly Link[], deskView: DeskView): TemplateResult {
  const { kit, words } = deskView;
  const { html, nothing } = kit;
  return html`
    ${open.length > 0 ? listView(open, deskView) : nothing}
    ${createdLink(deskView) ? nothing : kit.note(words.links.shownOnce)} ${createButton(deskView, 'outlined')}
  `;
}

/** The address of the link that was created on this page, while the link can be used. */
function createdLink({ desk: { created }, answer }: DeskView): { url: string; link: Link } | undefined {
  const link = answer?.links.find(({ linkId }) => linkId === created?.linkId);
  return created && link && isOpen(link) ? { url: created.url, link } : undefined;
}

/** What the last action has achieved, or why it failed. Trouble with creating is shown at the button, and with a mail in its form. */
function newsView(deskView: DeskView): Content {
  const { kit, desk, problem } = deskView;
  const { html, nothing } = kit;
  const { trouble, done } = desk;
  const isElsewhere =
    trouble?.call.action === 'create' || (trouble?.call.action === 'send' && desk.mailing !== undefined);
  return html`
    ${trouble && !isElsewhere ? troubleView(deskView) : nothing}
    ${done && done.action !== 'create' ? html`<p class="keeps">${doneText(deskView)}</p>` : nothing}
    ${problem ? html`<p class="alert">${unreadText(deskView)}</p>` : nothing}
  `;
}

function troubleView(deskView: DeskView): Content {
  const { kit, desk } = deskView;
  const { html, nothing } = kit;
  return desk.trouble
    ? html`<p class="alert">${troubleText(desk.trouble.code, desk.trouble.call, deskView)}</p>`
    : nothing;
}

/** What the last action has achieved; empty before one. */
export function doneText({ desk: { done }, words }: DeskView): string {
  if (!done) return '';
  return done.action === 'send' ? words.links.mailed(done.request.email) : words.links.done[done.action];
}

function createButton(deskView: DeskView, look: 'primary' | 'outlined'): TemplateResult {
  const { kit, words, desk, send } = deskView;
  const { html, nothing } = kit;
  const isRunning = desk.running?.action === 'create';
  const label = look === 'primary' ? words.links.create : words.links.another;
  return html`${desk.trouble?.call.action === 'create' ? troubleView(deskView) : nothing}
    <button
      type="button"
      class=${look}
      part=${look === 'primary' ? 'primary' : nothing}
      aria-disabled=${isRunning}
      @click=${() => send({ type: 'create' })}
    >
      ${isRunning ? words.links.creating : label}
    </button>`;
}

function listView(links: readonly Link[], deskView: DeskView): TemplateResult {
  const { html } = deskView.kit;
  return html`<section class="link-list">
    <h3 class="label">${deskView.words.links.list}</h3>
    <ul class="links">
      ${links.map((link) => rowView(link, deskView))}
    </ul>
  </section>`;
}

function endedView(links: readonly Link[], deskView: DeskView): Content {
  const { kit, words } = deskView;
  const { html, nothing } = kit;
  if (links.length === 0) return nothing;
  const rows = html`<ul class="links">
    ${links.map((link) => rowView(link, deskView))}
  </ul>`;
  return kit.disclosure(words.links.ended(links.length), rows);
}
