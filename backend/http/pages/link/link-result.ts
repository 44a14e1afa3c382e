import { type Reply, reply } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { ReceiptMail } from '../../../links/receipt-mail.ts';
import type { Receipts } from '../../../links/receipts.ts';
import type { PageContext } from '../page.ts';
import { textParameter } from '../page-request.ts';
import type { ShownResult } from '../result-page.ts';
import { resultParameter } from '../result-script.ts';
import { contextOf, type PageBasics, sendPage, type Visit } from '../visit.ts';
import { openingParameter } from './link-addresses.ts';
import {
  type Answers,
  alreadyDonePage,
  endedPage,
  formerPage,
  keptPage,
  linkFailurePage,
  type ResultPlace,
} from './link-result-pages.ts';
import { receiptPage } from './receipt-page.ts';

export interface LinkResultDependencies extends PageBasics {
  readonly receipts: Receipts;
  readonly publicUrl: string;
  /** Undefined while e-mail is not configured. */
  readonly receiptMail: ReceiptMail | undefined;
}

/** Answers ANAF's callback for somebody who came by a link. */
export async function sendLinkResult(
  dependencies: LinkResultDependencies,
  visit: Visit,
  result: ShownResult,
): Promise<void> {
  const page =
    result.kind === 'succeeded' ? await receiptOf(dependencies, visit, result) : pageOf(dependencies, visit, result);
  sendPage(visit.response, result.kind === 'ended' ? 410 : 200, page);
}

function pageOf(dependencies: LinkResultDependencies, visit: Visit, result: ShownResult): string {
  const context = contextOf(dependencies, visit);
  const place = placeOf(dependencies, context, result);
  if (result.kind === 'failed') return linkFailurePage(context, result, answersIn(visit), place);
  const { kind, attempt } = result;
  switch (kind) {
    case 'succeeded':
      return formerPage(context, attempt.company, place);
    case 'kept':
      return keptPage(context, attempt.company, place);
    case 'already-done':
      return alreadyDonePage(context, attempt.company, place);
    case 'ended':
      return endedPage(context, attempt.company, place);
    default:
      return kind satisfies never;
  }
}

async function receiptOf(dependencies: LinkResultDependencies, visit: Visit, result: ShownResult): Promise<string> {
  const { receipts, cookies, publicUrl, receiptMail } = dependencies;
  const { openingId } = result.attempt;
  const shown = await receipts.create(openingId);
  if (!shown) return pageOf(dependencies, visit, result);
  if (shown.secret) cookies.setReceipt(visit.response, openingId, shown.secret);
  const secret = shown.secret?.reveal() ?? cookies.receiptOf(visit.request, openingId);
  const receipt = {
    ...shown.receipt,
    ...(secret !== undefined && { withdrawUrl: `${publicUrl}/w/${secret}` }),
    ...(receiptMail && { mailUrl: `${publicUrl}/receipt?${openingParameter}=${openingId}` }),
  };
  const context = contextOf(dependencies, visit);
  return receiptPage(context, receipt, placeOf(dependencies, context, result));
}

function placeOf(
  { publicUrl }: LinkResultDependencies,
  { locale }: PageContext,
  { attempt }: ShownResult,
): ResultPlace {
  const { openingId } = attempt;
  return {
    // The receipt must stay in sight, so this page never closes itself.
    signal: { attemptId: attempt.id, openingId, origin: attempt.origin, backUrl: undefined, hasSucceeded: false },
    otherLanguage: `?${resultParameter}=${openingId}&lang=${locale === 'ro' ? 'en' : 'ro'}`,
    resultUrl: `${publicUrl}/callback`,
    openingId,
    againUrl: `${publicUrl}/l/again?${openingParameter}=${openingId}`,
  };
}

/** What the person answered on the page of a failure. */
function answersIn({ request }: Visit): Answers {
  const [chooserSeen, pinAsked] = (['chooserSeen', 'pinAsked'] as const).map((name) =>
    replyIn(textParameter(request, name)),
  );
  return { ...(chooserSeen && { chooserSeen }), ...(pinAsked && { pinAsked }) };
}

function replyIn(text: string | undefined): Reply | undefined {
  return v.is(reply, text) ? text : undefined;
}
