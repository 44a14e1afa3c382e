import type { ScenarioName } from '../../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../../engine/scenarios/faults.ts';
import type { Environment } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type Answer, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Handler } from '../../../wire/http/routes.ts';
import { longTime } from '../messages/romanian-time.ts';
import { type Caller, type CallerResult, factsOf, identifyCaller } from './caller.ts';
import { overLimit } from './over-limit.ts';

export interface EndpointCall {
  readonly request: MockRequest;
  readonly caller: Caller;
  readonly environment: Environment;
}

/** One method of the API: what it does, and how it words a refusal (always HTTP 200). */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly name: string;
  handle(parts: MockParts, call: EndpointCall): HttpAnswer;
  refuse(parts: MockParts, message: string, reason: string): HttpAnswer;
}

/** Puts token, service and scenarios in front of an endpoint. */
export function guarded(parts: MockParts, endpoint: Endpoint, environment: Environment): Handler {
  return (request) => answerCall(parts, endpoint, environment, request, identifyCaller(parts, request), unauthorized);
}

/** @param refuse how the gateway words that it does not know who calls */
export function answerCall(
  parts: MockParts,
  endpoint: Endpoint,
  environment: Environment,
  request: MockRequest,
  identified: CallerResult,
  refuse: (reason: string) => HttpAnswer,
): Answer {
  const caller = 'caller' in identified ? identified.caller : undefined;
  const scenario = takeScenario(parts, endpoint, request, caller);
  const refused =
    faultAnswer(parts, scenario) ?? gatewayRefusal(parts, scenario, identified, refuse) ?? tooManyCalls(parts, caller);
  if (refused) return withCaller(underScenario(refused, scenario, parts.lifetimes), caller, request);
  if (!caller) throw new Error('a call without caller passed the gateway');
  const call = { request, caller: withRightsOf(caller, scenario), environment };
  const answer = answerOf(parts, endpoint, call, scenario);
  return withCaller(underScenario(answer, scenario, parts.lifetimes), caller, request);
}

/** The gateway's 401 and 403, which come before any endpoint. */
export function gatewayRefusal(
  parts: MockParts,
  scenario: ScenarioName | undefined,
  identified: CallerResult,
  refuse: (reason: string) => HttpAnswer,
): Answer | undefined {
  if (scenario === 'api-limit') return overLimit(parts, 'scenario api-limit');
  if (scenario === 'api-unauthorized') return refuse('scenario api-unauthorized');
  if ('refusal' in identified) return refuse(identified.refusal);
  if (scenario === 'api-forbidden') return forbidden('scenario api-forbidden');
  if (identified.caller.grant.services.includes('EFACTURA')) return undefined;
  return forbidden('the application was registered without the service E-Factura');
}

// documented: 1000 calls a minute over all methods, then HTTP 429. Assumed: of one application with one certificate
export function tooManyCalls(parts: MockParts, caller: Caller | undefined): HttpAnswer | undefined {
  if (!caller) return undefined;
  const { clock, callLimit, limits } = parts;
  const { clientId, persona } = caller.grant;
  if (callLimit.take(`${clientId ?? 'certificate'} ${persona}`, clock.now(), limits.callsPerMinute)) return undefined;
  return overLimit(parts, 'more calls than a minute allows');
}

// observed 2025-12: this body, `status` a string, and the header. Assumed: what the realm is called
export function unauthorized(reason: string): HttpAnswer {
  return json(401, { message: 'Unauthorized', status: '401' }, reason, {
    headers: { 'WWW-Authenticate': 'Bearer realm="api.anaf.ro", error="invalid_token"' },
  });
}

// documented: 403 for an address that the token is not for; observed: also for a wrong path. Assumed: the body
export function forbidden(reason: string): HttpAnswer {
  return json(403, { message: 'Forbidden', status: '403' }, reason);
}

/** The body of every 400 of the API. Documented with this order of keys. */
export function badRequest(parts: MockParts, message: string, expected?: readonly string[]): HttpAnswer {
  const body = { timestamp: longTime(parts.clock.now()), status: 400, error: 'Bad Request', message };
  return json(400, body, `bad request: ${message}`, { ...(expected && { expected }) });
}

// observed 2026-10-09 on the test environment: this code, now and then
export const technicalErrorText = 'A aparut o eroare tehnica. Cod: 1814';

export const needCaller: readonly ScenarioName[] = ['api-forbidden', 'api-no-rights', 'api-technical-error'];

function takeScenario(
  parts: MockParts,
  { name }: Endpoint,
  { query }: MockRequest,
  caller: Caller | undefined,
): ScenarioName | undefined {
  return chooseScenario(parts, 'api', {
    clientId: caller?.grant.clientId,
    persona: caller?.grant.persona,
    cui: companyAskedFor(parts, query),
    endpoint: name,
    // The gateway refuses before it comes to these.
    unaffectedBy: caller ? [] : needCaller,
  });
}

/** The company that a call is about: by its CUI, or by what it asks for. */
function companyAskedFor({ state: { uploads, messages } }: MockParts, query: URLSearchParams): string | undefined {
  const cif = query.get('cif');
  const [uploadId, messageId] = [query.get('id_incarcare') ?? '', query.get('id') ?? ''];
  if (cif !== null) return cif;
  if (Object.hasOwn(uploads, uploadId)) return uploads[uploadId]?.cif;
  return Object.hasOwn(messages, messageId) ? messages[messageId]?.cif : undefined;
}

function withRightsOf(caller: Caller, scenario: ScenarioName | undefined): Caller {
  return scenario === 'api-no-rights' ? { ...caller, hasRight: () => false } : caller;
}

function answerOf(
  parts: MockParts,
  endpoint: Endpoint,
  call: EndpointCall,
  scenario: ScenarioName | undefined,
): HttpAnswer {
  if (scenario !== 'api-technical-error') return endpoint.handle(parts, call);
  return endpoint.refuse(parts, technicalErrorText, 'scenario api-technical-error');
}

function withCaller(answer: Answer, caller: Caller | undefined, request: MockRequest): Answer {
  const cif = request.query.get('cif');
  const isForeign = cif !== null && caller !== undefined && !caller.hasRight(cif);
  return {
    ...answer,
    ...(isForeign && !answer.expected && { expected: caller.companies.map((cui) => `cif=${cui}`) }),
    about: {
      ...answer.about,
      ...(caller && factsOf(caller)),
      ...(cif !== null && { cif }),
    },
  };
}
