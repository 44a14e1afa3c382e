import { randomBytes } from 'node:crypto';
import { type Answer, type HttpAnswer, html, redirect } from '../http/answer.ts';
import type { MockRequest, PresentedCertificate } from '../http/mock-request.ts';
import { redirectBack } from '../oauth/authorize-request.ts';
import type { MockParts } from '../parts.ts';
import { sessionFinishedPage } from './f5-pages.ts';
import { judgeCertificate, type Verdict } from './judge.ts';
import { endedSessionHeaders, f5Headers, type LoginSession, sessionHeaders } from './login-sessions.ts';

/** Judges what was presented and sends the browser on. All doors end here. */
export function settle(
  parts: MockParts,
  request: MockRequest,
  session: LoginSession,
  presented: PresentedCertificate | undefined,
): Answer {
  const verdict = judgeCertificate(presented, parts.state, parts.clock.now());
  const scenario = parts.scenarios.take('certificate', {
    clientId: session.request.clientId,
    persona: verdict.person?.name,
  });
  const about = { ...(verdict.person && { persona: verdict.person.name }), ...(scenario && { scenario }) };
  const isAccepted = verdict.accepted && scenario !== 'login-denied';
  const reason = isAccepted ? 'the certificate was accepted' : refusalReason(verdict);
  const persona = verdict.person?.name;
  const { clientId } = session.request;
  parts.events.emit('certificate-judged', { clientId, accepted: isAccepted, reason, ...(persona && { persona }) });
  if (verdict.accepted && isAccepted) return accept(parts, request, session, verdict.person.name, about);
  return refuse(parts, session, reason, scenario === 'login-stranded', about);
}

function accept(
  parts: MockParts,
  request: MockRequest,
  session: LoginSession,
  persona: string,
  about: Record<string, string>,
): Answer {
  session.status = 'accepted';
  session.persona = persona;
  // observed on sister hosts: after a good certificate the browser goes by /my.policy_nonce to where it came from
  const nonce = randomBytes(16).toString('hex');
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect(`/my.policy_nonce?nonce=${nonce}`, 'the certificate was accepted', { headers, about });
}

function refuse(
  parts: MockParts,
  session: LoginSession,
  reason: string,
  isStranding: boolean,
  about: Record<string, string>,
): Answer {
  parts.loginSessions.end(session);
  const headers = endedSessionHeaders();
  // observed on sister hosts: without certificate the F5 hangs up on a page of its own
  if (isStranding) return redirect('/vdesk/hangup.php3', reason, { headers, about });
  // observed: `access_denied` with the state and without error_description, whatever was wrong
  return redirectBack(session.request, { error: 'access_denied' }, reason, { headers, about });
}

function refusalReason(verdict: Verdict): string {
  return verdict.accepted ? 'the scenario refuses every certificate' : verdict.reason;
}

// observed: the words; assumed: that they also answer whoever comes to the certificate step without a session
export function sessionFinished(reason: string): HttpAnswer {
  return html(200, sessionFinishedPage, reason, { headers: f5Headers });
}
