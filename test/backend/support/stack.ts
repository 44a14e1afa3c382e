import express from 'express';
import { defaultClient, defaultCompanies, type MockAnaf, MovableClock, startMockAnaf } from 'mock-anaf';
import { defaultLogger } from 'spv-authorize-backend/internal/configuration/default-logger.ts';
import type { SpvBackendOptions } from 'spv-authorize-backend/internal/configuration/options.ts';
import { resolveSettings } from 'spv-authorize-backend/internal/configuration/settings.ts';
import { composeBackend, type SpvBackend } from 'spv-authorize-backend/internal/server.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { type DatabaseOptions, openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { HeldAnswers } from './held-answers.ts';
import { encryptionKey, hostSecret, sessionSecret } from './keys.ts';
import { serve } from './serve.ts';

/** The origin of the host's page. Nothing answers there. */
export const siteOrigin = 'http://localhost:4000';
export const exempluTaxId = defaultCompanies[0].cui;
export const betaTaxId = defaultCompanies[1].cui;
export const gamaTaxId = defaultCompanies[2].cui;

export interface Company {
  readonly companyId: string;
  readonly taxId: string;
  readonly companyName: string;
}

export interface StackOptions extends Partial<Omit<SpvBackendOptions, 'database'>> {
  /** Where the host's app mounts the backend. Default: at the root. */
  readonly pathPrefix?: string;
  /** Default: in memory. */
  readonly storage?: DatabaseOptions;
  /** The backend calls ANAF over HTTPS. */
  readonly overTls?: boolean;
  /** How long the backend waits for ANAF. Default: 30, so that a slow machine is never taken for a silent ANAF. */
  readonly answerWithinSeconds?: number;
}

export interface Stack {
  readonly mock: MockAnaf;
  /** Of the backend and of ANAF. It stands still until a test moves it. */
  readonly clock: MovableClock;
  readonly backend: SpvBackend;
  readonly database: Database;
  readonly storage: DatabaseOptions;
  readonly publicUrl: string;
  readonly log: readonly string[];
  /** Holds answers of ANAF, unless the stack was started with another `fetch`. */
  readonly answers: HeldAnswers;
  /** A company that no other test of this stack has. Default: with the CUI of Exemplu SRL. */
  newCompany(taxId?: string): Company;
  /** A second call has no effect. */
  stop(): Promise<void>;
}

/** Backend and mock ANAF over real sockets. Site and backend are on `localhost`, ANAF's login is on `127.0.0.1`. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const {
    pathPrefix = '',
    storage = { memory: true },
    overTls = false,
    answerWithinSeconds = 30,
    ...overrides
  } = options;
  const clock = new MovableClock();
  clock.freeze();
  const app = express();
  const { port, stop } = await serve(app);
  const publicUrl = `http://localhost:${port}${pathPrefix}`;
  const mock = await startMockAnaf({ clients: [{ ...defaultClient, redirectUris: [`${publicUrl}/callback`] }], clock });
  const log: string[] = [];
  const answers = new HeldAnswers();
  const settings = resolveSettings({
    ...baseOptions(publicUrl),
    anaf: { ...(overTls ? httpsUrls(mock) : httpUrls(mock)), ...application, answerWithinSeconds },
    clock,
    fetch: answers.fetch,
    logger: defaultLogger('info', { write: (line) => void log.push(line) }),
    ...overrides,
  });
  const database = await openDatabase(storage, () => {});
  const backend = composeBackend(settings, database);
  app.use(pathPrefix || '/', backend.router);
  const stopAll = async () => {
    await stop();
    await backend.stop();
    await mock.stop();
  };
  let stopped: Promise<void> | undefined;
  let companies = 0;

  return {
    mock,
    clock,
    backend,
    database,
    storage,
    publicUrl,
    log,
    answers,
    newCompany: (taxId = exempluTaxId) => {
      companies += 1;
      return { companyId: `company-${companies}`, taxId, companyName: 'Exemplu SRL' };
    },
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

const application = {
  environment: 'test',
  clientId: defaultClient.clientId,
  clientSecret: defaultClient.clientSecret,
} as const;

function httpUrls({ urls }: MockAnaf) {
  return { loginUrl: urls.picker, apiUrl: urls.apiPlain };
}

function httpsUrls({ urls }: MockAnaf) {
  return { loginUrl: urls.picker, tokenUrl: urls.login, apiUrl: urls.api };
}

function baseOptions(publicUrl: string): Omit<SpvBackendOptions, 'anaf'> {
  return {
    publicUrl,
    application: { name: 'FacturaApp', services: ['e-factura'], supportEmail: 'ajutor@example.ro' },
    sessionKeys: [{ id: 's1', secret: sessionSecret }],
    encryptionKeys: [{ id: 'e1', key: encryptionKey }],
    hostKeys: [{ id: 'h1', secret: hostSecret }],
    allowedOrigins: [siteOrigin],
    database: { memory: true },
  };
}
