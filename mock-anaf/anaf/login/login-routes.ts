import { scenarioDescription } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import type { MockParts } from '../../parts.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { requestRejectedPage } from '../../wire/f5/fault-pages.ts';
import type { WireForm } from '../../wire/http/answer.ts';
import { type Answer, html, redirect } from '../../wire/http/answer.ts';
import { formOf, type MockRequest } from '../../wire/http/mock-request.ts';
import { dispatcher, type Handler, type Route } from '../../wire/http/routes.ts';
import { authorize } from '../oauth/authorize.ts';
import { token } from '../oauth/token.ts';
import { certificateStepRoutes, tlsPolicyRoutes } from './certificate-step.ts';
import { pickerPolicyRoutes } from './picker.ts';

/** Every path of the login, for a TLS door or for the loopback door with the picker. */
export function loginHandler(parts: MockParts, certificateStep: 'tls' | 'picker'): Handler {
  const policy: readonly Route[] = certificateStep === 'tls' ? tlsPolicyRoutes(parts) : pickerPolicyRoutes(parts);
  const dispatch = dispatcher({
    routes: [
      { method: 'GET', path: '/anaf-oauth2/v1/authorize', handle: (request) => authorize(parts, request) },
      { method: 'POST', path: '/anaf-oauth2/v1/token', handle: (request) => token(parts, request) },
      ...policy,
      ...certificateStepRoutes(parts),
    ],
    // observed 2026-07-05: what is not routed, /anaf-oauth2/v1/revoke among it, is redirected to the login policy
    fallback: ({ method, path }, expected) =>
      redirect('/my.policy', `no route for ${method} ${path}`, { headers: f5Headers, expected }),
  });
  const answerOf: Handler = (request) =>
    // assumed: what is far too long for a form is stopped by the same firewall as other oddities
    request.isBodyTooLong
      ? html(200, requestRejectedPage(), 'the body is too long', { headers: f5Headers })
      : dispatch(request);
  return async (request) => {
    // Before the answer, which may end the session.
    const clientId = clientIdOf(parts, request);
    const answer = await answerOf(request);
    const isPage = request.path !== '/anaf-oauth2/v1/token';
    return inF5Form(parts, isPage ? withOpenerPolicy(parts, answer, clientId) : answer, clientId);
  };
}

/** The application for which the browser is at the login: by the address, else by its session. */
function clientIdOf({ loginSessions }: MockParts, request: MockRequest): string | undefined {
  const named = request.query.get('client_id');
  if (named !== null) return named;
  const session = request.method === 'POST' ? formOf(request).get('session') : null;
  return loginSessions.find(request, session ?? undefined)?.request.clientId;
}

/**
 * What an opener policy on ANAF's pages would do to popups: browsers obey the one of a redirect, too. None was ever seen there:
 * it is a scenario.
 */
function withOpenerPolicy(parts: MockParts, answer: Answer, clientId: string | undefined): Answer {
  if (answer.kind !== 'http') return answer;
  const scenario = chooseScenario(parts, 'page', { clientId });
  if (!scenario) return answer;
  const { openerPolicy } = scenarioDescription(scenario);
  return {
    ...answer,
    headers: { ...answer.headers, ...(openerPolicy && { 'Cross-Origin-Opener-Policy': openerPolicy }) },
    about: { scenario, ...answer.about },
  };
}

/**
 * How the F5 writes its own pages. Observed on sister hosts: HTTP/1.0, and that it closes without close_notify; the latter
 * troubles strict clients only, and is a scenario. OAuth's JSON is not the F5's page.
 */
function inF5Form(parts: MockParts, answer: Answer, clientId: string | undefined): Answer {
  if (answer.kind !== 'http' || answer.headers.Server !== f5Headers.Server) return answer;
  const scenario = chooseScenario(parts, 'closing', { clientId });
  const isHttp10 = parts.switches.loginHttpVersion === '1.0';
  if (!isHttp10 && !scenario) return answer;
  const wire: WireForm = { isHttp10, ...(scenario && { ending: 'unannounced' }) };
  return { ...answer, wire, about: { ...(scenario && { scenario }), ...answer.about } };
}
