import { html, nothing, type TemplateResult } from 'lit';
import type { NoneScreen, Subject } from '../core/screen.ts';
import { disclosure, heading, lead, link, note, primary } from './parts.ts';
import type { View } from './view.ts';

export function noneView({ subject, mayAuthorize }: NoneScreen, view: View): TemplateResult {
  const { none } = view.words;
  return html`
    ${heading(none.title)} ${lead(none.text(subject.application, subject.company))} ${note(none.once)}
    ${mayAuthorize ? primary(view, none.start, { type: 'begin' }) : note(none.noPermission)}
    ${scopeView(subject, view)}
  `;
}

/** What consent means: shown wherever it is given. */
export function scopeView({ application, services, privacyUrl }: Subject, view: View): TemplateResult {
  const { scope } = view.words;
  return disclosure(
    scope.title,
    html`<ul class="plain">
      <li>${scope.sees(application, services)}</li>
      <li>${scope.everyone}</li>
      <li>${scope.lasts}</li>
      <li>${scope.anafMayEnd}</li>
      ${privacyUrl ? html`<li>${link(view, privacyUrl, scope.privacy)}</li>` : nothing}
    </ul>`,
  );
}
