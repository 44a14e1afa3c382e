import { html, type TemplateResult } from 'lit';
import type { Configuration } from '../core/configuration.ts';
import type { LoadingScreen, ProblemScreen } from '../core/screen.ts';
import { heading, lead, note, primary } from './parts.ts';
import type { View } from './view.ts';

/** Shown until the backend's first answer. */
export function loadingView(_screen: LoadingScreen, { words }: View): TemplateResult {
  // A heading, so that focus has a target when the pressed button has been removed.
  return html`<h2 class="heading loading" part="heading" tabindex="-1">${words.loading.title}</h2>`;
}

/** Shown when the backend cannot be used: why, and a button to try again. */
export function problemView({ kind, problem }: ProblemScreen, view: View): TemplateResult {
  const { problem: problems, problemActions } = view.words;
  const { title, text } = problems[kind];
  return html`
    ${heading(title)} ${lead(text)} ${primary(view, problemActions.retry, { type: 'reload' })}
    ${note(problemActions.code(problem.code, problem.reference))}
  `;
}

/** Tells the developer of the page which attribute is wrong, with an example of a correct one. */
export function setupView(
  { attribute, example }: Extract<Configuration, { kind: 'wrong' }>,
  { words }: View,
): TemplateResult {
  const { setup } = words;
  return html`
    ${heading(setup.title)} ${lead(setup.text(attribute))}
    <p class="note">${setup.example} <code>${example}</code></p>
  `;
}
