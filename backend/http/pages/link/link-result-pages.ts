import { causes, causeTexts, failureTexts } from 'spv-authorize/catalogue';
import { diagnose, type Evidence, type Reply } from 'spv-authorize/contract';
import { type Html, html } from '../../../markup/html.ts';
import { causeValues, type FailedResult, otherCauses, stepList, technicalDetails } from '../failure-parts.ts';
import { helpLink } from '../help-link.ts';
import { type PageContext, pageValues, renderPage } from '../page.ts';
import type { NoticeText } from '../page-text.ts';
import { resultParameter } from '../result-script.ts';
import { linkTextOf } from './link-context.ts';
import type { ShownAgain } from './receipt-page.ts';

interface Company {
  readonly name: string;
  readonly taxId: string;
}

/** What the person answered to the two questions after a refusal without a reason. */
export type Answers = Pick<Evidence, 'chooserSeen' | 'pinAsked'>;

/** Where a result page of a link leads. */
export interface ResultPlace extends ShownAgain {
  /** The address of this page, without parameters. */
  readonly resultUrl: string;
  readonly openingId: string;
  /** Address of the form that starts over with the same link. */
  readonly againUrl: string;
}

/** Explains a failure as the element does: what is known, two questions, the most likely cause with its steps, the others. */
export function linkFailurePage(
  context: PageContext,
  result: FailedResult,
  answers: Answers,
  place: ResultPlace,
): string {
  const { failure, attempt } = result;
  const text = linkTextOf(context).result;
  const values = causeValues(context, result, 'received');
  const { title, explanation } = failureTexts[context.locale][failure.code](values);
  const [first, ...others] = diagnose(failure.code, { ...failure.evidence, ...answers }).causes;
  if (!first) throw new TypeError(`the failure "${failure.code}" has no cause`);
  const cause = causeTexts[context.locale][first.cause](values);
  return renderPage(context, {
    title,
    line: 'broken',
    company: attempt.company,
    signal: place.signal,
    otherLanguage: place.otherLanguage,
    body: html`<p>${explanation}</p>
      ${failure.code === 'access-denied' ? questions(context, answers, place) : undefined}
      <section id="cause">
        <p class="label">${text.likelihoods[first.likelihood]}</p>
        <h2>${cause.title}</h2>
        <p>${cause.explanation}</p>
        ${stepList(cause.steps)}
        ${helpLink(context, first.cause)}
      </section>
      ${nextStep(context, causes[first.cause].cure === 'tell-support', place)}
      ${otherCauses(
        context,
        others.map(({ cause }) => cause),
        values,
      )}
      ${technicalDetails(context, failure)}`,
  });
}

/** ANAF has not answered about the right yet. */
export function keptPage(context: PageContext, company: Company, place: ResultPlace): string {
  const text = linkTextOf(context).result;
  const notice = text.kept(pageValues(context, company));
  const lookAgain = html`<form action="${place.resultUrl}">
        <input type="hidden" name="${resultParameter}" value="${place.openingId}" />
        <button class="secondary">${text.lookAgain}</button>
      </form>`;
  return noticeWith(context, notice, lookAgain, { line: 'moving', company, ...shownAgain(place) });
}

/** Another window had succeeded before. */
export function alreadyDonePage(context: PageContext, company: Company, place: ResultPlace): string {
  const notice = linkTextOf(context).result.alreadyDone(pageValues(context, company));
  return noticeWith(context, notice, undefined, { line: 'active', company, ...shownAgain(place) });
}

/** The attempt had ended before ANAF sent the person back. The link works on. */
export function endedPage(context: PageContext, company: Company, place: ResultPlace): string {
  const { ended } = linkTextOf(context).result;
  return noticeWith(context, ended, againForm(context, place, 'button'), {
    line: 'none',
    company,
    ...shownAgain(place),
  });
}

/** The authorization of a page that is shown again later has ended. */
export function formerPage(context: PageContext, company: Company, place: ResultPlace): string {
  const { former } = linkTextOf(context).result;
  return noticeWith(context, former, undefined, { line: 'none', company, ...shownAgain(place) });
}

function noticeWith(
  context: PageContext,
  { title, text }: NoticeText,
  next: Html | undefined,
  parts: Omit<Parameters<typeof renderPage>[1], 'title' | 'body'>,
): string {
  return renderPage(context, { title, ...parts, body: html`<p>${text}</p>${next}` });
}

function shownAgain({ signal, otherLanguage }: ResultPlace): ShownAgain {
  return { signal, otherLanguage };
}

function questions(context: PageContext, answers: Answers, { resultUrl, openingId }: ResultPlace): Html {
  const text = linkTextOf(context).result;
  return html`<form class="box" action="${resultUrl}#cause">
        <h2>${text.questions.title}</h2>
        <input type="hidden" name="${resultParameter}" value="${openingId}" />
        ${question(context, 'chooserSeen', answers.chooserSeen)}
        ${question(context, 'pinAsked', answers.pinAsked)}
        <button class="secondary">${text.answer}</button>
      </form>`;
}

function question(context: PageContext, name: keyof Answers, reply: Reply | undefined): Html {
  const text = linkTextOf(context).result;
  const options = (['yes', 'no', 'unknown'] as const).map((value) => {
    const checked = value === reply ? html` checked` : undefined;
    return html`<label><input type="radio" name="${name}" value="${value}"${checked} />${text.replies[value]}</label>`;
  });
  return html`<fieldset><legend>${text.questions[name]}</legend><div class="replies">${options}</div></fieldset>`;
}

/** Trying again helps with everything but a wrong registration of the application, which only its team can correct. */
function nextStep(context: PageContext, isForSupport: boolean, place: ResultPlace): Html {
  const { application } = context;
  const text = linkTextOf(context).result;
  if (!isForSupport) {
    return html`${againForm(context, place, 'button')}<p class="quiet">${text.stillOpen}</p>`;
  }
  if (!application.supportEmail) return againForm(context, place, 'secondary');
  const subject = encodeURIComponent(text.supportSubject(application.name));
  return html`<a class="button" href="mailto:${application.supportEmail}?subject=${subject}">${text.tellSupport}</a>
      ${againForm(context, place, 'secondary')}`;
}

function againForm(context: PageContext, { againUrl }: ResultPlace, kind: 'button' | 'secondary'): Html {
  return html`<form method="post" action="${againUrl}"><button class="${kind}">${linkTextOf(context).result.again}</button></form>`;
}
