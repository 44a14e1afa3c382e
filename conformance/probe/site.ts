import { attemptAnswer, authorizationAnswer, startedAttempt } from 'spv-authorize/contract';
import { type Answer, exchange } from './answer.ts';
import { expectBody } from './expectation.ts';
import type { Transcript } from './transcript.ts';

export interface SiteOptions {
  readonly baseUrl: string;
  readonly origin: string;
  readonly session: string;
  readonly transcript: Transcript;
}

/** The host's page with the element, for one company: it holds a session and calls the API as the element does. */
export class Site {
  readonly #options: SiteOptions;

  constructor(options: SiteOptions) {
    this.#options = options;
  }

  get session(): string {
    return this.#options.session;
  }

  /** @param headers replace those of the element; an empty text leaves one out */
  async call(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer> {
    const { baseUrl, origin, session, transcript } = this.#options;
    const own = {
      accept: 'application/json',
      authorization: `Bearer ${session}`,
      origin,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ''));
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = { method, headers: sent, ...(text !== undefined && { body: text }) };
    return transcript.add(await exchange(new URL(`${baseUrl}/v1${path}`), request));
  }

  async readAuthorization() {
    return expectBody(await this.call('GET', '/authorization'), 200, authorizationAnswer);
  }

  async start(request: object = { mode: 'window' }) {
    return expectBody(await this.call('POST', '/attempts', { body: request }), 201, startedAttempt);
  }

  async readAttempt(attemptId: string) {
    return expectBody(await this.call('GET', `/attempts/${attemptId}`), 200, attemptAnswer).attempt;
  }
}
