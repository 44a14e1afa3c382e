import { createHash } from 'node:crypto';
import { authorityNames } from '../../engine/pki/authority.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { pickerStyle } from './picker-style.ts';
import type { PickerTexts } from './picker-texts.ts';

/** What every page of the picker needs: its language, and the session that its forms name. */
export interface PickerView {
  readonly texts: PickerTexts;
  readonly sessionId: string;
}

const styleHash = createHash('sha256').update(pickerStyle).digest('base64');

/** Content-Security-Policy of the picker. It has no `form-action`, because the form redirects to the application, at any address. */
export const pickerSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'`;

/** The browser's dialog "Select a certificate". */
export function certificatesPage(view: PickerView, people: readonly Person[]): string {
  const { texts } = view;
  const rows = people.map((person, index) => certificateRow(texts, person, index === 0)).join('');
  const content = `<form method="post" action="/my.policy">${hidden('session', view.sessionId)}
<h1>${escapeHtml(texts.chooseTitle)}</h1>
<fieldset><legend>${escapeHtml(texts.chooseFor)}</legend>${rows}</fieldset>
<div class="actions">${button('choose', texts.confirm, 'first')}${button('cancel', texts.cancel)}</div></form>`;
  return page(view, texts.chooseTitle, content, tokenBox(view, true));
}

/** The PIN dialog of the USB token's driver. `triesLeft` is set after a wrong PIN. */
export function pinPage(view: PickerView, person: Person, triesLeft: number | undefined): string {
  const { texts } = view;
  const error =
    triesLeft === undefined
      ? ''
      : `<p class="error" id="error" role="alert">${escapeHtml(texts.pinWrong(triesLeft))}</p>`;
  const described = triesLeft === undefined ? 'hint' : 'error hint';
  const content = `<form method="post" action="/my.policy">${hidden('session', view.sessionId)}${hidden('persona', person.name)}
<h1>${escapeHtml(texts.pinTitle)}</h1><p>${escapeHtml(texts.pinFor(person.fullName))}</p>${error}
<label class="pin">${escapeHtml(texts.pin)}<input type="password" name="pin" inputmode="numeric" autocomplete="off" autofocus
 aria-describedby="${described}"${triesLeft === undefined ? '' : ' aria-invalid="true"'}></label>
<p id="hint">${escapeHtml(texts.pinHint(person.pin))}</p>
<div class="actions">${button('pin', texts.confirm, 'first')}${button('cancel', texts.cancel)}${button('back', texts.back)}</div></form>`;
  return page(view, texts.pinTitle, content, '');
}

/** The USB token is locked after too many wrong PINs. */
export function lockedPage(view: PickerView, person: Person): string {
  const { texts } = view;
  const content = `<form method="post" action="/my.policy">${hidden('session', view.sessionId)}
<h1>${escapeHtml(texts.lockedTitle)}</h1><p>${escapeHtml(texts.pinFor(person.fullName))}</p><p role="alert">${escapeHtml(texts.lockedMeans)}</p>
<div class="actions">${button('cancel', texts.continueWithout, 'first')}${button('back', texts.back)}</div></form>`;
  return page(view, texts.lockedTitle, content, '');
}

/** The USB token is unplugged. A real browser would show no dialog and continue without a certificate; this page says so. */
export function tokenOutPage(view: PickerView): string {
  const { texts } = view;
  const content = `<form method="post" action="/my.policy">${hidden('session', view.sessionId)}
<h1>${escapeHtml(texts.emptyTitle)}</h1><p>${escapeHtml(texts.emptyMeans)}</p>
<div class="actions">${button('cancel', texts.continueWithout, 'first')}</div></form>`;
  return page(view, texts.emptyTitle, content, tokenBox(view, false));
}

function certificateRow(texts: PickerTexts, person: Person, isFirst: boolean): string {
  const expired = person.validity === 'expired' ? ` (${texts.expired})` : '';
  const issuer = `${texts.issuedBy} ${authorityNames[person.authority]}${expired}`;
  const serial = `${texts.serial} ${colonSeparated(serialOf(person)).slice(0, 11)}…`;
  return `<label class="certificate"><input type="radio" name="persona" value="${escapeHtml(person.name)}"${isFirst ? ' checked autofocus' : ''}>
<b>${escapeHtml(person.fullName)}</b>
<small class="title">${escapeHtml(texts.titles[person.name] ?? person.title)}</small>
<small>${escapeHtml(issuer)} · ${escapeHtml(serial)}</small></label>`;
}

function tokenBox({ texts, sessionId }: PickerView, isIn: boolean): string {
  const state = isIn ? texts.tokenIn : texts.tokenOut;
  const [act, label] = isIn ? ['unplug', texts.unplug] : ['plug', texts.plug];
  return `<section class="token" aria-label="${escapeHtml(texts.token)}"><p>${tokenDrawing(isIn)}${escapeHtml(state)}</p>
<form method="post" action="/my.policy">${hidden('session', sessionId)}${button(act, label)}</form></section>`;
}

function tokenDrawing(isIn: boolean): string {
  const shift = isIn ? 0 : 12;
  return `<svg viewBox="0 0 56 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">
<path d="M1 4h10v16H1z"/><g transform="translate(${shift} 0)"><path d="M11 8h9v8h-9z"/><rect x="20" y="5" width="22" height="14" rx="4"/>
<circle cx="36" cy="12" r="1.6" fill="${isIn ? 'currentColor' : 'none'}"/></g></svg>`;
}

function page({ texts }: PickerView, title: string, content: string, after: string): string {
  return `<!DOCTYPE html>
<html lang="${texts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · mock-anaf</title><style>${pickerStyle}</style></head><body><main>
<div class="note"><strong>${escapeHtml(texts.simulation)}</strong><span>${escapeHtml(texts.simulationMeans)}</span></div>
<div class="dialog"><div class="bar"><svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5"><rect x="1" y="7" width="12" height="8" rx="2"/><path d="M4 7V4.5a3 3 0 0 1 6 0V7"/></svg><span>logincert.anaf.ro</span></div>
${content}</div>${after}</main></body></html>`;
}

function button(act: string, label: string, look = ''): string {
  return `<button name="act" value="${act}"${look && ` class="${look}"`}>${escapeHtml(label)}</button>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
