import type { Permission } from 'spv-authorize/contract';
import { hostSecret } from './keys.ts';
import { type Company, type Stack, siteOrigin } from './stack.ts';

export interface SiteAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A page with the element, for one company: it holds a session and calls the widget's API. */
export class Site {
  readonly #stack: Stack;
  readonly #origin: string;
  readonly company: Company;
  readonly session: string;

  private constructor(stack: Stack, company: Company, session: string, origin: string) {
    this.#stack = stack;
    this.#origin = origin;
    this.company = company;
    this.session = session;
  }

  static async open(
    stack: Stack,
    company: Company = stack.newCompany(),
    permissions: Permission[] = ['view', 'authorize', 'disconnect'],
    origin = siteOrigin,
  ): Promise<Site> {
    const request = { ...company, userId: 'u1', userName: 'Maria Pop', permissions, origin };
    const { session } = await stack.backend.sessions.create(request);
    return new Site(stack, company, session, origin);
  }

  get companyId(): string {
    return this.company.companyId;
  }

  /** The page of the same company with a new session: a session lasts 15 minutes. Without `stack`: at the same backend. */
  reopen(stack: Stack = this.#stack): Promise<Site> {
    return Site.open(stack, this.company);
  }

  /** The page after the host has corrected the CUI of the company. */
  reopenWithTaxId(taxId: string): Promise<Site> {
    return Site.open(this.#stack, { ...this.company, taxId });
  }

  async call(method: string, path: string, body?: unknown): Promise<SiteAnswer> {
    const response = await fetch(`${this.#stack.publicUrl}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.session}`,
        origin: this.#origin,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }
}

/** A call of the host's server. */
export async function hostCall(stack: Stack, path: string, body: object, hostKey = hostSecret): Promise<SiteAnswer> {
  const response = await fetch(`${stack.publicUrl}/host/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** A request of the host's server. An object is sent as JSON, a text as it is: as XML, or as JSON that begins with a brace. */
export async function hostRequest(
  stack: Stack,
  method: string,
  path: string,
  body?: object | string,
): Promise<Response> {
  return fetch(`${stack.publicUrl}/host/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${hostSecret}`,
      'content-type': typeof body === 'string' && !body.startsWith('{') ? 'application/xml' : 'application/json',
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Like `hostRequest`, for an answer that is JSON or empty. */
export async function hostAnswer(
  stack: Stack,
  method: string,
  path: string,
  body?: object | string,
): Promise<SiteAnswer> {
  const response = await hostRequest(stack, method, path, body);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}
