import type { Engine } from '../../engine/engine.ts';
import { scenarioDescription } from '../../engine/scenarios/catalogue.ts';
import { chooseScenario, type ScenarioSources } from '../../engine/scenarios/choose-scenario.ts';
import { f5Headers } from '../../wire/f5/f5-headers.ts';
import type { Answer, WireForm } from '../../wire/http/answer.ts';

/** What the functions below use. */
export type PageParts = Pick<Engine, 'chaos' | 'scenarios' | 'state' | 'switches'>;

/**
 * Adds the opener policy that a scenario sets on ANAF's pages. Browsers obey it on redirects too. ANAF has not been observed to send
 * one, so it is only a scenario.
 */
export function withOpenerPolicy(parts: ScenarioSources, answer: Answer, clientId: string | undefined): Answer {
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
 * Sends pages of the F5 as the F5 does. Observed on sister hosts: HTTP/1.0, and no TLS close_notify at the end. The latter breaks only
 * strict clients, so it is a scenario. The JSON of the token endpoint does not come from the F5.
 */
export function inF5Form(parts: PageParts, answer: Answer, clientId: string | undefined): Answer {
  if (answer.kind !== 'http' || answer.headers.Server !== f5Headers.Server) return answer;
  const scenario = chooseScenario(parts, 'closing', { clientId });
  const isHttp10 = parts.switches.loginHttpVersion === '1.0';
  if (!isHttp10 && !scenario) return answer;
  const wire: WireForm = { isHttp10, ...(scenario && { ending: 'unannounced' }) };
  return { ...answer, wire, about: { ...(scenario && { scenario }), ...answer.about } };
}
