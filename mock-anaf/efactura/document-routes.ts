import { type Answer, type HttpAnswer, json } from '../http/answer.ts';
import type { MockRequest } from '../http/mock-request.ts';
import type { Route } from '../http/routes.ts';
import type { MockParts } from '../parts.ts';
import type { ScenarioName } from '../scenarios/catalogue.ts';
import { chooseScenario } from '../scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../scenarios/faults.ts';
import { factsOf, identifyCaller } from './caller.ts';
import { gatewayRefusal, needCaller, tooManyCalls, unauthorized } from './endpoint.ts';
import { overLimit } from './over-limit.ts';
import { checkSignature } from './signature-check.ts';
import { nok, transform, validate } from './validation.ts';

/** What a host asks for. Documented: a token at `api.anaf.ro`, nothing at `webservicesp.anaf.ro`. */
type Access = 'token' | 'nothing';

interface DocumentMethod {
  /** The last fixed part of its path. */
  readonly endpoint: 'validare' | 'transformare' | 'signature';
  readonly handle: Route['handle'];
}

const production = '/prod/FCTEL/rest';

/** The methods that look at a document of nobody's: no company is in them, and nothing is kept. */
export function documentRoutes(parts: MockParts, access: Access): readonly Route[] {
  const post = (path: string, endpoint: DocumentMethod['endpoint'], handle: Route['handle']): Route => {
    return { method: 'POST', path, handle: guardedDocument(parts, access, { endpoint, handle }) };
  };
  return [
    post('/api/validate/signature', 'signature', (request) => checkSignature(parts, request)),
    post(`${production}/validare/{standard}`, 'validare', (request, { standard = '' }) =>
      validate(parts, request, standard),
    ),
    post(`${production}/transformare/{standard}`, 'transformare', (request, { standard = '' }) =>
      transform(parts, request, standard, true),
    ),
    post(`${production}/transformare/{standard}/DA`, 'transformare', (request, { standard = '' }) =>
      transform(parts, request, standard, false),
    ),
    ...(['validare', 'transformare'] as const).flatMap((name) => [
      post(`${production}/${name}/`, name, (request) =>
        notFound(parts, request, `${name} needs a standard in its path`),
      ),
      ...['{standard}', '{standard}/DA'].map((rest) =>
        post(`/test/FCTEL/rest/${name}/${rest}`, name, (request) =>
          notFound(parts, request, `${name} exists only under /prod`),
        ),
      ),
    ]),
  ];
}

/** Puts the gateway, where there is one, and the scenarios of the API in front of a method. */
function guardedDocument(parts: MockParts, access: Access, { endpoint, handle }: DocumentMethod): Route['handle'] {
  return async (request, parameters) => {
    const identified = access === 'token' ? identifyCaller(parts, request) : undefined;
    const caller = identified && 'caller' in identified ? identified.caller : undefined;
    const scenario = chooseScenario(parts, 'api', {
      ...{ clientId: caller?.grant.clientId, persona: caller?.grant.persona, endpoint },
      unaffectedBy: unaffectedBy(access, caller !== undefined),
    });
    const refused =
      faultAnswer(parts, scenario) ??
      (identified ? gatewayRefusal(parts, scenario, identified, unauthorized) : limitRefusal(parts, scenario)) ??
      tooManyCalls(parts, caller) ??
      technicalError(parts, scenario);
    const answer = refused ?? (await handle(request, parameters));
    const about = { ...answer.about, ...(caller && factsOf(caller)) };
    return underScenario({ ...answer, about }, scenario, parts.lifetimes);
  };
}

function unaffectedBy(access: Access, isCallerKnown: boolean): readonly ScenarioName[] {
  if (access === 'nothing') return ['api-unauthorized', 'api-forbidden'];
  return isCallerKnown ? [] : needCaller;
}

function limitRefusal(parts: MockParts, scenario: ScenarioName | undefined): Answer | undefined {
  return scenario === 'api-limit' ? overLimit(parts, 'scenario api-limit') : undefined;
}

function technicalError(parts: MockParts, scenario: ScenarioName | undefined): Answer | undefined {
  return scenario === 'api-technical-error' ? nok(parts, ['A aparut o eroare tehnica. Cod: 1814']) : undefined;
}

// observed 2026-07-02: under /test these two do not exist; the form of the body is documented
function notFound({ clock }: MockParts, { path }: MockRequest, reason: string): HttpAnswer {
  const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
  return json(404, { timestamp, status: 404, error: 'Not Found', path: path.replace(/^\/(test|prod)/, '') }, reason);
}
