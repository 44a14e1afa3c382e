import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { type MockAnaf, type MockAnafOptions, startMockAnaf } from 'mock-anaf';
import {
  createSpvBackend,
  DataFolderInUseError,
  type Logger,
  lockDataFolder,
  type SpvBackend,
  type SpvBackendOptions,
} from 'spv-authorize-backend';
import { InvoiceStore } from './invoices/invoice-store.ts';
import { demoTenants, seedInvoices, type Tenant, tenantsOf } from './invoices/seed.ts';
import { Listener } from './listener.ts';
import { type LocalCertificate, localCertificate } from './local-certificate.ts';
import { type LocalKeys, localKeys } from './local-keys.ts';
import { buildScripts } from './site/build-scripts.ts';
import { createSite } from './site/site-server.ts';
import { StartError } from './start-error.ts';

/** The demo's OAuth client id at mock ANAF: 48 hex digits, as ANAF issues them. */
const clientId = '5c0de1a0f0c0ffee5c0de1a0f0c0ffee5c0de1a0f0c0ffee';

/** Options of `startStack`. Without any, ports and data are temporary. */
export interface StackOptions {
  /** Holds everything that outlives the process. Default: a temporary folder, deleted when the stack stops. */
  readonly dataFolder?: string;
  /** Default: any free port. */
  readonly sitePort?: number;
  /** Default: any free port. */
  readonly backendPort?: number;
  /** Mounts the backend under `/spv` of the site instead of on an origin of its own. Default: false. */
  readonly backendInSite?: boolean;
  /** Serves site and backend over HTTPS with a self-signed certificate, kept in the data folder. Default: false. */
  readonly https?: boolean;
  /** Which login of mock ANAF browsers are sent to: the picker over HTTP, or one of two over TLS. Default: `picker`. */
  readonly door?: 'picker' | 'handshake' | 'renegotiation';
  readonly mock?: Partial<MockAnafOptions>;
  readonly backend?: Partial<SpvBackendOptions>;
  /** A folder with scripts that `buildScripts` wrote, so that tests build them once. Default: built at each start. */
  readonly scriptsFolder?: string;
  /** Receives errors of the site, and errors and warnings of the backend. Default: `console.error`. */
  readonly reportError?: (...details: unknown[]) => void;
}

