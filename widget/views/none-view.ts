import { html, nothing, type TemplateResult } from 'lit';
import type { NoneScreen, Subject } from '../core/screen.ts';
import { type Content, disclosure, heading, lead, link, note, primary, secondary } from './parts.ts';
import type { View } from './view.ts';

/** Shown for a company that is not authorized. */
export function noneView(screen: NoneScreen, view: View): TemplateResult {
  const { none, invite } = view.words;
  const { subject, mayAuthorize } = screen;

  return html`
    ${heading(none.title)} ${lead(none.text(subject.application, subject.company))} ${note(none.once)}
    ${view.openLinks > 0 ? html`<p class="keeps">${invite.waiting}</p>` : nothing}
    ${mayAuthorize ? primary(view, none.start, { type: 'begin' }) : note(none.noPermission)}
    ${linksButton(screen, view)}
    ${consentView(subject, view)} ${scopeView(subject, view)}
  `;
}

/** Leads to the links. Before there is one, only a person who may not authorize needs it: others choose first. */
function linksButton({ mayInvite, mayAuthorize }: NoneScreen, view: View): Content {
  const { invite } = view.words;
  const input = { type: 'invite' } as const;
  if (!mayInvite) return nothing;
  if (view.openLinks > 0) return secondary(view, invite.links(view.openLinks), input);
  return mayAuthorize ? nothing : primary(view, invite.row, input);
}

/** What the person agrees to. Not collapsed on the screens where they agree. */
export function consentView({ application, services }: Subject, view: View): TemplateResult {
  const { scope } = view.words;
  return note(`${scope.sees(application, services)} ${scope.everyone}`);
}

/** The rest of the scope, collapsed. */
export function scopeView(subject: Subject, view: View): TemplateResult {
  return disclosure(view.words.scope.title, scopeList(subject, view));
}

/** The points of the scope that `consentView` does not mention. */
export function scopeList({ privacyUrl, warnsNobody }: Subject, view: View): TemplateResult {
  const { scope } = view.words;
  return html`<ul class="plain">
    <li>${scope.seesNot}</li>
    <li>${warnsNobody ? scope.lastsUnwarned : scope.lasts}</li>
    <li>${scope.anafMayEnd}</li>
    ${privacyUrl ? html`<li>${link(view, privacyUrl, scope.privacy)}</li>` : nothing}
  </ul>`;
}
