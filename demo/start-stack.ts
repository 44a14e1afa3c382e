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
import { seedInvoices, tenants } from './invoices/seed.ts';
import { Listener, StartError } from './listener.ts';
import { localKeys } from './local-keys.ts';
import { buildScripts } from './site/build-scripts.ts';
import { createSite } from './site/site-server.ts';

/** The application's id at mock ANAF: 48 hex digits, as ANAF makes them. */
export { tenants } from './invoices/seed.ts';

export const demoClientId = '5c0de1a0f0c0ffee5c0de1a0f0c0ffee5c0de1a0f0c0ffee';

export interface StackOptions {
  /** Where everything is kept. Absent: in a temporary folder that goes when the stack stops. */
  readonly dataFolder?: string;
  /** 0 or absent takes any free port. */
  readonly sitePort?: number;
  readonly backendPort?: number;
  /** The backend under a path of the site instead of on an origin of its own. Default false. */
  readonly backendInSite?: boolean;
  /** The door through which browsers reach the login: the picker over HTTP, or TLS. Default `picker`. */
  readonly door?: 'picker' | 'handshake' | 'renegotiation';
  readonly mock?: Partial<MockAnafOptions>;
  readonly backend?: Partial<SpvBackendOptions>;
  /** A folder with scripts built before; tests build once. */
  readonly scriptsFolder?: string;
  /** Told what went wrong in site and backend. Default: the terminal. */
  readonly reportError?: (...details: unknown[]) => void;
}

export interface Stack {
  readonly siteUrl: string;
  readonly backendUrl: string;
  readonly mock: MockAnaf;
  readonly backend: SpvBackend;
  readonly invoices: InvoiceStore;
  /** Stops everything, newest first; may be called again. */
  stop(): Promise<void>;
}

/** Demo site, backend and mock ANAF in one process, wired to each other. Everything started is stopped if a later part fails. */
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
  cleanUp.defer(await takeFolder(dataFolder));
  const keys = localKeys(dataFolder);

  const siteListener = await listen(cleanUp, options.sitePort ?? 0, { name: 'the demo site', option: '--port' });
  const backendListener = options.backendInSite
    ? undefined
    : await listen(cleanUp, options.backendPort ?? 0, { name: 'the backend', option: '--backend-port' });
  const backendUrl = backendListener?.url ?? `${siteListener.url}/spv`;

  const client = {
    clientId: demoClientId,
    clientSecret: keys.clientSecret,
    redirectUris: [`${backendUrl}/callback`],
    services: ['EFACTURA' as const],
  };
  const mock = await startMockAnaf({
    clients: [client],
    dataFile: join(dataFolder, 'mock-anaf.json'),
    ...options.mock,
  });
  cleanUp.defer(() => mock.stop());

  const backend = await createSpvBackend({
    publicUrl: backendUrl,
    anaf: {
      loginUrl: { picker: mock.urls.picker, handshake: mock.urls.loginAtHandshake, renegotiation: mock.urls.login }[
        options.door ?? 'picker'
      ],
      tokenUrl: mock.urls.picker,
      apiUrl: mock.urls.apiPlain,
      environment: 'test',
      clientId: client.clientId,
      clientSecret: client.clientSecret,
    },
    application: { name: 'Condei', services: ['e-factura'], supportEmail: 'ajutor@condei.example' },
    database: { dataFolder: join(dataFolder, 'database') },
    sessionKeys: [{ id: 'local', secret: keys.session }],
    encryptionKeys: [{ id: 'local', key: keys.encryption }],
    hostKeys: [],
    allowedOrigins: [siteListener.url],
    // One clock for all: whoever moves ANAF's time moves the backend's.
    clock: mock.clock,
    logger: troublesOnly(options.reportError ?? console.error),
    ...options.backend,
  });
  cleanUp.defer(() => backend.stop());

  const scriptsFolder = options.scriptsFolder ?? join(dataFolder, 'scripts');
  if (!options.scriptsFolder) await buildScripts(scriptsFolder);
  const invoices = new InvoiceStore(seedInvoices(mock.clock.now()), join(dataFolder, 'invoices.json'));

  backendListener?.answerWith(express().disable('x-powered-by').use(backend.router));
  siteListener.answerWith(
    createSite({
      backend,
      backendUrl,
      ...(options.backendInSite ? { mountAt: '/spv' } : {}),
      origin: siteListener.url,
      tenants,
      invoices,
      scriptsFolder,
      reportError: options.reportError ?? console.error,
      now: () => Math.floor(mock.clock.now()),
    }),
  );
  await backend.start();
  // Stopping goes backwards: nobody may ask anything of a backend that is closing.
  cleanUp.defer(async () => {
    await siteListener.close();
    await backendListener?.close();
  });

  return { siteUrl: siteListener.url, backendUrl, mock, backend, invoices, stop: () => cleanUp.disposeAsync() };
}

/** Before anything is read or written: the mock's state and the invoices lie in it beside the database. */
async function takeFolder(folder: string): Promise<() => Promise<void>> {
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

async function listen(
  cleanUp: AsyncDisposableStack,
  port: number,
  what: { name: string; option: string },
): Promise<Listener> {
  const listener = await Listener.open(port, what);
  cleanUp.defer(() => listener.close());
  return listener;
}

/** A demo's terminal shows what went wrong, not every request. */
function troublesOnly(report: (...details: unknown[]) => void): Logger {
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
