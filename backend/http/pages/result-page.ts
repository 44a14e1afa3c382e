import { causeTexts } from 'spv-authorize/catalogue';
import { returnParameter } from 'spv-authorize/contract';
import type { CallbackResult, ReturnedAttempt } from '../../authorizing/callback.ts';
import { toFailure } from '../../authorizing/failure.ts';
import { type Html, html } from '../../markup/html.ts';
import { causeValues, otherCauses, stepList, technicalDetails } from './failure-parts.ts';
import { helpLink } from './help-link.ts';
import { type PageContext, pageValues, renderPage } from './page.ts';
import type { NoticeText } from './page-text.ts';

/** Results that belong to an attempt. The others are shown as notices. */
export type ShownResult = Extract<CallbackResult, { attempt: ReturnedAttempt }>;
type FailedResult = Extract<ShownResult, { kind: 'failed' }>;
type OtherResult = Exclude<ShownResult, { kind: 'failed' }>;

/**
 * The page with the result of a callback. On a failure, `hasActiveAuthorization` adds that the existing authorization
 * still works.
 */
export function resultPage(context: PageContext, result: ShownResult, hasActiveAuthorization: boolean): string {
  if (result.kind === 'failed') return failurePage(context, result, hasActiveAuthorization);
  const { title, text } = noticeOf(context, result);
  return renderPage(context, {
    title,
    line: lineOf[result.kind],
    company: result.attempt.company,
    signal: signalOf(result),
    body: html`<p>${text}</p>${nextStep(context, result)}`,
  });
}

const lineOf = { succeeded: 'active', 'already-done': 'active', kept: 'moving', ended: 'none' } as const;

function noticeOf(context: PageContext, { kind, attempt }: OtherResult): NoticeText {
  const values = pageValues(context, attempt.company);
  const { result } = context.text;
  switch (kind) {
    case 'succeeded':
      return result.succeeded(values);
    case 'kept':
      return result.kept(values);
    case 'already-done':
      return result.alreadyDone(values);
    case 'ended':
      return result.ended(values);
    default:
      return kind satisfies never;
  }
}

function failurePage(context: PageContext, result: FailedResult, hasActiveAuthorization: boolean): string {
  const { attempt, failure } = result;
  const [first, ...others] = toFailure(failure).diagnosis.causes.map(({ cause }) => cause);
  if (!first) throw new TypeError(`the failure "${failure.code}" has no cause`);
  // The page cannot offer an address for another browser: only the application creates one.
  const values = causeValues(context, result, 'in-application');
  const { title, explanation, steps } = causeTexts[context.locale][first](values);
  return renderPage(context, {
    title,
    line: 'broken',
    company: attempt.company,
    signal: signalOf(result),
    body: html`<p>${explanation}</p>
      ${stepList(steps)}
      ${helpLink(context, first)}
      ${hasActiveAuthorization ? html`<p class="quiet">${context.text.result.stillActive}</p>` : undefined}
      ${nextStep(context, result)}
      ${otherCauses(context, others, values)}
      ${technicalDetails(context, failure)}`,
  });
}

/**
 * What the person does next: close the window, or follow the link back to the site. The button to close needs
 * JavaScript, the sentence does not.
 */
function nextStep({ text, application }: PageContext, { kind, attempt }: ShownResult): Html {
  const back = backUrlOf(attempt);
  if (back) return html`<a class="button" href="${back}">${text.result.back(application.name)}</a>`;
  const sentence = html`<p class="quiet">${text.result.closeYourself(application.name)}</p>`;
  // The text of a kept result says already that the page may be closed.
  return html`${kind === 'kept' ? undefined : sentence}
      <button class="button" type="button" id="close" hidden>${text.result.close}</button>`;
}

function signalOf({ kind, attempt }: ShownResult) {
  const hasSucceeded = kind === 'succeeded' || kind === 'already-done';
  return {
    attemptId: attempt.id,
    openingId: attempt.openingId,
    origin: attempt.origin,
    backUrl: backUrlOf(attempt),
    hasSucceeded,
  };
}

function backUrlOf({ mode, returnUrl, id }: ReturnedAttempt): string | undefined {
  if (mode !== 'redirect' || returnUrl === null) return undefined;
  const url = new URL(returnUrl);
  url.searchParams.set(returnParameter, id);
  return url.href;
}
