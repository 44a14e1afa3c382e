import { html, type TemplateResult } from 'lit';
import type { Announcement } from './announcement.ts';
import { back, heading, lead } from './parts.ts';
import type { View } from './view.ts';

/** Shown while a part of the element is being loaded, and when it could not be loaded. */
export function lateView(hasFailed: boolean, retry: () => void, view: View): TemplateResult {
  const { loading, problem, problemActions } = view.words;
  if (!hasFailed) return html`${back(view)} <div aria-busy="true">${heading(loading.part)}</div>`;
  return html`
    ${back(view)} ${heading(problem.part.title)} ${lead(problem.part.text)}
    <button type="button" class="primary" part="primary" @click=${retry}>${problemActions.retry}</button>
  `;
}

/** What a screen reader says about it. */
export function lateAnnouncement(hasFailed: boolean, { words: { loading, problem } }: View): Announcement {
  return hasFailed ? { heading: problem.part.title, more: problem.part.text } : { heading: loading.part, more: '' };
}
