import { type Answer, broken, html, redirect } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';
import type { Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import { noCertificatePage, sessionFinishedPage } from './f5-pages.ts';
import { endedSessionHeaders, f5Headers } from './login-sessions.ts';
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
  return [
    {
      method: 'GET',
      path: '/my.policy',
      handle: async (request) => {
        const session = parts.loginSessions.find(request);
        if (session?.status !== 'open') return sessionFinished('the browser brings no login session that is open');
        const presented = await request.presentCertificate();
        if (presented === 'hung-up')
          return broken('reset', 'the client hung up over the certificate; the session waits');
        return settle(parts, request, session, presented);
      },
    },
  ];
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
