import { html, nothing, type TemplateResult } from 'lit';
import type { CauseText, CauseValues } from '../catalogue/cause-text.ts';
import type { Cure } from '../catalogue/causes.ts';
import type { CauseCode } from '../contract/diagnosis.ts';
import { type Reply, reply as replySchema } from '../contract/failure.ts';
import type { PersonInput } from '../core/input.ts';
import type { FailureScreen } from '../core/screen.ts';
import { addressField } from './at-anaf-view.ts';
import { actions, type Content, disclosure, heading, keeps, lead, primary, secondary } from './parts.ts';
import type { View } from './view.ts';

export function failureView(screen: FailureScreen, view: View): TemplateResult {
  const { failures, privateWindow } = view.words;
  const { title, explanation } = failures[screen.code](valuesOf(screen));
  const { address } = screen;
  return html`
    ${heading(title)} ${lead(explanation)} ${keeps(view, screen.keeps)} ${questionsView(screen, view)}
    ${causeView(screen, view)} ${cureButton(screen, view)} ${otherWays(screen, view)} ${othersView(screen, view)}
    ${
      address
        ? disclosure(privateWindow.title, html`<p>${privateWindow.text}</p> ${addressField(address, view)}`)
        : nothing
    }
    ${detailsView(screen, view)}
  `;
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
    ${stepsView(steps)}
  </section>`;
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

function cureButton({ cure, subject, supportText }: FailureScreen, view: View): TemplateResult {
  const { failure } = view.words;
  if (cure !== 'tell-support') return primary(view, failure.cures[cure], inputByCure[cure]);
  if (!subject.supportEmail) {
    return html`<button type="button" class="primary" part="primary" @click=${() => view.copy(supportText)}>
      ${view.copied === 'done' ? view.words.common.copied : failure.copyDetails}
    </button>`;
  }
  const subjectLine = encodeURIComponent(failure.mailSubject(subject.application));
  const href = `mailto:${subject.supportEmail}?subject=${subjectLine}&body=${encodeURIComponent(supportText)}`;
  return html`<a class="primary" part="primary" href=${href}>${failure.cures[cure]}</a>`;
}

function otherWays({ cure }: FailureScreen, view: View): TemplateResult {
  const { failure, common } = view.words;
  const isRetry = cure === 'retry' || cure === 'retry-later';
  return actions(
    isRetry ? nothing : secondary(view, failure.cures.retry, { type: 'go' }),
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
  const { failure, common } = view.words;
  const grounds = first.grounds.map((ground) => failure.grounds[ground]).join('; ');
  return disclosure(
    reference ? `${failure.details} · ${failure.reference(reference)}` : failure.details,
    html`${grounds ? html`<p>${failure.because(grounds)}</p>` : nothing}
      <pre class="support" tabindex="0" aria-label=${failure.details}>${supportText}</pre>
      <button type="button" class="outlined" @click=${() => view.copy(supportText)}>
        ${view.copied === 'done' ? common.copied : failure.copyDetails}
      </button>`,
  );
}

function textOf(cause: CauseCode, screen: FailureScreen, view: View): CauseText {
  return view.words.causes[cause](valuesOf(screen));
}

function valuesOf({ subject, certificate }: FailureScreen): CauseValues {
  const { company, taxId, application } = subject;
  return { company, taxId, application, ...(certificate && { certificate }) };
}
