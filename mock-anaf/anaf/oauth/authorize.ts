import { randomBytes } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../engine/scenarios/faults.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { authorizeErrorPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, html, redirect } from '../../wire/http/answer.ts';
import { type MockRequest, rawParameter } from '../../wire/http/mock-request.ts';
import {
  hasSessionCookie,
  type LoginSessions,
  type LoginTarget,
  type ShownCertificate,
} from '../login/login-sessions.ts';
import { endedSessionHeaders, sessionFinished, sessionHeaders } from '../login/session-answers.ts';
import { type AuthorizeRequest, addressBack, redirectBack } from './authorize-request.ts';
import { issueCode } from './codes.ts';
import { isAcceptableRedirectUri } from './redirect-uri.ts';

/** What the authorization endpoint uses. */
export type AuthorizeParts = Pick<
  Engine,
  'chaos' | 'clock' | 'events' | 'lifetimes' | 'scenarios' | 'state' | 'switches'
> & {
  readonly loginSessions: LoginSessions;
  /** Whether the loopback HTTP door is open, so that `http:` redirect addresses to this machine are accepted. */
  readonly isPickerOpen: boolean;
};

const path = '/anaf-oauth2/v1/authorize';

/** `GET /anaf-oauth2/v1/authorize`: checks the application, then sends the browser to the certificate step. */
export function authorize(parts: AuthorizeParts, request: MockRequest): Answer {
  const checked = checkRequest(parts, request);
  const scenario = chooseScenario(parts, 'authorize', {
    ...{ clientId: request.query.get('client_id') ?? undefined, endpoint: 'authorize' },
    unmet: 'kind' in checked ? ['valid-request'] : [],
  });
  const answer =
    faultAnswer(parts, scenario) ?? ('kind' in checked ? checked : answerOf(parts, request, checked, scenario));
  return underScenario(answer, scenario, parts.lifetimes);
}

function answerOf(
  parts: AuthorizeParts,
  request: MockRequest,
  checked: AuthorizeRequest,
  scenario: ScenarioName | undefined,
): Answer {
  const session = parts.loginSessions.find(request);
  const target = targetOf(checked, request);
  const isUnknownSession = parts.switches.staleSession === 'finished' && !session && hasSessionCookie(request);
  if (session?.status === 'stale' || isUnknownSession || scenario === 'login-stale-session') {
    return stale(parts, request, target);
  }
  if (scenario === 'login-no-dialog') {
    const headers = endedSessionHeaders();
    return redirectBack(checked, { error: 'access_denied' }, 'no certificate was presented: no dialog', { headers });
  }
  if (session?.accepted && session.status === 'accepted' && session.authorizeAddress === target.authorizeAddress) {
    parts.loginSessions.end(session);
    return finish(parts, checked, session.accepted);
  }
  return start(parts, request, target);
}

/** Runs the checks in order. Until the first two have passed, the browser is never redirected to the given address. */
function checkRequest(parts: AuthorizeParts, request: MockRequest): AuthorizeRequest | Answer {
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
    const reason = 'redirect_uri is not one of the registered addresses';
    return refused('invalid_request', 'redirect_uri is not registered.', reason, expected);
  }
  if (!isAcceptableRedirectUri(redirectUri, parts.isPickerOpen)) {
    return refused('invalid_request', 'redirect_uri must be https.', 'redirect_uri is not https');
  }

  const checked: AuthorizeRequest = {
    clientId,
    redirectUri,
    state: rawParameter(request, 'state'),
    // documented: the parameter is in the query here, and again in the body of the token request
    wantsJwt: query.get('token_content_type') === 'jwt',
    codeChallenge: query.get('code_challenge') ?? undefined,
  };
  if (query.get('response_type') === 'code') return checked;
  // assumed: the general rule of OAuth, because the application is known at this point
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

function targetOf(checked: AuthorizeRequest, { rawQuery }: MockRequest): LoginTarget {
  return {
    clientId: checked.clientId,
    authorizeAddress: `${path}?${rawQuery}`,
    // observed: `access_denied` with the state and without error_description, for every kind of refused certificate
    refusedAddress: addressBack(checked, { error: 'access_denied' }),
  };
}

// observed on sister hosts: a browser without a session gets three cookies and goes to /my.policy
function start(parts: AuthorizeParts, request: MockRequest, target: LoginTarget): Answer {
  const session = parts.loginSessions.open(target);
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect('/my.policy', 'a login session was opened', { headers, about: { clientId: target.clientId } });
}

// reported by clients: an earlier session of the same browser blocks the login until the logout address is visited
function stale(parts: AuthorizeParts, request: MockRequest, target: LoginTarget): Answer {
  const session = parts.loginSessions.find(request) ?? parts.loginSessions.open(target);
  session.status = 'stale';
  const answer = sessionFinished('an old login session of this browser blocks the login');
  return {
    ...answer,
    headers: { ...answer.headers, ...sessionHeaders(session, request, parts.clock.now()) },
    about: { clientId: target.clientId },
  };
}

// documented: 302 to the redirect address with a code of 64 hexadecimal digits
// assumed: the login session ends with the code, so that the next authorization asks for a certificate again
function finish(parts: AuthorizeParts, checked: AuthorizeRequest, certificate: ShownCertificate): Answer {
  const code = issueCode(parts, checked, certificate, randomBytes(32).toString('hex'));
  return redirectBack(checked, { code }, 'a code was issued', {
    headers: endedSessionHeaders(),
    about: { persona: certificate.persona },
  });
}
