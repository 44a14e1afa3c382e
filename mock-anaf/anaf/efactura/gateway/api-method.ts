import type { Environment } from '../../../engine/state/mock-state.ts';
import type { HttpAnswer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Caller } from './caller.ts';

/** A call that passed the checks of the gateway. */
export interface ApiCall<Known extends Caller | undefined> {
  readonly request: MockRequest;
  /** Variable parts of the path, e.g. `standard`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly caller: Known;
}

/** One method of the API, with what the gateway must know about it. */
export interface ApiMethod<Known extends Caller | undefined> {
  readonly method: 'GET' | 'POST';
  /** Last fixed part of the path. Scenarios can be limited to it. */
  readonly endpoint: string;
  /** The call concerns one company: the one named by `cif`, or the owner of the upload or message named in the query. */
  readonly isAboutCompany: boolean;
  /** Only applications registered for the service E-Factura may call the method. */
  readonly needsEfactura: boolean;
  readonly handle: (call: ApiCall<Known>) => HttpAnswer | Promise<HttpAnswer>;
  /** Makes a refusal from ANAF's message. Absent: the method has no such answer, so `api-technical-error` does not affect it. */
  readonly refuse?: (message: string, reason: string) => HttpAnswer;
}

/** A call of a method that works on the documents of one company, in one of ANAF's two environments. */
export interface CompanyCall {
  readonly request: MockRequest;
  readonly caller: Caller;
  readonly environment: Environment;
}

/** A method under `/{test|prod}/FCTEL/rest/` that works on the documents of one company. Its refusals are always HTTP 200. */
export interface CompanyMethod {
  readonly method: 'GET' | 'POST';
  readonly endpoint: string;
  readonly handle: (call: CompanyCall) => HttpAnswer;
  readonly refuse: (message: string, reason: string) => HttpAnswer;
}

/** A company method as it is served in one environment. */
export function inEnvironment(method: CompanyMethod, environment: Environment): ApiMethod<Caller> {
  const handle = ({ request, caller }: ApiCall<Caller>) => method.handle({ request, caller, environment });
  return { ...method, isAboutCompany: true, needsEfactura: true, handle };
}
