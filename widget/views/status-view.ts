import { html, nothing, type TemplateResult } from 'lit';
import { issuerName } from '../catalogue/issuers.ts';
import type { DisconnectScreen, StatusScreen } from '../core/screen.ts';
import { date, time } from '../locales/format.ts';
import { consentView, scopeList } from './none-view.ts';
import { actions, type Content, disclosure, heading, lead, note, primary, secondary } from './parts.ts';
import type { View } from './view.ts';

/** Shows an existing authorization: its status, the buttons that its permissions allow, and the details. */
export function statusView(screen: StatusScreen, view: View): TemplateResult {
  const { status: words, problem: problems } = view.words;
  const { status, need, problem, subject } = screen;
  return html`
    <div class="title-row">
      ${heading(words.title)}
      <span class="badge" data-need=${need} data-status=${status}>${words.words[status]}</span>
    </div>
    ${lead(words.texts[status](datesOf(screen, view)))}
    ${subject.warnsNobody ? note(words.warnsNobody) : nothing}
    ${problem ? html`<p class="alert">${problems[problem].text}</p>` : nothing} ${rightsView(screen, view)}
    ${buttons(screen, view)} ${disclosure(words.details, factsView(screen, view))}
    ${disclosure(view.words.scope.title, html`${consentView(subject, view)} ${scopeList(subject, view)}`)}
    ${screen.mayInvite ? secondary(view, view.words.invite.links(view.openLinks), { type: 'invite' }) : nothing}
    ${screen.mayDisconnect ? secondary(view, words.disconnect, { type: 'disconnect' }) : nothing}
  `;
}

/** Asks the person to confirm the disconnection. */
export function disconnectView({ sent }: DisconnectScreen, view: View): TemplateResult {
  const { disconnect, common } = view.words;
  return html`
    ${heading(disconnect.title)} ${lead(disconnect.text)}
    <div class="actions">
      <button
        type="button"
        class="outlined danger"
        aria-disabled=${sent}
        @click=${() => view.send({ type: 'confirm-disconnect' })}
      >
        ${sent ? disconnect.sending : disconnect.confirm}
      </button>
      ${sent ? nothing : secondary(view, common.notNow, { type: 'back' })}
    </div>
  `;
}

function datesOf({ connection, daysLeft, subject }: StatusScreen, { words }: View) {
  return {
    taxId: subject.taxId,
    accessExpiresAt: date(connection.accessExpiresAt),
    reauthorizeBy: date(connection.reauthorizeBy),
    days: words.common.days(daysLeft),
  };
}

function rightsView({ status, connection, now, subject }: StatusScreen, view: View): Content {
  // The verdict is not known yet; the text above says so.
  if (status === 'checking') return nothing;
  const { status: words } = view.words;
  const { verdict, checkedAt } = connection.rights;
  const when = checkedAt === undefined ? '' : `, ${dayAndTime(checkedAt, now, view)}`;
  return note(html`${words.rights(subject.taxId)}: <strong>${words.verdicts[verdict]}</strong>${when}`);
}

function dayAndTime(at: number, now: number, { words }: View): string {
  return date(at) === date(now) ? words.status.todayAt(time(at)) : `${date(at)}, ${time(at)}`;
}

function buttons(screen: StatusScreen, view: View): TemplateResult {
  const { status: words } = view.words;
  const { need, keeps, mayAuthorize, mayVerify, verifying } = screen;
  const begin = { type: 'begin' } as const;
  const verify = mayVerify ? secondary(view, verifying ? words.verifying : words.verify, { type: 'verify' }) : nothing;
  const reauthorize = mayAuthorize ? secondary(view, words.reauthorize, begin) : nothing;
  if (view.isAwaited && keeps) {
    return html`${primary(view, view.continueLabel ?? words.goOn, { type: 'acknowledge' })} ${actions(verify, reauthorize)}`;
  }
  if (need === 'nothing') return actions(verify, reauthorize);
  return html`${mayAuthorize ? primary(view, words.reauthorize, begin) : note(words.noPermission)} ${actions(verify)}`;
}

function factsView({ connection, now }: StatusScreen, view: View): TemplateResult {
  const { status: words } = view.words;
  const { certificate, authorizedBy, authorizedAt, accessExpiresAt, reauthorizeBy } = connection;
  const { lastResult, lastAttemptAt } = connection.renewal;
  const withTime = (text: string, at?: number) => (at === undefined ? text : `${text}, ${dayAndTime(at, now, view)}`);
  const facts: readonly (readonly [string, string])[] = [
    ...(authorizedBy ? [[words.authorizedBy, authorizedBy] as const] : []),
    [words.authorizedAt, dayAndTime(authorizedAt, now, view)],
    [words.certificate, words.certificateText(issuerName(certificate.issuer), certificate.serial)],
    [words.accessUntil, date(accessExpiresAt)],
    [words.reauthorizeBy, date(reauthorizeBy)],
    ...(lastResult ? [[words.lastRenewal, withTime(words.renewals[lastResult], lastAttemptAt)] as const] : []),
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
