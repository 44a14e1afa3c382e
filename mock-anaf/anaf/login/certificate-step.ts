import type { MockParts } from '../../parts.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { loginPage, noCertificatePage, sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, broken, html, redirect } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import type { Route } from '../../wire/http/routes.ts';
import { endedSessionHeaders } from './login-sessions.ts';
import { sessionFinished, settle } from './settle.ts';

/** Pages of the login between the authorization request and its answer. */
export function certificateStepRoutes(parts: MockParts): readonly Route[] {
  return [
    { method: 'GET', path: '/my.policy_nonce', handle: (request) => returnToAuthorize(parts, request) },
    { method: 'GET', path: '/vdesk/hangup.php3', handle: (request) => hangUp(parts, request) },
    { method: 'GET', path: '/my.logout.php3', handle: (request) => logOut(parts, request) },
  ];
}

/** The certificate step of a TLS door: the client presents its certificate on this very connection. */
export function tlsPolicyRoutes(parts: MockParts): readonly Route[] {
  const hasButton = () => parts.switches.loginPage === 'button';
  const ask: Route['handle'] = async (request) => {
    if (request.method === 'POST' && !hasButton()) {
      return redirect('/my.policy', 'there is no page with a button that could post', { headers: f5Headers });
    }
    const session = parts.loginSessions.find(request);
    if (session?.status !== 'open') return sessionFinished('the browser brings no login session that is open');
    if (request.method === 'GET' && hasButton()) {
      return html(200, loginPage, 'the page with the button was shown', { headers: f5Headers });
    }
    const isRequired = parts.switches.loginCertificate === 'required';
    const presented = await request.presentCertificate(isRequired);
    if (presented === 'hung-up') return broken('reset', hungUpReason(isRequired));
    return settle(parts, request, session, presented);
  };
  return ['GET', 'POST'].map((method) => ({ method, path: '/my.policy', handle: ask }));
}

function hungUpReason(isRequired: boolean): string {
  return isRequired
    ? 'the handshake ended: no certificate, or none that is valid, where one is required; the session waits'
    : 'the client hung up over the certificate; the session waits';
}

function returnToAuthorize(parts: MockParts, request: MockRequest): Answer {
  const session = parts.loginSessions.find(request);
  if (session?.status !== 'accepted') return sessionFinished('no certificate was accepted in this login session');
  return redirect(session.authorizeAddress, 'back to the authorization request', { headers: f5Headers });
}

function hangUp(parts: MockParts, request: MockRequest): Answer {
  const session = parts.loginSessions.find(request);
  if (session) parts.loginSessions.end(session);
  return html(200, noCertificatePage, 'the login hung up', { headers: endedSessionHeaders() });
}

function logOut(parts: MockParts, request: MockRequest): Answer {
  const session = parts.loginSessions.find(request);
  if (session) parts.loginSessions.end(session);
  return html(200, sessionFinishedPage, 'the login session was ended', { headers: endedSessionHeaders() });
}
