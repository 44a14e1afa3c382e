import { html, nothing, type TemplateResult } from 'lit';
import type { NoneScreen, Subject } from '../core/screen.ts';
import { disclosure, heading, lead, link, note, primary } from './parts.ts';
import type { View } from './view.ts';

/** Shown for a company that is not authorized. */
export function noneView({ subject, mayAuthorize }: NoneScreen, view: View): TemplateResult {
  const { none } = view.words;
  return html`
    ${heading(none.title)} ${lead(none.text(subject.application, subject.company))} ${note(none.once)}
    ${mayAuthorize ? primary(view, none.start, { type: 'begin' }) : note(none.noPermission)}
    ${consentView(subject, view)} ${scopeView(subject, view)}
  `;
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
export function scopeList({ privacyUrl }: Subject, view: View): TemplateResult {
  const { scope } = view.words;
  return html`<ul class="plain">
    <li>${scope.seesNot}</li>
    <li>${scope.lasts}</li>
    <li>${scope.anafMayEnd}</li>
    ${privacyUrl ? html`<li>${link(view, privacyUrl, scope.privacy)}</li>` : nothing}
  </ul>`;
}
