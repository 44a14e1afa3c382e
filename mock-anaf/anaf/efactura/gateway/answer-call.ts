import type { Engine } from '../../../engine/engine.ts';
import type { ScenarioName } from '../../../engine/scenarios/catalogue.ts';
import { chooseScenario } from '../../../engine/scenarios/choose-scenario.ts';
import { faultAnswer, underScenario } from '../../../engine/scenarios/faults.ts';
import { type Answer, broken } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Route } from '../../../wire/http/routes.ts';
import type { ApiHost, Identification } from './api-host.ts';
import type { ApiCall, ApiMethod } from './api-method.ts';
import type { CallLimit } from './call-limit.ts';
import { type Caller, factsOf } from './caller.ts';
import { companyOfCall, cuiIn } from './company-of-call.ts';
import { forbidden, overLimit, technicalErrorText } from './refusals.ts';

/** What the gateway uses at every call, whatever the method. */
export interface GatewayParts
  extends Pick<
    Engine,
    'clock' | 'state' | 'scenarios' | 'chaos' | 'switches' | 'lifetimes' | 'limits' | 'limitAnswer'
  > {
  readonly callLimit: CallLimit;
}

/** The checks in front of the API methods of one host. */
export interface Gateway<Known extends Caller | undefined> {
  readonly parts: GatewayParts;
  readonly host: ApiHost<Known>;
}

/** Makes the route of an API method, protected by the gateway of a host. */
export function guardedRoute<Known extends Caller | undefined>(
  gateway: Gateway<Known>,
  path: string,
  method: ApiMethod<Known>,
): Route {
  const handle: Route['handle'] = (request, parameters) => answerCall(gateway, method, { request, parameters });
  return { method: method.method, path, handle };
}

type Call<Known extends Caller | undefined> = Pick<ApiCall<Known>, 'request' | 'parameters'>;

/** What the gateway has determined about a call. */
interface Judged<Known extends Caller | undefined> {
  readonly identified: Exclude<Identification<Known>, 'connection-closed'>;
  readonly scenario: ScenarioName | undefined;
}

/**
 * Answers one call: identifies the caller and chooses the scenario. Then either the fault of the scenario is sent, or the gateway and
 * the method answer. Adds facts for the journal to the answer: caller, company and scenario.
 */
async function answerCall<Known extends Caller | undefined>(
  gateway: Gateway<Known>,
  method: ApiMethod<Known>,
  call: Call<Known>,
): Promise<Answer> {
  const { parts, host } = gateway;
  const identified = await host.identify(call.request);
  if (identified === 'connection-closed') {
    return broken('reset', 'the client closed the connection instead of presenting a certificate');
  }
  const caller = 'caller' in identified ? identified.caller : undefined;
  const isPublic = 'caller' in identified && caller === undefined;
  const cui = method.isAboutCompany ? companyOfCall(parts.state, call.request.query) : undefined;
  const scenario = chooseScenario(parts, 'api', {
    clientId: caller?.grant.clientId,
    persona: caller?.grant.persona,
    endpoint: method.endpoint,
    cui,
    unmet: isPublic ? ['gateway'] : caller ? [] : ['caller'],
  });
  const answer = faultAnswer(parts, scenario) ?? (await answerOf(gateway, method, call, { identified, scenario }));
  return underScenario(withFacts(answer, method, call.request, caller), scenario, parts.lifetimes);
}

/** Runs the gateway's checks, in order, and then the method. */
function answerOf<Known extends Caller | undefined>(
  { parts, host }: Gateway<Known>,
  method: ApiMethod<Known>,
  call: Call<Known>,
  { identified, scenario }: Judged<Known>,
): Answer | Promise<Answer> {
  if (scenario === 'api-limit') return overLimit(parts, 'scenario api-limit');
  if (scenario === 'api-unauthorized') return host.refuse('scenario api-unauthorized');
  if ('refusal' in identified) return host.refuse(identified.refusal);
  if (scenario === 'api-forbidden') return forbidden('scenario api-forbidden');
  const { caller } = identified;
  if (method.needsEfactura && caller && !caller.grant.services.includes('EFACTURA')) {
    return forbidden('the application was registered without the service E-Factura');
  }
  if (caller && !countCall(parts, caller)) return overLimit(parts, 'the limit of calls per minute was exceeded');
  if (scenario === 'api-technical-error' && method.refuse) {
    return method.refuse(technicalErrorText, 'scenario api-technical-error');
  }
  return method.handle({ ...call, caller: scenario === 'api-no-rights' ? withoutRights(caller) : caller });
}

// documented: 1000 calls a minute over all methods, then HTTP 429. Assumed: counted per application and certificate
function countCall({ clock, callLimit, limits }: GatewayParts, { grant }: Caller): boolean {
  return callLimit.take(`${grant.clientId ?? 'certificate'} ${grant.persona}`, clock.now(), limits.callsPerMinute);
}

function withoutRights<Known extends Caller | undefined>(caller: Known): Known {
  return caller && { ...caller, hasRight: () => false };
}

function withFacts(
  answer: Answer,
  { isAboutCompany }: Pick<ApiMethod<Caller>, 'isAboutCompany'>,
  { query }: MockRequest,
  caller: Caller | undefined,
): Answer {
  const cui = isAboutCompany && query.has('cif') ? cuiIn(query) : undefined;
  const isForeign = cui !== undefined && caller !== undefined && !caller.hasRight(cui);
  return {
    ...answer,
    ...(isForeign && !answer.expected && { expected: caller.companies.map((own) => `cif=${own}`) }),
    about: { ...answer.about, ...(caller && factsOf(caller)), ...(cui !== undefined && { cif: cui }) },
  };
}
