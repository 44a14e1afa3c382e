import type { RequestHandler } from 'express';
import { emailAddress } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { ReceiptMail } from '../../../links/receipt-mail.ts';
import { isFromOwnPage, textParameter } from '../page-request.ts';
import { contextOf, type PageBasics, sendNotice, sendPage } from '../visit.ts';
import { openingParameter } from './link-addresses.ts';
import { receiptMailPage } from './receipt-page.ts';

export interface ReceiptDependencies extends PageBasics {
  /** Undefined while e-mail is not configured. */
  readonly receiptMail: ReceiptMail | undefined;
  readonly publicOrigin: string;
}

const form = v.object({ email: v.pipe(v.string(), v.trim(), emailAddress) });

/** The handler of the form that sends a receipt by e-mail. */
export function receiptHandlers(dependencies: ReceiptDependencies) {
  const { receiptMail, cookies, publicOrigin } = dependencies;

  return {
    mailReceipt: async (request, response) => {
      const visit = { request, response };
      if (!receiptMail) return sendNotice(dependencies, visit, 404, 'not-found');
      if (!isFromOwnPage(request, publicOrigin)) return sendNotice(dependencies, visit, 403, 'refused');
      const context = contextOf(dependencies, visit);
      const given = v.safeParse(form, request.body);
      if (!given.success) return sendPage(response, 400, receiptMailPage(context, 'refused'));
      const openingId = textParameter(request, openingParameter) ?? '';
      const { email } = given.output;
      const cookie = cookies.openingOf(request, openingId);
      const result = await receiptMail.queue(openingId, cookie, { email, language: context.locale });
      if (result === 'queued') return sendPage(response, 200, receiptMailPage(context, 'sent', email));
      sendPage(response, result === 'limited' ? 429 : 410, receiptMailPage(context, 'tooLate'));
    },
  } satisfies Record<string, RequestHandler>;
}
