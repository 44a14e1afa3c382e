import assert from 'node:assert/strict';
import type { Client, MockAnaf, MockState } from 'mock-anaf';
import { clientId, clientSecret, redirectUri, startMock } from '../../support/login.ts';
import type { Exchange } from './exchange.ts';

type Message = MockState['messages'][string];

/** The company of ANAF's examples. */
export const example = '8000000000';

const companies = [
  { cui: example, name: 'Exemplul SRL' },
  { cui: '3', name: 'Beneficiarul SRL' },
];

const person = {
  fullName: 'Ana Exemplu',
  title: 'A person of the contract tests',
  pin: '1234',
  authority: 'trusted',
  validity: 'long',
  enrolledAt: 0,
  keyPair: null,
  certificatePem: null,
} as const;

/** The certificate of ANAF's examples: a previous certificate of the person that is still enrolled. */
const ofTheExamples = {
  serial: '1234aa456',
  enrolledAt: 0,
  validity: 'long',
  keyPair: null,
  certificatePem: null,
} as const;

const people = [
  { ...person, name: 'ana', rights: [{ cui: example, since: 0 }], earlierCertificates: [ofTheExamples] },
  { ...person, name: 'nobody', rights: [] },
];

/** The time of ANAF's example of `upload`: 5 August 2021, 12:04:01 in Romania. */
const august2021 = Date.parse('2021-08-05T12:04:01+03:00') / 1000;

/** A mock with a frozen clock, and calls to it that return the whole answer. */
export class Stage {
  readonly mock: MockAnaf;

  constructor(mock: MockAnaf) {
    this.mock = mock;
  }

  static async open(): Promise<Stage> {
    const clients: readonly Client[] = [
      { clientId, clientSecret, redirectUris: [redirectUri], services: ['EFACTURA'] },
    ];
    return new Stage(await startMock({ clients, seed: { companies, people } }));
  }

  /** Restores the initial state, in August 2021. */
  reset(): void {
    this.mock.reset();
    this.mock.clock.freeze();
    this.mock.clock.set(august2021);
  }

  /** Sets the mock's time. @param time ISO 8601 with offset, e.g. `2021-08-05T11:40:00+03:00` */
  at(time: string): void {
    this.mock.clock.set(Date.parse(time) / 1000);
  }

  /** Sets the number of uses of a limited subject that were counted today. */
  count(subject: string, used: number): void {
    this.mock.state.countersDay = new Date((this.mock.clock.now() + 3 * 3600) * 1000).toISOString().slice(0, 10);
    this.mock.state.counters[subject] = used;
  }

  /** Changes settings through the admin port. */
  async set(path: string, settings: object): Promise<void> {
    const { status } = await this.send(this.mock.urls.admin + path, { method: 'PUT', body: JSON.stringify(settings) });
    assert.equal(status, 200);
  }

  /** Adds an entry to the lists, without an upload. */
  list(entry: Pick<Message, 'id' | 'cif' | 'uploadId' | 'kind' | 'details'> & { readonly at: string }): void {
    const { at, ...message } = entry;
    const createdAt = Date.parse(at) / 1000;
    this.mock.state.messages[entry.id] = { ...message, environment: 'test', createdAt, listedAt: createdAt };
  }

  /** @param serial replaces the serial number of the certificate in every grant */
  async get(path: string, persona = 'ana', serial?: string): Promise<Exchange> {
    const headers = await this.#bearer(persona);
    const { grants } = this.mock.state;
    if (serial !== undefined) for (const grant of Object.values(grants)) grants[grant.id] = { ...grant, serial };
    return this.send(this.#api(path), { headers });
  }

  async post(path: string, body: string | Uint8Array, persona = 'ana'): Promise<Exchange> {
    const init = { method: 'POST', headers: await this.#bearer(persona), body: Buffer.from(body) };
    return this.send(this.#api(path), init);
  }

  /** Posts to one of the methods that process a document without storing it. */
  async postDocument(path: string, body: string | FormData): Promise<Exchange> {
    const headers = await this.#bearer('ana');
    return this.send(this.mock.urls.apiPlain + path, { method: 'POST', body, headers });
  }

  async token(fields: Readonly<Record<string, string>>): Promise<Exchange> {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
    return this.send(`${this.mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST', body });
  }

  async send(address: string, init: RequestInit = {}): Promise<Exchange> {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
      headers: { ...Object.fromEntries(response.headers), 'set-cookie': response.headers.getSetCookie().join(', ') },
    };
  }

  #api(path: string): string {
    return this.mock.urls.apiPlain + (path.startsWith('/') ? path : `/test/FCTEL/rest/${path}`);
  }

  async #bearer(persona: string): Promise<{ authorization: string }> {
    const { access_token } = await this.mock.issueTokens({ persona });
    return { authorization: `Bearer ${access_token}` };
  }
}
