import { html, type TemplateResult } from 'lit';
import type { ChecklistScreen } from '../core/screen.ts';
import { issuerList } from './choose-view.ts';
import { back, disclosure, heading, inviteButton, keptNotice, link, note, primary } from './parts.ts';
import type { View } from './view.ts';

/** Lists what the person needs before going to ANAF. */
export function checklistView({ subject, again, keeps, mayInvite }: ChecklistScreen, view: View): TemplateResult {
  const { checklist } = view.words;
  const list = html`<ul class="checks">
    <li>${checklist.token}</li>
    <li>${checklist.driver}</li>
    <li>${checklist.enrolled(subject.taxId)}</li>
    <li>${checklist.pin}</li>
  </ul>`;
  return html`
    ${back(view)} ${heading(checklist.title)} ${keptNotice(view, keeps)}
    ${again ? disclosure(checklist.reminder, list) : list} ${primary(view, checklist.go, { type: 'go' })}
    ${note(checklist.pinSafe)} ${inviteButton(view, mayInvite)} ${disclosure(checklist.dialogs, dialogsView(view))}
    ${disclosure(checklist.missing, missingView(view))}
  `;
}

/** Drawings of the two dialogs that will appear. Hidden from assistive technology, because the captions say the same. */
function dialogsView({ words: { checklist } }: View): TemplateResult {
  return html`<div class="dialogs">
    <figure class="drawing">
      <div class="sketch" aria-hidden="true">
        <span class="sketch-title">${checklist.chooserName}</span>
        <span class="sketch-row chosen">${checklist.chooserRow}</span><span class="sketch-row faint"></span>
        <span class="sketch-button">OK</span>
      </div>
      <figcaption>${checklist.chooserText}</figcaption>
    </figure>
    <figure class="drawing">
      <div class="sketch" aria-hidden="true">
        <span class="sketch-title">${checklist.pinName}</span>
        <span class="sketch-row">● ● ● ●</span>
        <span class="sketch-button">OK</span>
      </div>
      <figcaption>${checklist.pinText}</figcaption>
    </figure>
  </div>`;
}

function missingView(view: View): TemplateResult {
  const { checklist } = view.words;
  return html`${issuerList(checklist.missingText, view)}
    <p class="lone-link">${link(view, 'https://www.anaf.ro', checklist.selfTest)}</p>`;
}
