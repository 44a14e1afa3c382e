import type { Environment } from '../../../engine/state/mock-state.ts';
import type { HttpAnswer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Caller } from './caller.ts';

/** A call that the gateway admitted. */
export interface ApiCall<Known extends Caller | undefined> {
  readonly request: MockRequest;
  /** Variable parts of the path, e.g. `standard`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly caller: Known;
}

/** One method of the API as the gateway sees it. */
export interface ApiMethod<Known extends Caller | undefined> {
  readonly method: 'GET' | 'POST';
  /** Last fixed part of its path: scenarios can be limited to it. */
  readonly endpoint: string;
  /** The call is about one company: named by `cif`, or owner of the upload or message that the query names. */
  readonly isAboutCompany: boolean;
  /** Only applications that are registered for E-Factura may call it. */
  readonly needsEfactura: boolean;
  readonly handle: (call: ApiCall<Known>) => HttpAnswer | Promise<HttpAnswer>;
  /** Words a refusal. Absent: the method has no such answer, and the scenario `api-technical-error` does not affect it. */
  readonly refuse?: (message: string, reason: string) => HttpAnswer;
}

/** A call of a method that works on the documents of one company, in one of ANAF's two environments. */
export interface CompanyCall {
  readonly request: MockRequest;
  readonly caller: Caller;
  readonly environment: Environment;
}

/** A method under `/{test|prod}/FCTEL/rest/` that works on the documents of one company. A refusal is always HTTP 200. */
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
