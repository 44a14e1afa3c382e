import type { TemplateResult } from 'lit';
import type { Link } from '../contract/link.ts';
import { isOpen } from '../core/open-link.ts';
import type { Content } from '../views/parts.ts';
import type { ConfirmedAction } from './desk.ts';
import type { DeskView } from './desk-view.ts';
import { mailForm } from './mail-form.ts';
import { nameOf, stateOf } from './words-of-link.ts';

/** One link: its recipient, its state in words, and what can be done with it while it is open. */
export function rowView(link: Link, deskView: DeskView): TemplateResult {
  const { html } = deskView.kit;
  return html`<li class="link" data-state=${link.state}>
    <p class="link-line">
      <span class="link-name">${nameOf(link, deskView)}</span>
      <span class="link-state">${stateOf(link, deskView)}</span>
    </p>
    ${explanation(link, deskView)} ${isOpen(link) ? below(link, deskView) : deskView.kit.nothing}
  </li>`;
}

/** What a state means for the person. */
function explanation({ state, failure }: Link, { kit, view, words, screen }: DeskView): Content {
  const { links } = words;
  const { taxId, company, application } = screen.subject;
  if (state === 'no-rights') return kit.note(links.noRights(taxId));
  if (state === 'declined') return kit.note(links.declined);
  if (state !== 'opened' || !failure) return kit.nothing;
  const values = { taxId, company, application, address: 'in-application', canContinueInThisTab: false } as const;
  return kit.note(links.lastTry(view.words.failures[failure.code](values).title));
}

/** The question, the form, or the buttons. */
function below(link: Link, deskView: DeskView): Content {
  const { desk } = deskView;
  if (desk.asking?.linkId === link.linkId) return questionView(desk.asking.action, deskView);
  if (desk.mailing === link.linkId && desk.created?.linkId !== link.linkId) return mailForm(deskView);
  return buttons(link, deskView);
}

function buttons(link: Link, deskView: DeskView): TemplateResult {
  const { kit, words, screen, desk, send } = deskView;
  const { linkId, email } = link;
  const isNew = desk.created?.linkId === linkId;
  const mailLabel = email === undefined ? words.links.mail : words.links.mailAgain;
  const button = (label: string, act: () => void) => rowButton(label, act, nameOf(link, deskView), deskView);
  return kit.actions(
    button(words.links.replace, () => send({ type: 'ask', action: 'replace', linkId })),
    screen.mayMail && !isNew ? button(mailLabel, () => send({ type: 'write-mail', linkId, email })) : kit.nothing,
    button(words.links.cancel, () => send({ type: 'ask', action: 'cancel', linkId })),
  );
}

/** Its accessible name says for which link it is, because every row has the same labels. */
function rowButton(label: string, act: () => void, name: string, { kit }: DeskView): TemplateResult {
  const { html } = kit;
  return html`<button type="button" class="secondary" part="secondary" aria-label="${label}: ${name}" @click=${act}>
    ${label}
  </button>`;
}

function questionView(action: ConfirmedAction, { kit, words, desk, send }: DeskView): TemplateResult {
  const { html } = kit;
  const { links } = words;
  const [question, yes] =
    action === 'cancel' ? [links.cancelQuestion, links.cancelYes] : [links.replaceQuestion, links.replaceYes];
  return html`<div class="question" role="group" aria-labelledby="link-question">
    <p id="link-question" tabindex="-1" data-entry>${question}</p>
    <div class="actions">
      <button
        type="button"
        class=${action === 'cancel' ? 'outlined danger' : 'outlined'}
        aria-disabled=${desk.running !== undefined}
        @click=${() => send({ type: 'confirm' })}
      >
        ${yes}
      </button>
      <button type="button" class="secondary" part="secondary" @click=${() => send({ type: 'dismiss' })}>
        ${links.keep}
      </button>
    </div>
  </div>`;
}
