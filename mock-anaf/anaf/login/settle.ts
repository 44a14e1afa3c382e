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

export type SettleParts = Pick<
  Engine,
  'chaos' | 'clock' | 'events' | 'lifetimes' | 'scenarios' | 'state' | 'switches'
> & { readonly loginSessions: LoginSessions };

/** What becomes of the browser: the verdict on its certificate, changed by a scenario. */
type Outcome =
  | Extract<Verdict, { accepted: true }>
  | {
      readonly accepted: false;
      readonly reason: string;
      readonly person?: Person | undefined;
      /** The browser stays on a page of the F5, and the application is not told. */
      readonly isStranded: boolean;
    };

/** Judges the certificate that was presented and sends the browser on. Every kind of certificate step ends here. */
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
    lacks: verdict.accepted ? ['refused-certificate'] : [],
  });
  const answer = faultAnswer(parts, scenario) ?? answerTo(parts, request, session, outcomeOf(verdict, scenario));
  const about = { ...answer.about, ...(persona !== undefined && { persona }) };
  return underScenario({ ...answer, about }, scenario, parts.lifetimes);
}

function outcomeOf(verdict: Verdict, scenario: ScenarioName | undefined): Outcome {
  const effect = scenario && scenarioDescription(scenario).certificate;
  const { person } = verdict;
  if (effect === 'lost') {
    return { accepted: false, reason: 'the certificate did not reach the login', person, isStranded: true };
  }
  if (!verdict.accepted) return { ...verdict, isStranded: effect === 'stranded' };
  if (effect === 'refused') {
    return { accepted: false, reason: 'the scenario refuses every certificate', person, isStranded: false };
  }
  return verdict;
}

function answerTo(parts: SettleParts, request: MockRequest, session: LoginSession, outcome: Outcome): Answer {
  const { accepted, person } = outcome;
  const reason = accepted ? 'the certificate was accepted' : outcome.reason;
  const { clientId } = session;
  parts.events.emit('certificate-judged', { clientId, accepted, reason, ...(person && { persona: person.name }) });
  if (!accepted) return refuse(parts.loginSessions, session, reason, outcome.isStranded);

  session.status = 'accepted';
  session.accepted = { persona: outcome.person.name, serial: outcome.serial };
  // observed on sister hosts: after a good certificate the browser returns by /my.policy_nonce to the address it came from
  const nonce = randomBytes(16).toString('hex');
  const headers = sessionHeaders(session, request, parts.clock.now());
  return redirect(`/my.policy_nonce?nonce=${nonce}`, reason, { headers });
}

function refuse(loginSessions: LoginSessions, session: LoginSession, reason: string, isStranded: boolean): Answer {
  loginSessions.end(session);
  const headers = endedSessionHeaders();
  // observed on sister hosts: without a certificate the F5 ends on a page of its own
  if (isStranded) return redirect('/vdesk/hangup.php3', reason, { headers });
  return redirect(session.refusedAddress, reason, { headers, about: { clientId: session.clientId } });
}
