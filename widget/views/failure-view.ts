import { html, nothing, type TemplateResult } from 'lit';
import type { CauseText } from '../catalogue/cause-text.ts';
import type { Cure } from '../catalogue/causes.ts';
import type { CauseCode } from '../contract/diagnosis.ts';
import { type Reply, reply as replySchema } from '../contract/failure.ts';
import type { PersonInput } from '../core/input.ts';
import type { FailureScreen } from '../core/screen.ts';
import { causeValues } from './cause-values.ts';
import {
  actions,
  addressField,
  type Content,
  copyLabel,
  copyTrouble,
  disclosure,
  heading,
  inviteButton,
  keptNotice,
  lead,
  link,
  primary,
  secondary,
} from './parts.ts';
import type { View } from './view.ts';

/** Explains a failure: the most likely cause with its steps and button, then the other causes and the details for support. */
export function failureView(screen: FailureScreen, view: View): TemplateResult {
  const { title, explanation } = view.words.failures[screen.code](causeValues(screen));
  return html`
    ${heading(title)} ${lead(explanation)} ${keptNotice(view, screen.keeps)} ${questionsView(screen, view)}
    ${causeView(screen, view)} ${cureButton(screen, view)} ${otherWays(screen, view)} ${othersView(screen, view)}
    ${privateWindowView(screen, view)} ${detailsView(screen, view)}
  `;
}

function privateWindowView({ privateWindow }: FailureScreen, view: View): Content {
  if (!privateWindow) return nothing;
  const { title, text, show } = view.words.privateWindow;
  const { address } = privateWindow;
  const field = address ? addressField(address, view) : secondary(view, show, { type: 'use-private-window' });
  return disclosure(title, html`<p>${text}</p> ${field}`);
}

function questionsView({ questions }: FailureScreen, view: View): Content {
  if (questions.length === 0) return nothing;
  const { failure } = view.words;
  return html`<div class="questions">
    ${questions.map(
      ({ question, reply }) =>
        html`<fieldset class="question">
          <legend>${failure.questions[question]}</legend>
          <div class="replies">
            ${replySchema.options.map((option) => replyView(question, option, option === reply, view))}
          </div>
        </fieldset>`,
    )}
  </div>`;
}

function replyView(
  question: FailureScreen['questions'][number]['question'],
  reply: Reply,
  checked: boolean,
  view: View,
): TemplateResult {
  const send = () => view.send({ type: 'reply', question, reply });
  return html`<label class="reply">
    <input type="radio" name=${question} value=${reply} .checked=${checked} @change=${send} />
    <span>${view.words.failure.replies[reply]}</span>
  </label>`;
}

function causeView(screen: FailureScreen, view: View): TemplateResult {
  const { failure } = view.words;
  const { title, explanation, steps } = textOf(screen.first.cause, screen, view);
  return html`<section class="cause">
    <p class="label">${failure.likelihoods[screen.first.likelihood]}</p>
    <h3 class="cause-title">${title}</h3>
    <p>${explanation}</p>
    ${stepsView(steps)} ${helpLink(screen, view)}
  </section>`;
}

function helpLink({ first, subject: { helpUrl } }: FailureScreen, view: View): Content {
  const { help, helpLanguage } = view.words.failure;
  return helpUrl ? html`<p>${link(view, `${helpUrl}/${helpLanguage}#${first.cause}`, help)}</p>` : nothing;
}

function stepsView(steps: readonly string[]): TemplateResult {
  if (steps.length === 1) return html`<p class="only-step">${steps[0]}</p>`;
  return html`<ol class="steps">
    ${steps.map((step) => html`<li>${step}</li>`)}
  </ol>`;
}

const inputByCure: Readonly<Record<Exclude<Cure, 'tell-support'>, PersonInput>> = {
  retry: { type: 'go' },
  'retry-later': { type: 'go' },
  'private-window': { type: 'use-private-window' },
  'return-to-anaf': { type: 'show-window' },
  'continue-in-this-tab': { type: 'continue-in-this-tab' },
};

function cureButton(screen: FailureScreen, view: View): TemplateResult {
  const { cure, subject, supportText, privateWindow } = screen;
  const { failure } = view.words;
  if (cure === 'private-window' && !privateWindow?.address) {
    return primary(view, view.words.privateWindow.show, inputByCure[cure]);
  }
  if (cure !== 'tell-support') return primary(view, failure.cures[cure], inputByCure[cure]);
  if (!subject.supportEmail) {
    const copy = () => view.copy('details-for-support', supportText);
    return html`<button type="button" class="primary" part="primary" @click=${copy}>
        ${copyLabel(view, 'details-for-support', failure.copyDetails)}
      </button>
      ${copyTrouble(view, 'details-for-support')}`;
  }
  const subjectLine = encodeURIComponent(failure.mailSubject(subject.application));
  const href = `mailto:${subject.supportEmail}?subject=${subjectLine}&body=${encodeURIComponent(supportText)}`;
  return html`<a class="primary" part="primary" href=${href}>${failure.cures[cure]}</a>`;
}

function otherWays({ cure, mayInvite }: FailureScreen, view: View): TemplateResult {
  const { failure, common } = view.words;
  const isRetry = cure === 'retry' || cure === 'retry-later';
  return actions(
    isRetry ? nothing : secondary(view, failure.cures.retry, { type: 'go' }),
    inviteButton(view, mayInvite),
    secondary(view, common.notNow, { type: 'give-up' }),
  );
}

function othersView(screen: FailureScreen, view: View): Content {
  if (screen.others.length === 0) return nothing;
  const others = screen.others.map((cause) => textOf(cause, screen, view));
  return disclosure(
    view.words.failure.others(others.length),
    html`${others.map(
      ({ title, explanation, steps }) =>
        html`<section class="other">
          <h3 class="cause-title">${title}</h3>
          <p>${explanation}</p>
          ${stepsView(steps)}
        </section>`,
    )}`,
  );
}

function detailsView({ first, reference, supportText }: FailureScreen, view: View): TemplateResult {
  const { failure } = view.words;
  const grounds = first.grounds.map((ground) => failure.grounds[ground]).join('; ');
  return disclosure(
    reference ? `${failure.details} · ${failure.reference(reference)}` : failure.details,
    html`${grounds ? html`<p>${failure.because(grounds)}</p>` : nothing}
      <pre class="support" tabindex="0" aria-label=${failure.details}>${supportText}</pre>
      <button type="button" class="outlined" @click=${() => view.copy('details', supportText)}>
        ${copyLabel(view, 'details', failure.copyDetails)}
      </button>
      ${copyTrouble(view, 'details')}`,
  );
}

function textOf(cause: CauseCode, screen: FailureScreen, view: View): CauseText {
  return view.words.causes[cause](causeValues(screen));
}
