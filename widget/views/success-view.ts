import { html, type TemplateResult } from 'lit';
import type { SuccessScreen } from '../core/screen.ts';
import { disclosure, heading, lead, note, primary } from './parts.ts';
import type { View } from './view.ts';

/** Shown when the company has just been authorized. */
export function successView({ subject }: SuccessScreen, view: View): TemplateResult {
  const { success } = view.words;
  return html`
    ${heading(success.title)} ${lead(success.text(subject.company))} ${note(subject.warnsNobody ? success.renewalUnwarned : success.renewal)}
    ${primary(view, view.continueLabel ?? success.done, { type: 'acknowledge' })}
    ${disclosure(success.certificateEnd, html`<p>${success.certificateEndText}</p>`)}
  `;
}
