import { randomBytes } from 'node:crypto';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../engine/scenarios/faults.ts';
import type { MockParts } from '../../parts.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { authorizeErrorPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, html, redirect } from '../../wire/http/answer.ts';
import { type MockRequest, rawParameter } from '../../wire/http/mock-request.ts';
import { endedSessionHeaders, hasSessionCookie, type LoginSession, sessionHeaders } from '../login/login-sessions.ts';
import { sessionFinished } from '../login/settle.ts';
import { type AuthorizeRequest, redirectBack } from './authorize-request.ts';
import { issueCode } from './codes.ts';
import { isAcceptableRedirectUri } from './redirect-uri.ts';

const path = '/anaf-oauth2/v1/authorize';

/** `GET /anaf-oauth2/v1/authorize`: checks the application, then sends the browser to show its certificate. */
export function authorize(parts: MockParts, request: MockRequest): Answer {
  const clientId = request.query.get('client_id') ?? undefined;
  const checked = checkRequest(parts, request);
  const lacks = 'kind' in checked ? (['valid-request'] as const) : [];
  const scenario = chooseScenario(parts, 'authorize', { clientId, endpoint: 'authorize', lacks });
  const answer = faultAnswer(parts, scenario) ?? answerOf(parts, request, checked, scenario);
  return underScenario(answer, scenario, parts.lifetimes);
}

function answerOf(
  parts: MockParts,
  request: MockRequest,
  checked: AuthorizeRequest | Answer,
  scenario: ScenarioName | undefined,
): Answer {
  const session = parts.loginSessions.find(request);
  if ('kind' in checked) return checked;
  const isOld = parts.switches.staleSession === 'finished' && !session && hasSessionCookie(request);
  if (session?.status === 'stale' || isOld || scenario === 'login-stale-session') return stale(parts, request, checked);
  if (scenario === 'login-no-dialog') {
    const headers = endedSessionHeaders();
    return redirectBack(checked, { error: 'access_denied' }, 'no certificate was presented: no dialog', { headers });
  }

  const address = `${path}?${request.rawQuery}`;
  if (session?.status === 'accepted' && session.authorizeAddress === address) return finish(parts, session);
  return start(parts, request, checked, address);
}

/** The checks in their order. Until both of the first passed, the browser is never sent to the address that was given. */
function checkRequest(parts: MockParts, request: MockRequest): AuthorizeRequest | Answer {
  const { query } = request;
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  const client = parts.state.clients.find((one) => one.clientId === clientId);
  if (!client) {
    const expected = parts.state.clients.map((one) => `client_id=${one.clientId}`);
    return refused('invalid_client', 'Client identifier is not registered.', 'unknown client_id', expected);
  }
  if (!client.redirectUris.includes(redirectUri)) {
    const expected = client.redirectUris.map((address) => `redirect_uri=${address}`);
    const reason = 'redirect_uri is none of the registered ones';
    return refused('invalid_request', 'redirect_uri is not registered.', reason, expected);
  }
  if (!isAcceptableRedirectUri(redirectUri, parts.isPickerOpen)) {
    return refused('invalid_request', 'redirect_uri must be https.', 'redirect_uri is not https');
  }

  const checked: AuthorizeRequest = {
    clientId,
    redirectUri,
    state: rawParameter(request, 'state'),
    // documented: the parameter stands in the query here, and again in the body of the token request
    wantsJwt: query.get('token_content_type') === 'jwt',
    codeChallenge: query.get('code_challenge') ?? undefined,
  };
  if (query.get('response_type') === 'code') return checked;
  // assumed: the general rule of OAuth, as the application is known by now
  return redirectBack(checked, { error: 'unsupported_response_type' }, 'response_type is not "code"', {
    headers: f5Headers,
    expected: ['response_type=code'],
  });
}

function refused(error: string, description: string, reason: string, expected?: readonly string[]): Answer {
  return html(400, authorizeErrorPage(error, description), reason, {
    headers: f5Headers,
    ...(expected && { expected }),
  });
}

// observed on sister hosts: a cold request gets three cookies and goes to /my.policy
function start(parts: MockParts, request: MockRequest, checked: AuthorizeRequest, address: string): Answer {
  const session = parts.loginSessions.open(checked, address);
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect('/my.policy', 'a login session was opened', { headers, about: { clientId: checked.clientId } });
}

// told by clients: an earlier session of the same browser stands in the way until it is ended by the logout address
function stale(parts: MockParts, request: MockRequest, checked: AuthorizeRequest): Answer {
  const session = parts.loginSessions.find(request) ?? parts.loginSessions.open(checked, '');
  session.status = 'stale';
  const answer = sessionFinished('an old login session of this browser stands in the way');
  return {
    ...answer,
    headers: { ...answer.headers, ...sessionHeaders(session, request, parts.clock.now()) },
    about: { clientId: checked.clientId },
  };
}

// documented: 302 to the redirect address with a code of 64 hexadecimal digits
// assumed: the login session ends with the code, so that the next authorization asks for a certificate again
function finish(parts: MockParts, session: LoginSession): Answer {
  parts.loginSessions.end(session);
  const certificate = session.accepted ?? { persona: '', serial: '' };
  const { persona } = certificate;
  const code = issueCode(parts, session.request, certificate, randomBytes(32).toString('hex'));
  return redirectBack(session.request, { code }, 'a code was issued', {
    headers: endedSessionHeaders(),
    about: { persona },
  });
}
