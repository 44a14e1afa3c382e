import type { ScenarioName } from '../../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../../engine/scenarios/faults.ts';
import type { MockParts } from '../../../parts.ts';
import { type Answer, type HttpAnswer, text } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { type Caller, type CallerResult, factsOf, identifyCaller } from './caller.ts';
import { serialWithoutColons } from './certificate-serial.ts';
import { forbidden, needCaller, tooManyCalls, unauthorized } from './endpoint.ts';
import { overLimit } from './over-limit.ts';

/**
 * `GET /TestOauth/jaxrs/hello?name=…`: says that a token is alive, nothing about any company. Documented with this layout;
 * assumed: every valid token will do, with or without e-Factura.
 */
export function hello(parts: MockParts, request: MockRequest): Answer {
  const identified = identifyCaller(parts, request);
  const caller = 'caller' in identified ? identified.caller : undefined;
  const scenario = chooseScenario(parts, 'api', {
    ...{ clientId: caller?.grant.clientId, persona: caller?.grant.persona, endpoint: 'hello' },
    unaffectedBy: caller ? [] : needCaller,
  });
  const answer = faultAnswer(parts, scenario) ?? answerOf(parts, request, identified, scenario);
  const about = { ...answer.about, ...(caller && factsOf(caller)) };
  return underScenario({ ...answer, about }, scenario, parts.lifetimes);
}

function answerOf(
  parts: MockParts,
  request: MockRequest,
  identified: CallerResult,
  scenario: ScenarioName | undefined,
): HttpAnswer {
  if (scenario === 'api-limit') return overLimit(parts, 'scenario api-limit');
  if (scenario === 'api-unauthorized') return unauthorized('scenario api-unauthorized');
  if ('refusal' in identified) return unauthorized(identified.refusal);
  if (scenario === 'api-forbidden') return forbidden('scenario api-forbidden');
  return tooManyCalls(parts, identified.caller) ?? greeting(request, identified.caller);
}

function greeting(request: MockRequest, { grant }: Caller): HttpAnswer {
  const shown: Record<string, string> = {
    Accept: request.headers.accept ?? '',
    Authorization: request.headers.authorization ?? '',
    Host: request.headers.host ?? '',
    issuer: grant.issuer,
    serial_certificate: serialWithoutColons(grant),
    'session-id': grant.id,
    'session-key': grant.id,
    'User-Agent': request.headers['user-agent'] ?? '',
  };
  const lines = Object.entries(shown).map(([key, value]) => `key=${key} \nval=[${value}] `);
  const body = `Hello, "${request.query.get('name') ?? ''}" \nheaders=${lines.join('\n')}`;
  return text(200, body, 'the token is good');
}
