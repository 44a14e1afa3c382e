import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { loginPage, noCertificatePage, sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, broken, html, redirect } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import type { Route } from '../../wire/http/routes.ts';
import type { LoginSessions } from './login-sessions.ts';
import { endedSessionHeaders, sessionFinished } from './session-answers.ts';
import { type SettleParts, settle } from './settle.ts';

/** Pages of the login between the authorization request and its answer, the same at every door. */
export function certificateStepRoutes({ loginSessions }: { readonly loginSessions: LoginSessions }): readonly Route[] {
  return [
    { method: 'GET', path: '/my.policy_nonce', handle: (request) => returnToAuthorize(loginSessions, request) },
    { method: 'GET', path: '/vdesk/hangup.php3', handle: (request) => hangUp(loginSessions, request) },
    { method: 'GET', path: '/my.logout.php3', handle: (request) => logOut(loginSessions, request) },
  ];
}

/** The certificate step of a TLS door: the client presents its certificate on this very connection. */
export function tlsPolicyRoutes(parts: SettleParts): readonly Route[] {
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

/** The session stays open: browsers come back with the certificate on a new connection. */
function hungUpReason(isRequired: boolean): string {
  return isRequired
    ? 'the handshake failed: a valid certificate is required and none was presented; the session stays open'
    : 'the client closed the connection instead of presenting a certificate; the session stays open';
}

function returnToAuthorize(loginSessions: LoginSessions, request: MockRequest): Answer {
  const session = loginSessions.find(request);
  if (session?.status !== 'accepted') return sessionFinished('no certificate was accepted in this login session');
  return redirect(session.authorizeAddress, 'back to the authorization request', { headers: f5Headers });
}

function hangUp(loginSessions: LoginSessions, request: MockRequest): Answer {
  endSession(loginSessions, request);
  return html(200, noCertificatePage, 'the login hung up', { headers: endedSessionHeaders() });
}

function logOut(loginSessions: LoginSessions, request: MockRequest): Answer {
  endSession(loginSessions, request);
  return html(200, sessionFinishedPage, 'the login session was ended', { headers: endedSessionHeaders() });
}

function endSession(loginSessions: LoginSessions, request: MockRequest): void {
  const session = loginSessions.find(request);
  if (session) loginSessions.end(session);
}
