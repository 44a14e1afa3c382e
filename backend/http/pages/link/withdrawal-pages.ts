import { issuerName } from 'spv-authorize/catalogue';
import type { CertificateIdentity } from 'spv-authorize/contract';
import { html } from '../../../markup/html.ts';
import { type PageContext, pageValues, renderPage } from '../page.ts';
import { shownInstant } from '../shown-instant.ts';
import { linkTextOf } from './link-context.ts';
import { facts, marked, named } from './parts.ts';

/** The authorization that a personal address can end. */
export interface Withdrawable {
  readonly company: { readonly name: string; readonly taxId: string };
  readonly certificate: CertificateIdentity;
  readonly authorizedAt: number;
}

/** Asks once before the access of a company is withdrawn, and says what then happens. */
export function withdrawalPage(context: PageContext, withdrawable: Withdrawable): string {
  const { withdrawal, receipt } = linkTextOf(context);
  const values = pageValues(context, withdrawable.company);
  const { issuer, serial } = withdrawable.certificate;
  return renderPage(context, {
    title: withdrawal.title(values),
    line: 'active',
    company: withdrawable.company,
    preview: previewOf(context),
    otherLanguage: otherLanguageOf(context),
    body: html`${facts([
      [receipt.labels.company, named(values.company, context.text.taxId(values.taxId))],
      [receipt.labels.certificate, receipt.certificate(issuerName(issuer), serial)],
      [receipt.labels.at, shownInstant(context.locale, withdrawable.authorizedAt)],
    ])}
      <p>${withdrawal.text(values)}</p>
      <ul>${withdrawal.effects(values).map((effect) => html`<li>${effect}</li>`)}</ul>
      <form method="post"><button class="button danger">${withdrawal.submit}</button></form>
      <p class="quiet">${withdrawal.keep}</p>`,
  });
}

/** What happened after a withdrawal. */
export function withdrawnPage(context: PageContext, company: Withdrawable['company']): string {
  const { title, text, effects } = linkTextOf(context).withdrawal.done(pageValues(context, company));
  return renderPage(context, {
    title,
    line: 'none',
    company,
    body: html`${marked('does', effects)}<p class="quiet">${text}</p>`,
  });
}

/** An address that withdraws nothing, or nothing any more. It names no company. */
export function unknownWithdrawalPage(context: PageContext): string {
  const { title, text } = linkTextOf(context).withdrawal.unknown;
  return renderPage(context, {
    title,
    line: 'none',
    preview: previewOf(context),
    otherLanguage: otherLanguageOf(context),
    body: html`<p>${text}</p>`,
  });
}

function previewOf(context: PageContext) {
  const { submit } = linkTextOf(context).withdrawal;
  return { title: submit, description: context.application.name };
}

function otherLanguageOf({ locale }: PageContext): string {
  return `?lang=${locale === 'ro' ? 'en' : 'ro'}`;
}
