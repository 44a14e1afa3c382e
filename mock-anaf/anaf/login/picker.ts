import { X509Certificate } from 'node:crypto';
import { identityOf } from '../../engine/pki/authority.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { findPerson } from '../../engine/state/people.ts';
import type { MockParts } from '../../parts.ts';
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
import { sessionFinished, settle } from './settle.ts';

const allowedWrongPins = 3;

/** The certificate step at the loopback HTTP door: a page plays the browser's dialogs and the token. */
export function pickerPolicyRoutes(parts: MockParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/my.policy',
      handle: (request) => {
        const session = parts.loginSessions.find(request);
        if (session?.status !== 'open') return sessionFinished('the browser brings no login session that is open');
        return showCertificates(parts, request, session, 'the picker was shown');
      },
    },
    { method: 'POST', path: '/my.policy', handle: (request) => act(parts, request, formOf(request)) },
  ];
}

/** What the person did. The form carries its session, so that two open tabs of one browser do not mix. */
function act(parts: MockParts, request: MockRequest, form: URLSearchParams): Answer {
  const session = parts.loginSessions.find(request, form.get('session') ?? undefined);
  if (session?.status !== 'open') return sessionFinished('the form names no login session that is open');
  const person = findPerson(parts.state, form.get('persona') ?? '');
  switch (form.get('act')) {
    case 'choose':
      return person
        ? askPin(request, session, person)
        : showCertificates(parts, request, session, 'no certificate was marked');
    case 'pin':
      return person
        ? checkPin(parts, request, session, person, form.get('pin') ?? '')
        : showCertificates(parts, request, session, 'the form names no certificate');
    case 'unplug':
      session.isTokenOut = true;
      return showCertificates(parts, request, session, 'the token was taken out');
    case 'plug':
      session.isTokenOut = false;
      return showCertificates(parts, request, session, 'the token was put back');
    case 'back':
      return showCertificates(parts, request, session, 'back to the certificates');
    case 'cancel':
      return settle(parts, request, session, undefined);
    default:
      return showCertificates(parts, request, session, 'the form names no action that the picker knows');
  }
}

function checkPin(parts: MockParts, request: MockRequest, session: LoginSession, person: Person, pin: string): Answer {
  const wrongBefore = session.wrongPins[person.name] ?? 0;
  if (wrongBefore < allowedWrongPins && pin === person.pin)
    return settle(parts, request, session, present(parts, person));
  session.wrongPins[person.name] = Math.min(wrongBefore + 1, allowedWrongPins);
  return askPin(request, session, person);
}

function askPin(request: MockRequest, session: LoginSession, person: Person): Answer {
  const wrong = session.wrongPins[person.name] ?? 0;
  const view = viewOf(request, session);
  const about = { persona: person.name };
  if (wrong >= allowedWrongPins)
    return page(lockedPage(view, person), 'the token is locked after three wrong PINs', about);
  const reason = wrong === 0 ? 'the PIN is asked for' : `the PIN was wrong, ${wrong} of ${allowedWrongPins}`;
  return page(pinPage(view, person, wrong === 0 ? undefined : allowedWrongPins - wrong), reason, about);
}

function showCertificates(parts: MockParts, request: MockRequest, session: LoginSession, reason: string): Answer {
  const view = viewOf(request, session);
  return page(session.isTokenOut ? tokenOutPage(view) : certificatesPage(view, parts.state.people), reason, {});
}

function viewOf(request: MockRequest, session: LoginSession): PickerView {
  return { texts: pickerTexts(request.headers['accept-language']), sessionId: session.id };
}

function page(body: string, reason: string, about: Facts): Answer {
  return html(200, body, reason, { headers: { ...f5Headers, 'Content-Security-Policy': pickerSecurityPolicy }, about });
}

function present(parts: MockParts, person: Person): PresentedCertificate {
  const { certificatePem } = identityOf(person, parts.state.keys);
  return { der: new X509Certificate(certificatePem).raw };
}
