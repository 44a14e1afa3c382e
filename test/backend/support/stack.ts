import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { defaultClient, defaultCompanies, type MockAnaf, MovableClock, startMockAnaf } from 'mock-anaf';
import type { Permission } from 'spv-authorize/contract';
import { defaultLogger } from 'spv-authorize-backend/internal/configuration/default-logger.ts';
import type { SpvBackendOptions } from 'spv-authorize-backend/internal/configuration/options.ts';
import { resolveSettings } from 'spv-authorize-backend/internal/configuration/settings.ts';
import { composeBackend, type SpvBackend } from 'spv-authorize-backend/internal/server.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { type DatabaseOptions, openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

/** Origin of the host's page. Nothing listens there; only the origin counts. */
export const siteOrigin = 'http://localhost:4000';
export const hostSecret = 'host-secret-0123456789-0123456789';
export const exempluTaxId = defaultCompanies[0].cui;
export const betaTaxId = defaultCompanies[1].cui;

export interface Company {
  readonly companyId: string;
  readonly taxId: string;
  readonly companyName: string;
}

export interface Stack {
  readonly mock: MockAnaf;
  readonly clock: MovableClock;
  readonly backend: SpvBackend;
  readonly database: Database;
  readonly publicUrl: string;
  readonly log: readonly string[];
  /** A company that no other test uses. Default CUI: that of Exemplu SRL. */
  newCompany(taxId?: string): Company;
  /** Stops backend and mock. Call it in `after`. */
  stop(): Promise<void>;
}

/** Starts backend and mock ANAF on real sockets: site and backend on `localhost`, ANAF's login on `127.0.0.1`. */
export async function startStack(
  options: Partial<SpvBackendOptions> & { pathPrefix?: string; storage?: DatabaseOptions; overTls?: boolean } = {},
): Promise<Stack> {
  const { pathPrefix = '', storage = { memory: true }, overTls = false, ...overrides } = options;
  // Only tests move the clock, so that a slow machine changes no instant.
  const clock = new MovableClock();
  clock.freeze();
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a host and port has an address object.
  const { port } = server.address() as AddressInfo;
  const publicUrl = `http://localhost:${port}${pathPrefix}`;
  const client = { ...defaultClient, redirectUris: [`${publicUrl}/callback`] };
  const mock = await startMockAnaf({ clients: [client], clock });
  const log: string[] = [];
  const settings = resolveSettings({
    ...baseOptions(mock, publicUrl),
    ...(overTls && { anaf: { ...anafOptions(mock), tokenUrl: mock.urls.login, apiUrl: mock.urls.api } }),
    clock,
    logger: defaultLogger('info', { write: (line) => void log.push(line) }),
    ...overrides,
  });
  const database = await openDatabase(storage, () => {});
  const backend = composeBackend(settings, database);
  app.use(pathPrefix || '/', backend.router);

  let companies = 0;

  return {
    newCompany: (taxId = defaultCompanies[0].cui) => {
      companies += 1;
      return { companyId: `company-${companies}`, taxId, companyName: 'Exemplu SRL' };
    },
    ...{ mock, clock, backend, database, publicUrl, log },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await backend.stop();
      await mock.stop();
    },
  };
}

function baseOptions(mock: MockAnaf, publicUrl: string): SpvBackendOptions {
  return {
    publicUrl,
    anaf: anafOptions(mock),
    application: { name: 'FacturaApp', services: ['e-factura'], supportEmail: 'ajutor@example.ro' },
    database: { memory: true },
    sessionKeys: [{ id: 's1', secret: 'session-secret-0123456789-0123456789' }],
    encryptionKeys: [{ id: 'e1', key: Buffer.alloc(32, 7).toString('base64') }],
    hostKeys: [{ id: 'h1', secret: hostSecret }],
    allowedOrigins: [siteOrigin],
  };
}

function anafOptions(mock: MockAnaf): SpvBackendOptions['anaf'] {
  return {
    loginUrl: mock.urls.picker,
    apiUrl: mock.urls.apiPlain,
    environment: 'test',
    clientId: defaultClient.clientId,
    clientSecret: defaultClient.clientSecret,
    answerWithinSeconds: 2,
  };
}

export interface SiteAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The host's page with the element, for one company. */
export class Site {
  readonly #stack: Stack;
  readonly #origin: string;
  readonly companyId: string;
  readonly session: string;

  private constructor(stack: Stack, companyId: string, session: string, origin: string) {
    this.#stack = stack;
    this.#origin = origin;
    this.companyId = companyId;
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
    return new Site(stack, company.companyId, session, origin);
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
