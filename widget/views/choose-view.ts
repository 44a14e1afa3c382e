import { html, nothing, type TemplateResult } from 'lit';
import { issuers } from '../catalogue/issuers.ts';
import type { PersonInput } from '../core/input.ts';
import type { ChooseScreen, GuideScreen } from '../core/screen.ts';
import { consentView, scopeView } from './none-view.ts';
import { back, disclosure, heading, link, note, primary } from './parts.ts';
import type { View } from './view.ts';

/** Asks whether the person has the certificate. */
export function chooseView({ subject, mayInvite }: ChooseScreen, view: View): TemplateResult {
  const { choose, invite } = view.words;
  const { isHandheld } = view;
  const more = isHandheld ? choose.certificateOnComputer : choose.certificateMore;
  const own = row(view, choose.certificate, more, { type: 'choose-certificate' });
  const other = mayInvite ? row(view, invite.row, invite.rowMore, { type: 'invite' }) : nothing;
  return html`
    ${back(view)} ${heading(choose.title)}
    <div class="rows">
      ${isHandheld ? [other, own] : [own, other]}
      ${row(view, choose.nobody, choose.nobodyMore, { type: 'choose-nobody' })}
    </div>
    ${consentView(subject, view)} ${scopeView(subject, view)}
    ${disclosure(choose.meaning, html`<p>${choose.meaningText}</p>`)}
  `;
}

/** Explains how to get a certificate, and that the accountant probably has one. */
export function guideView({ subject, mayInvite }: GuideScreen, view: View): TemplateResult {
  const { guide, invite } = view.words;
  return html`
    ${back(view)} ${heading(guide.title)}
    <p class="callout">${mayInvite ? guide.ask : guide.accountant(subject.application)}</p>
    ${mayInvite ? primary(view, invite.row, { type: 'invite' }) : nothing}
    <ol class="steps">
      ${guide.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${note(guide.notEnough)} ${issuerList(guide.issuers, view)}
  `;
}

/** Links to the sites of the issuers, for certificates and the drivers of their tokens. */
export function issuerList(label: string, view: View): TemplateResult {
  return html`<p class="label" id="issuers">${label}</p>
    <ul class="issuers" aria-labelledby="issuers">
      ${issuers.map(({ name, siteUrl }) => html`<li>${link(view, siteUrl, name)}</li>`)}
    </ul>`;
}

function row(view: View, label: string, more: string, input: PersonInput): TemplateResult {
  return html`<button type="button" class="row" @click=${() => view.send(input)}>
    <span class="row-text"><span class="row-label">${label}</span> <span class="row-more">${more}</span></span>
    <span class="chevron forward" aria-hidden="true"></span>
  </button>`;
}
