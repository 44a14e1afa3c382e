import type { ScenarioName } from '../../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../../engine/scenarios/faults.ts';
import type { MockParts } from '../../../parts.ts';
import { type Answer, broken, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Route } from '../../../wire/http/routes.ts';
import { type CallerResult, factsOf } from '../gateway/caller.ts';
import { gatewayRefusal, needCaller, technicalErrorText, tooManyCalls } from '../gateway/endpoint.ts';
import { overLimit } from '../gateway/over-limit.ts';
import { checkSignature } from './signature-check.ts';
import { nok, transform, validate } from './validation.ts';

/**
 * How a host finds out who calls. Documented: by a token at `api.anaf.ro`, by a certificate at `webserviceapl.anaf.ro`; at
 * `webservicesp.anaf.ro` anybody may.
 */
export interface Gate {
  readonly identify: (request: MockRequest) => CallerResult | 'hung-up' | Promise<CallerResult | 'hung-up'>;
  /** How it words that it does not know who calls. */
  readonly refuse: (reason: string) => HttpAnswer;
}

interface DocumentMethod {
  /** The last fixed part of its path. */
  readonly endpoint: 'validare' | 'transformare' | 'signature';
  readonly handle: Route['handle'];
}

const production = '/prod/FCTEL/rest';

/** `POST /api/validate/signature`. */
export function signatureRoute(parts: MockParts, gate: Gate | undefined): Route {
  const handle: Route['handle'] = (request) => checkSignature(parts, request);
  return {
    method: 'POST',
    path: '/api/validate/signature',
    handle: guardedDocument(parts, gate, { endpoint: 'signature', handle }),
  };
}

/**
 * `validare` and `transformare`: they look at a document, no company is in them, and nothing is kept.
 * @param gate `undefined`: anybody may call
 */
export function documentRoutes(parts: MockParts, gate: Gate | undefined): readonly Route[] {
  const post = (path: string, endpoint: DocumentMethod['endpoint'], handle: Route['handle']): Route => {
    return { method: 'POST', path, handle: guardedDocument(parts, gate, { endpoint, handle }) };
  };
  return [
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
      ...['{standard}', '{standard}/DA'].flatMap((rest) => {
        const nowhere = post(`/test/FCTEL/rest/${name}/${rest}`, name, (request) =>
          notFound(parts, request, `${name} exists only under /prod`),
        );
        return [nowhere, { ...nowhere, method: 'GET' }];
      }),
    ]),
  ];
}

/** Puts the gateway, where there is one, and the scenarios of the API in front of a method. */
function guardedDocument(parts: MockParts, gate: Gate | undefined, method: DocumentMethod): Route['handle'] {
  const { endpoint, handle } = method;
  return async (request, parameters) => {
    const identified = await gate?.identify(request);
    if (identified === 'hung-up') return broken('reset', 'the client hung up over the certificate');
    const caller = identified && 'caller' in identified ? identified.caller : undefined;
    const scenario = chooseScenario(parts, 'api', {
      ...{ clientId: caller?.grant.clientId, persona: caller?.grant.persona, endpoint },
      unaffectedBy: unaffectedBy(gate, caller !== undefined),
    });
    const refused =
      faultAnswer(parts, scenario) ??
      (gate && identified ? gatewayRefusal(parts, scenario, identified, gate.refuse) : limitRefusal(parts, scenario)) ??
      tooManyCalls(parts, caller) ??
      technicalError(parts, scenario);
    const answer = refused ?? (await handle(request, parameters));
    const about = { ...answer.about, ...(caller && factsOf(caller)) };
    return underScenario({ ...answer, about }, scenario, parts.lifetimes);
  };
}

function unaffectedBy(gate: Gate | undefined, isCallerKnown: boolean): readonly ScenarioName[] {
  if (!gate) return ['api-unauthorized', 'api-forbidden'];
  return isCallerKnown ? [] : needCaller;
}

function limitRefusal(parts: MockParts, scenario: ScenarioName | undefined): Answer | undefined {
  return scenario === 'api-limit' ? overLimit(parts, 'scenario api-limit') : undefined;
}

function technicalError(parts: MockParts, scenario: ScenarioName | undefined): Answer | undefined {
  return scenario === 'api-technical-error' ? nok(parts, [technicalErrorText]) : undefined;
}

// observed 2026-07-02: under /test these two do not exist; the form of the body is documented
function notFound({ clock }: MockParts, { path }: MockRequest, reason: string): HttpAnswer {
  const timestamp = new Date(clock.now() * 1000).toISOString().replace('Z', '+00:00');
  return json(404, { timestamp, status: 404, error: 'Not Found', path: path.replace(/^\/(test|prod)/, '') }, reason);
}