/** The running demo. */
export interface Stack {
  readonly siteUrl: string;
  readonly backendUrl: string;
  /** Present with `https: true`. */
  readonly certificate: LocalCertificate | undefined;
  readonly mock: MockAnaf;
  readonly backend: SpvBackend;
  /**
   * Replaces the account that the site shows: its two firms get new company ids, no authorization, and unsent invoices that
   * are kept in memory. Tests that share a stack start with it.
   * @param name prefix of the company ids; not used before in this stack
   */
  openAccount(name: string): readonly [Tenant, Tenant];
  /** Stops everything in reverse order of the start. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts demo site, backend and mock ANAF in one process, connected to each other. If one part fails, the others are stopped.
 * @throws StartError if a port or the data folder is in use
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const cleanUp = new AsyncDisposableStack();
  try {
    return await start(options, cleanUp);
  } catch (error) {
    await cleanUp.disposeAsync();
    throw error;
  }
}

async function start(options: StackOptions, cleanUp: AsyncDisposableStack): Promise<Stack> {
  const dataFolder = options.dataFolder ?? temporaryFolder(cleanUp);
  mkdirSync(dataFolder, { recursive: true });
  // Lock the folder before reading or writing anything, because mock ANAF's state and the invoices are in it too.
  cleanUp.defer(await lockFolder(dataFolder));
  const keys = localKeys(dataFolder);
  const certificate = options.https ? await localCertificate(dataFolder, new Date()) : undefined;
  const listeners = await openListeners(options, certificate, cleanUp);
  const { siteUrl, backendUrl } = listeners;

  const mock = await startMockAnaf({
    clients: [
      {
        clientId,
        clientSecret: keys.clientSecret,
        redirectUris: [`${backendUrl}/callback`],
        services: ['EFACTURA'],
      },
    ],
    dataFile: join(dataFolder, 'mock-anaf.json'),
    ...options.mock,
  });
  cleanUp.defer(() => mock.stop());

  const backend = await createSpvBackend({
    ...backendOptions(mock, keys, options),
    publicUrl: backendUrl,
    allowedOrigins: [siteUrl],
    database: { dataFolder: join(dataFolder, 'database') },
    ...options.backend,
  });
  cleanUp.defer(() => backend.stop());

  const scriptsFolder = options.scriptsFolder ?? join(dataFolder, 'scripts');
  if (!options.scriptsFolder) await buildScripts(scriptsFolder);
  const newInvoices = (tenants: readonly [Tenant, Tenant], file?: string) =>
    new InvoiceStore(seedInvoices(mock.clock.now(), tenants), file);
  const showAccount = (tenants: readonly [Tenant, Tenant], invoices: InvoiceStore) =>
    listeners.site.answerWith(
      createSite({
        backend,
        backendUrl,
        ...(options.backendInSite ? { mountAt: '/spv' } : {}),
        origin: siteUrl,
        tenants,
        invoices,
        accountantName: personaNamed('accountant', mock).fullName,
        scriptsFolder,
        reportError: options.reportError ?? console.error,
        now: () => Math.floor(mock.clock.now()),
      }),
    );

  listeners.backend?.answerWith(express().disable('x-powered-by').use(backend.router));
  showAccount(demoTenants, newInvoices(demoTenants, join(dataFolder, 'invoices.json')));
  await backend.start();
  // Registered last, so that requests end before the backend stops.
  cleanUp.defer(async () => {
    await listeners.site.close();
    await listeners.backend?.close();
  });

  return {
    siteUrl,
    backendUrl,
    certificate,
    mock,
    backend,
    openAccount: (name) => {
      const tenants = tenantsOf(name);
      showAccount(tenants, newInvoices(tenants));
      return tenants;
    },
    stop: () => cleanUp.disposeAsync(),
  };
}

/** A person of mock ANAF with a certificate. */
export function personaNamed(name: string, { personas }: Pick<MockAnaf, 'personas'>): MockAnaf['personas'][number] {
  const persona = personas.find((candidate) => candidate.name === name);
  if (!persona) throw new TypeError(`mock ANAF has no persona "${name}"`);
  return persona;
}

interface Listeners {
  readonly site: Listener;
  /** Absent when the backend is mounted in the site. */
  readonly backend: Listener | undefined;
  readonly siteUrl: string;
  readonly backendUrl: string;
}

async function openListeners(
  { sitePort = 0, backendPort = 0, backendInSite = false }: StackOptions,
  certificate: LocalCertificate | undefined,
  cleanUp: AsyncDisposableStack,
): Promise<Listeners> {
  const open = async (name: string, option: string, port: number): Promise<Listener> => {
    const listener = await Listener.open({ name, option, port, certificate });
    cleanUp.defer(() => listener.close());
    return listener;
  };
  const site = await open('the demo site', '--port', sitePort);
  const backend = backendInSite ? undefined : await open('the backend', '--backend-port', backendPort);
  return { site, backend, siteUrl: site.url, backendUrl: backend?.url ?? `${site.url}/spv` };
}

/** The backend's options that follow from mock ANAF and from the demo's own keys. */
function backendOptions(
  mock: MockAnaf,
  keys: LocalKeys,
  { door = 'picker', reportError = console.error }: StackOptions,
): Omit<SpvBackendOptions, 'publicUrl' | 'allowedOrigins' | 'database'> {
  return {
    anaf: {
      loginUrl: { picker: mock.urls.picker, handshake: mock.urls.loginAtHandshake, renegotiation: mock.urls.login }[
        door
      ],
      tokenUrl: mock.urls.picker,
      apiUrl: mock.urls.apiPlain,
      environment: 'test',
      clientId,
      clientSecret: keys.clientSecret,
    },
    application: { name: 'Condei', services: ['e-factura'], supportEmail: 'ajutor@condei.example' },
    sessionKeys: [{ id: 'local', secret: keys.session }],
    encryptionKeys: [{ id: 'local', key: keys.encryption }],
    hostKeys: [],
    // One clock for all parts: moving ANAF's time moves the backend's time.
    clock: mock.clock,
    logger: warningsOnly(reportError),
  };
}

async function lockFolder(folder: string): Promise<() => Promise<void>> {
  try {
    return await lockDataFolder(folder);
  } catch (cause) {
    if (!(cause instanceof DataFolderInUseError)) throw cause;
    throw new StartError(
      `The data folder "${folder}" is used by another copy of the demo. Stop that one, or give this one a folder and ports ` +
        'of its own: --data <folder> --port <port> --backend-port <port>',
      { cause },
    );
  }
}

/** The demo's terminal shows warnings and errors, not every request. */
function warningsOnly(report: (...details: unknown[]) => void): Logger {
  return {
    info: () => undefined,
    warn: (fields, message) => report(message, fields),
    error: (fields, message) => report(message, fields),
  };
}

function temporaryFolder(cleanUp: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'spv-demo-'));
  cleanUp.defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
