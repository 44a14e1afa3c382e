import { sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { requestRejectedPage, unavailablePage } from '../../wire/f5/fault-pages.ts';
import type { WireForm } from '../../wire/http/answer.ts';
import { type Answer, broken, html, redirect } from '../../wire/http/answer.ts';
import type { Lifetimes } from '../settings/lifetimes.ts';
import type { Switches } from '../settings/switches.ts';
import type { ScenarioName } from './catalogue.ts';

/** The answer of a scenario that needs nothing of the request; `undefined` for those that their own step plays. */
export function faultAnswer(
  { switches }: { readonly switches: Switches },
  scenario: ScenarioName | undefined,
): Answer | undefined {
  const answer = scenario && plainFault(scenario, switches);
  return answer && { ...answer, about: { ...answer.about, scenario } };
}

/** Marks an answer with the scenario under which it was given, and holds it back under the slow ones. */
export function underScenario<Given extends Answer>(
  answer: Given,
  scenario: ScenarioName | undefined,
  { slowAnswerSeconds }: Lifetimes,
): Given {
  if (!scenario) return answer;
  const delay = answer.kind === 'http' && scenario.endsWith('-slow') ? { delaySeconds: slowAnswerSeconds } : {};
  const ending = answer.kind === 'http' ? endingOf(scenario) : undefined;
  return { ...answer, ...delay, ...(ending && { wire: { ending } }), about: { ...answer.about, scenario } };
}

function endingOf(scenario: ScenarioName): WireForm['ending'] {
  if (scenario.endsWith('-truncated')) return 'cut';
  return scenario.endsWith('-bad-chunk') ? 'garbage' : undefined;
}

function plainFault(scenario: ScenarioName, { unavailableBody }: Switches): Answer | undefined {
  const reason = `scenario ${scenario}`;
  const close = { headers: { Connection: 'close' } };
  switch (scenario) {
    case 'login-waf':
    case 'token-waf':
    case 'api-waf':
      // observed 2026-07 on a sister host: HTTP 200, this title and text
      return html(200, requestRejectedPage(), reason, close);
    case 'login-unavailable':
    case 'token-unavailable':
    case 'api-unavailable':
      // assumed: no maintenance page was ever captured
      return html(503, unavailableBody === 'empty' ? '' : unavailablePage, reason, close);
    case 'login-reset':
    case 'login-certificate-reset':
    case 'token-reset':
    case 'api-reset':
      return broken('reset', reason);
    case 'login-empty':
    case 'token-empty':
    case 'api-empty':
      return broken('empty', reason);
    case 'login-garbage':
    case 'token-garbage':
    case 'api-garbage':
      return broken('garbage', reason);
    case 'login-hang':
    case 'login-certificate-hang':
    case 'token-hang':
    case 'api-hang':
      return broken('hang', reason);
    case 'token-html':
      // observed 2026-07-05: what the gateway does not route it redirects to its login policy
      return redirect('/my.policy', reason, close);
    case 'api-html':
      // observed at /revoke: trouble at the gateway ends on a page of the login; that the API's gateway does it is assumed
      return html(200, sessionFinishedPage, reason, close);
    default:
      return undefined;
  }
}
