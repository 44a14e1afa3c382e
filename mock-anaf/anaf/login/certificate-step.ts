import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { loginPage, noCertificatePage, sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, broken, html, redirect } from '../../wire/http/answer.ts';
import type { MockRequest } from '../../wire/http/mock-request.ts';
import type { Route } from '../../wire/http/routes.ts';
import type { LoginSessions } from './login-sessions.ts';
import { endedSessionHeaders, sessionFinished } from './session-answers.ts';
import { type SettleParts, settle } from './settle.ts';

/** The pages that surround the certificate step, the same at every login door: return to the application, hang-up and logout. */
export function certificateStepRoutes({ loginSessions }: { readonly loginSessions: LoginSessions }): readonly Route[] {
  return [
    { method: 'GET', path: '/my.policy_nonce', handle: (request) => returnToAuthorize(loginSessions, request) },
    { method: 'GET', path: '/vdesk/hangup.php3', handle: (request) => hangUp(loginSessions, request) },
    { method: 'GET', path: '/my.logout.php3', handle: (request) => logOut(loginSessions, request) },
  ];
}

/** The certificate step of a TLS door: the client presents its certificate on the connection of this request. */
export function tlsPolicyRoutes(parts: SettleParts): readonly Route[] {
  const hasButton = () => parts.switches.loginPage === 'button';
  const handle: Route['handle'] = async (request) => {
    if (request.method === 'POST' && !hasButton()) {
      return redirect('/my.policy', 'the page with the button is switched off, so nothing can be posted', {
        headers: f5Headers,
      });
    }
    const session = parts.loginSessions.find(request);
    if (session?.status !== 'open') return sessionFinished('the browser has no open login session');
    if (request.method === 'GET' && hasButton()) {
      return html(200, loginPage, 'the page with the button was shown', { headers: f5Headers });
    }
    const isRequired = parts.switches.loginCertificate === 'required';
    const presented = await request.presentCertificate(isRequired);
    if (presented === 'hung-up') return broken('reset', hungUpReason(isRequired));
    return settle(parts, request, session, presented);
  };
  return ['GET', 'POST'].map((method) => ({ method, path: '/my.policy', handle }));
}

/** The session stays open, because browsers return with the certificate on a new connection. */
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
  return html(200, noCertificatePage, 'the login ended the session and showed its last page', {
    headers: endedSessionHeaders(),
  });
}

function logOut(loginSessions: LoginSessions, request: MockRequest): Answer {
  endSession(loginSessions, request);
  return html(200, sessionFinishedPage, 'the login session was ended', { headers: endedSessionHeaders() });
}

function endSession(loginSessions: LoginSessions, request: MockRequest): void {
  const session = loginSessions.find(request);
  if (session) loginSessions.end(session);
}
