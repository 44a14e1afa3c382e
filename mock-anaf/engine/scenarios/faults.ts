import { sessionFinishedPage } from '../../wire/f5/f5-pages.ts';
import { requestRejectedPage, unavailablePage } from '../../wire/f5/fault-pages.ts';
import { type Answer, broken, html, redirect } from '../../wire/http/answer.ts';
import type { Lifetimes } from '../settings/lifetimes.ts';
import type { Switches } from '../settings/switches.ts';
import { type Fault, type ScenarioName, scenarioDescription } from './catalogue.ts';

/** The answer of a scenario whose fault does not depend on the request; `undefined` if the endpoint itself implements the scenario. */
export function faultAnswer(
  { switches }: { readonly switches: Pick<Switches, 'unavailableBody'> },
  scenario: ScenarioName | undefined,
): Answer | undefined {
  const fault = scenario && scenarioDescription(scenario).fault;
  if (!fault) return undefined;
  return { ...answerOf(fault, `scenario ${scenario}`, switches), about: { scenario } };
}

/** Marks an answer with the scenario that affected it, and applies the scenario's delay and ending to an HTTP answer. */
export function underScenario<Given extends Answer>(
  answer: Given,
  scenario: ScenarioName | undefined,
  { slowAnswerSeconds }: Pick<Lifetimes, 'slowAnswerSeconds'>,
): Given {
  if (!scenario) return answer;
  const about = { ...answer.about, scenario };
  if (answer.kind !== 'http') return { ...answer, about };
  const { isSlow, ending } = scenarioDescription(scenario);
  return { ...answer, ...(isSlow && { delaySeconds: slowAnswerSeconds }), ...(ending && { wire: { ending } }), about };
}

function answerOf(fault: Fault, reason: string, { unavailableBody }: Pick<Switches, 'unavailableBody'>): Answer {
  const close = { headers: { Connection: 'close' } };
  switch (fault) {
    case 'request-rejected':
      // observed 2026-07 on a sister host: HTTP 200, this title and text
      return html(200, requestRejectedPage(), reason, close);
    case 'unavailable':
      // assumed: no maintenance page has been captured
      return html(503, unavailableBody === 'empty' ? '' : unavailablePage, reason, close);
    case 'login-redirect':
      // observed 2026-07-05: the gateway redirects paths that it does not route to its login policy
      return redirect('/my.policy', reason, close);
    case 'login-page':
      // observed at /revoke: a gateway failure ends on a page of the login; assumed: the API's gateway does the same
      return html(200, sessionFinishedPage, reason, close);
    default:
      return broken(fault, reason);
  }
}
