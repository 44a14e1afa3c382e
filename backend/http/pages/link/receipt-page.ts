import { issuerName } from 'spv-authorize/catalogue';
import type { CertificateIdentity } from 'spv-authorize/contract';
import { type Html, html } from '../../../markup/html.ts';
import { shownDate } from '../../../markup/shown-date.ts';
import type { PageSignal } from '../page.ts';
import { type PageContext, pageValues, renderPage } from '../page.ts';
import { shownInstant } from '../shown-instant.ts';
import { linkTextOf } from './link-context.ts';
import { addressField, facts, named } from './parts.ts';

/** What an accountant has authorized. */
export interface ReceiptView {
  readonly company: { readonly name: string; readonly taxId: string };
  readonly certificate: CertificateIdentity;
  readonly authorizedAt: number;
  /** When ANAF ends the permission at the latest. */
  readonly reauthorizeBy: number;
  /** The personal address for withdrawing. Absent when it was shown before: only its hash is stored. */
  readonly withdrawUrl?: string;
  /** Address of the form that sends the receipt by e-mail. Absent while e-mail is not configured. */
  readonly mailUrl?: string;
}

/** The page after a success: what was authorized with which certificate, until when, and how to take it back. */
export function receiptPage(context: PageContext, receipt: ReceiptView, { signal, otherLanguage }: ShownAgain): string {
  const text = linkTextOf(context).receipt;
  const values = pageValues(context, receipt.company);
  return renderPage(context, {
    title: text.title(values),
    line: 'active',
    company: receipt.company,
    signal,
    otherLanguage,
    body: html`<p>${text.text(values)}</p>
      ${factsOf(context, receipt)}
      <p class="quiet">${text.allowed(values)}</p>
      ${withdrawal(context, receipt)}
      ${receipt.mailUrl === undefined ? undefined : mailForm(context, receipt.mailUrl)}`,
  });
}

/** What makes a result page reloadable, and available in the other language. */
export interface ShownAgain {
  readonly signal: PageSignal;
  readonly otherLanguage: string;
}

function factsOf(context: PageContext, receipt: ReceiptView): Html {
  const { labels, certificate, services: only } = linkTextOf(context).receipt;
  const { company, taxId, application, services } = pageValues(context, receipt.company);
  const { issuer, serial } = receipt.certificate;
  return facts([
    [labels.company, named(company, context.text.taxId(taxId))],
    [labels.application, named(application, only(services))],
    [labels.certificate, certificate(issuerName(issuer), serial)],
    [labels.at, shownInstant(context.locale, receipt.authorizedAt)],
    [labels.until, shownDate(context.locale, receipt.reauthorizeBy)],
  ]);
}

function withdrawal(context: PageContext, { company, withdrawUrl }: ReceiptView): Html {
  const { withdraw } = linkTextOf(context).receipt;
  if (withdrawUrl === undefined) return html`<p class="quiet">${withdraw.shownBefore}</p>`;
  return html`<section class="box">
        <h2>${withdraw.title}</h2>
        <p>${withdraw.text(pageValues(context, company))}</p>
        ${addressField(withdraw.address, withdrawUrl)}
        <a href="${withdrawUrl}">${withdraw.link}</a>
      </section>`;
}

function mailForm(context: PageContext, mailUrl: string): Html {
  const { mail } = linkTextOf(context).receipt;
  return html`<form method="post" action="${mailUrl}">
        <label class="label" for="email">${mail.label}</label>
        <input class="text-field" id="email" name="email" type="email" autocomplete="email" maxlength="254" required aria-describedby="email-hint" />
        <p class="quiet small" id="email-hint">${mail.hint}</p>
        <button class="secondary">${mail.submit}</button>
      </form>`;
}

/** The answer to the form that sends a receipt. */
export function receiptMailPage(context: PageContext, result: 'sent' | 'refused' | 'tooLate', email = ''): string {
  const { mail } = linkTextOf(context).receipt;
  const { title, text } = result === 'sent' ? mail.sent(email) : mail[result];
  return renderPage(context, {
    title,
    line: result === 'sent' ? 'active' : 'none',
    body: html`<p>${text}</p>`,
  });
}
