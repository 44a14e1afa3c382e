import { X509Certificate } from 'node:crypto';
import { identityOf } from '../../engine/pki/authority.ts';
import type { MockState, Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { type Answer, type Facts, html } from '../../wire/http/answer.ts';
import { formOf, type MockRequest, type PresentedCertificate } from '../../wire/http/mock-request.ts';
import type { Route } from '../../wire/http/routes.ts';
import type { LoginSession } from './login-sessions.ts';
import {
  certificatesPage,
  lockedPage,
  type PickerView,
  pickerSecurityPolicy,
  pinPage,
  tokenOutPage,
} from './picker-pages.ts';
import { pickerTexts } from './picker-texts.ts';
import { sessionFinished } from './session-answers.ts';
import { type SettleParts, settle } from './settle.ts';

/** A request from a page of the picker, with its open session. */
interface Step {
  readonly request: MockRequest;
  readonly session: LoginSession;
}

const allowedWrongPins = 3;

/** The certificate step at the loopback HTTP door: a page simulates the browser's dialogs and the USB token. */
export function pickerPolicyRoutes(parts: SettleParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/my.policy',
      handle: (request) => {
        const session = parts.loginSessions.find(request);
        if (session?.status !== 'open') return sessionFinished('the browser has no open login session');
        return showCertificates(parts.state, { request, session }, 'the picker was shown');
      },
    },
    { method: 'POST', path: '/my.policy', handle: (request) => act(parts, request, formOf(request)) },
  ];
}

/** Handles a button of the picker. The form names its session, so that two tabs of one browser do not interfere. */
function act(parts: SettleParts, request: MockRequest, form: URLSearchParams): Answer {
  const session = parts.loginSessions.find(request, form.get('session') ?? undefined);
  if (session?.status !== 'open') return sessionFinished('the form does not name an open login session');
  const step = { request, session };
  const show = (reason: string) => showCertificates(parts.state, step, reason);
  const person = findPerson(parts.state, form.get('persona') ?? '');
  switch (form.get('act')) {
    case 'choose':
      return person ? askPin(step, person) : show('no certificate was selected');
    case 'pin':
      return person ? checkPin(parts, step, person, form.get('pin') ?? '') : show('the form names no certificate');
    case 'unplug':
      session.isTokenOut = true;
      return show('the token was unplugged');
    case 'plug':
      session.isTokenOut = false;
      return show('the token was plugged in');
    case 'back':
      return show('back to the certificates');
    case 'cancel':
      return settle(parts, request, session, undefined);
    default:
      return show('the form names an unknown action');
  }
}

function checkPin(parts: SettleParts, step: Step, person: Person, pin: string): Answer {
  const { request, session } = step;
  const wrongPins = session.wrongPins[person.name] ?? 0;
  if (wrongPins < allowedWrongPins && pin === person.pin) {
    return settle(parts, request, session, certificateOf(person, parts.state));
  }
  session.wrongPins[person.name] = Math.min(wrongPins + 1, allowedWrongPins);
  return askPin(step, person);
}

function askPin(step: Step, person: Person): Answer {
  const wrong = step.session.wrongPins[person.name] ?? 0;
  const view = viewOf(step);
  const about = { persona: person.name };
  if (wrong >= allowedWrongPins) {
    return page(lockedPage(view, person), 'the token is locked after three wrong PINs', about);
  }
  const reason = wrong === 0 ? 'the PIN dialog was shown' : `the PIN was wrong, ${wrong} of ${allowedWrongPins}`;
  return page(pinPage(view, person, wrong === 0 ? undefined : allowedWrongPins - wrong), reason, about);
}

function showCertificates({ people }: MockState, step: Step, reason: string): Answer {
  const view = viewOf(step);
  return page(step.session.isTokenOut ? tokenOutPage(view) : certificatesPage(view, people), reason, {});
}

function viewOf({ request, session }: Step): PickerView {
  return { texts: pickerTexts(request.headers['accept-language']), sessionId: session.id };
}

function page(body: string, reason: string, about: Facts): Answer {
  return html(200, body, reason, { headers: { ...f5Headers, 'Content-Security-Policy': pickerSecurityPolicy }, about });
}

function certificateOf(person: Person, { keys }: MockState): PresentedCertificate {
  return { der: new X509Certificate(identityOf(person, keys).certificatePem).raw };
}
