import { f5Headers } from '../wire/f5/f5-headers.ts';
import { requestRejectedPage } from '../wire/f5/fault-pages.ts';
import { html, redirect } from '../wire/http/answer.ts';
import type { MockRequest } from '../wire/http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../wire/http/routes.ts';
import { certificateStepRoutes, tlsPolicyRoutes } from './login/certificate-step.ts';
import { clientIdOf } from './login/login-sessions.ts';
import { inF5Form, type PageParts, withOpenerPolicy } from './login/page-scenarios.ts';
import { pickerPolicyRoutes } from './login/picker.ts';
import type { SettleParts } from './login/settle.ts';
import { type AuthorizeParts, authorize } from './oauth/authorize.ts';
import { type TokenParts, token } from './oauth/token.ts';

const tokenPath = '/anaf-oauth2/v1/token';

/** Serves every path of the login, for a TLS door (`tls`) or for the loopback door that simulates the certificate dialog (`picker`). */
export function loginHandler(
  parts: AuthorizeParts & TokenParts & SettleParts & PageParts,
  certificateStep: 'tls' | 'picker',
): Handler {
  const policy: readonly Route[] = certificateStep === 'tls' ? tlsPolicyRoutes(parts) : pickerPolicyRoutes(parts);
  const dispatch = dispatcher({
    routes: [
      { method: 'GET', path: '/anaf-oauth2/v1/authorize', handle: (request) => authorize(parts, request) },
      { method: 'POST', path: tokenPath, handle: (request) => token(parts, request) },
      ...policy,
      ...certificateStepRoutes(parts),
    ],
    // observed 2026-07-05: paths that are not routed, such as /anaf-oauth2/v1/revoke, are redirected to the login policy
    fallback: ({ method, path }, expected) =>
      redirect('/my.policy', `no route for ${method} ${path}`, { headers: f5Headers, expected }),
  });
  return async (request) => {
    // Read this first, because the answer may end the session.
    const clientId = clientIdOf(parts.loginSessions, request);
    const answer = request.isBodyTooLong ? bodyTooLong() : await dispatch(request);
    return inF5Form(parts, isTokenRequest(request) ? answer : withOpenerPolicy(parts, answer, clientId), clientId);
  };
}

function isTokenRequest({ path }: MockRequest): boolean {
  return path === tokenPath;
}

// assumed: the firewall rejects a body that is much too long for a form, like other unusual requests
function bodyTooLong() {
  return html(200, requestRejectedPage(), 'the body is too long', { headers: f5Headers });
}
