import { randomBytes } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import { type ScenarioName, scenarioDescription } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../engine/scenarios/faults.ts';
import { judgeCertificate, type Verdict } from '../../engine/state/judge-certificate.ts';
import type { Person } from '../../engine/state/mock-state.ts';
import { type Answer, redirect } from '../../wire/http/answer.ts';
import type { MockRequest, PresentedCertificate } from '../../wire/http/mock-request.ts';
import type { LoginSession, LoginSessions } from './login-sessions.ts';
import { endedSessionHeaders, sessionHeaders } from './session-answers.ts';

/** What `settle` uses. */
export type SettleParts = Pick<
  Engine,
  'chaos' | 'clock' | 'events' | 'lifetimes' | 'scenarios' | 'state' | 'switches'
> & { readonly loginSessions: LoginSessions };

/** The verdict on a certificate after a scenario has been applied. It determines where the browser goes. */
type Outcome =
  | Extract<Verdict, { accepted: true }>
  | {
      readonly accepted: false;
      readonly reason: string;
      readonly person?: Person | undefined;
      /** Whether the application gets `error=access_denied`. If not, the browser stays on a page of the F5. */
      readonly isSentBack: boolean;
    };

/** Judges the presented certificate and redirects the browser. Every kind of certificate step ends here. */
export function settle(
  parts: SettleParts,
  request: MockRequest,
  session: LoginSession,
  presented: PresentedCertificate | undefined,
): Answer {
  const verdict = judgeCertificate(presented, parts.state, parts.clock.now());
  const persona = verdict.person?.name;
  const scenario = chooseScenario(parts, 'certificate', {
    ...{ clientId: session.clientId, persona, endpoint: 'my.policy' },
    unmet: verdict.accepted ? ['refused-certificate'] : [],
  });
  const answer = faultAnswer(parts, scenario) ?? answerTo(parts, request, session, outcomeOf(verdict, scenario));
  const about = { ...answer.about, ...(persona !== undefined && { persona }) };
  return underScenario({ ...answer, about }, scenario, parts.lifetimes);
}

function outcomeOf(verdict: Verdict, scenario: ScenarioName | undefined): Outcome {
  const effect = scenario && scenarioDescription(scenario).certificate;
  const { person } = verdict;
  if (effect === 'lost') {
    return { accepted: false, reason: 'the certificate did not reach the login', person, isSentBack: false };
  }
  if (!verdict.accepted) return { ...verdict, isSentBack: effect !== 'not-sent-back' };
  if (effect === 'refused') {
    return { accepted: false, reason: 'the scenario refuses every certificate', person, isSentBack: true };
  }
  return verdict;
}

function answerTo(parts: SettleParts, request: MockRequest, session: LoginSession, outcome: Outcome): Answer {
  const { accepted, person } = outcome;
  const reason = accepted ? 'the certificate was accepted' : outcome.reason;
  const { clientId } = session;
  parts.events.emit('certificate-judged', { clientId, accepted, reason, ...(person && { persona: person.name }) });
  if (!accepted) return refuse(parts.loginSessions, session, reason, outcome.isSentBack);

  session.status = 'accepted';
  session.accepted = { persona: outcome.person.name, serial: outcome.serial };
  // observed on sister hosts: with an accepted certificate the browser returns to its original address through /my.policy_nonce
  const nonce = randomBytes(16).toString('hex');
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect(`/my.policy_nonce?nonce=${nonce}`, reason, { headers });
}

function refuse(loginSessions: LoginSessions, session: LoginSession, reason: string, isSentBack: boolean): Answer {
  loginSessions.end(session);
  const headers = endedSessionHeaders();
  // observed on sister hosts: without a certificate the login ends on a page of the F5
  if (!isSentBack) return redirect('/vdesk/hangup.php3', reason, { headers });
  return redirect(session.refusedAddress, reason, { headers, about: { clientId: session.clientId } });
}
