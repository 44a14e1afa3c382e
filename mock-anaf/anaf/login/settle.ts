import { randomBytes } from 'node:crypto';
import type { ScenarioName } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../engine/scenarios/faults.ts';
import type { MockParts } from '../../parts.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import { sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { type Answer, type HttpAnswer, html, redirect } from '../../wire/http/answer.ts';
import type { MockRequest, PresentedCertificate } from '../../wire/http/mock-request.ts';
import { redirectBack } from '../oauth/authorize-request.ts';
import { judgeCertificate, type Verdict } from './judge.ts';
import { endedSessionHeaders, type LoginSession, type ShownCertificate, sessionHeaders } from './login-sessions.ts';

/** Judges what was presented and sends the browser on. All doors end here. */
export function settle(
  parts: MockParts,
  request: MockRequest,
  session: LoginSession,
  presented: PresentedCertificate | undefined,
): Answer {
  const verdict = judgeCertificate(presented, parts.state, parts.clock.now());
  const { clientId } = session.request;
  const persona = verdict.person?.name;
  const lacks = verdict.accepted ? (['refused-certificate'] as const) : [];
  const scenario = chooseScenario(parts, 'certificate', { clientId, persona, endpoint: 'my.policy', lacks });
  const answer = faultAnswer(parts, scenario) ?? answerOf(parts, request, session, verdict, scenario);
  const about = { ...answer.about, ...(persona !== undefined && { persona }) };
  return underScenario({ ...answer, about }, scenario, parts.lifetimes);
}

function answerOf(
  parts: MockParts,
  request: MockRequest,
  session: LoginSession,
  verdict: Verdict,
  scenario: ScenarioName | undefined,
): Answer {
  const { clientId } = session.request;
  const persona = verdict.person?.name;
  const refusal = refusalOf(verdict, scenario);
  const reason = refusal ?? 'the certificate was accepted';
  const accepted = refusal === undefined;
  parts.events.emit('certificate-judged', { clientId, accepted, reason, ...(persona !== undefined && { persona }) });
  if (verdict.accepted && accepted) {
    return accept(parts, request, session, { persona: verdict.person.name, serial: verdict.serial });
  }
  const isStranding = scenario === 'login-stranded' || scenario === 'login-certificate-lost';
  return refuse(parts, session, reason, isStranding);
}

function refusalOf(verdict: Verdict, scenario: ScenarioName | undefined): string | undefined {
  if (scenario === 'login-certificate-lost') return 'the certificate did not reach the login';
  if (!verdict.accepted) return verdict.reason;
  const isDenying = scenario === 'login-denied' || scenario === 'login-denied-slow';
  return isDenying ? 'the scenario refuses every certificate' : undefined;
}

function accept(parts: MockParts, request: MockRequest, session: LoginSession, certificate: ShownCertificate): Answer {
  session.status = 'accepted';
  session.accepted = certificate;
  // observed on sister hosts: after a good certificate the browser goes by /my.policy_nonce to where it came from
  const nonce = randomBytes(16).toString('hex');
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect(`/my.policy_nonce?nonce=${nonce}`, 'the certificate was accepted', { headers });
}

function refuse(parts: MockParts, session: LoginSession, reason: string, isStranding: boolean): Answer {
  parts.loginSessions.end(session);
  const headers = endedSessionHeaders();
  // observed on sister hosts: without certificate the F5 hangs up on a page of its own
  if (isStranding) return redirect('/vdesk/hangup.php3', reason, { headers });
  // observed: `access_denied` with the state and without error_description, whatever was wrong
  return redirectBack(session.request, { error: 'access_denied' }, reason, { headers });
}

// observed: the words; assumed: that they also answer whoever comes to the certificate step without a session
export function sessionFinished(reason: string): HttpAnswer {
  return html(200, sessionFinishedPage, reason, { headers: f5Headers });
}
