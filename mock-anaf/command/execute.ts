import { constants } from 'node:os';
import { delimiter } from 'node:path';
import spawn from 'cross-spawn';
import type { MockAnaf } from '../control/mock-anaf.ts';
import { type TrustBundle, writeTrustBundle } from './trust-bundle.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The parts of a running mock that tell a program how to reach it. */
export type MockToReach = Pick<MockAnaf, 'urls' | 'clients' | 'caPem'>;

/**
 * Runs a program with environment variables that point it to the mock, and waits until it exits.
 * @param adminToken the token of the admin port, if it requires one
 * @returns the exit code of the program; 128 plus the number of the signal that ended it; 127 if it cannot be started
 * @throws TemporaryFolderError if the file of trusted certificate authorities cannot be written
 */
export async function execute(
  mock: MockToReach,
  command: readonly [string, ...string[]],
  environment: Environment,
  adminToken: string | undefined,
): Promise<number> {
  const bundle = writeTrustBundle(mock.caPem);
  try {
    const variables = { ...addressVariables(mock, adminToken), ...proxyVariables(mock, environment) };
    return await runToEnd(command, { ...environment, ...variables, ...trustVariables(bundle, environment) });
  } finally {
    bundle.remove();
  }
}

/** For programs that read the addresses and the application from their environment. */
function addressVariables({ urls, clients: [client] }: MockToReach, adminToken: string | undefined): Environment {
  return {
    ANAF_LOGIN_URL: urls.login,
    ANAF_API_URL: urls.api,
    ...(client && { ANAF_CLIENT_ID: client.clientId, ANAF_CLIENT_SECRET: client.clientSecret }),
    MOCK_ANAF_ADMIN_URL: urls.admin,
    ...(adminToken !== undefined && { MOCK_ANAF_ADMIN_TOKEN: adminToken }),
  };
}

/** For programs with hard-coded ANAF addresses. */
function proxyVariables({ urls }: MockToReach, { NO_PROXY = '', no_proxy = '' }: Environment): Environment {
  // Keep the exceptions that the user's own network needs.
  const existing = `${NO_PROXY},${no_proxy}`.split(',').map((host) => host.trim());
  const hosts = [...existing, 'localhost', '127.0.0.1', new URL(urls.admin).hostname].filter(Boolean);
  const direct = [...new Set(hosts)].join(',');
  return {
    ...(urls.proxy !== undefined && { HTTPS_PROXY: urls.proxy, https_proxy: urls.proxy }),
    NO_PROXY: direct,
    no_proxy: direct,
    NODE_USE_ENV_PROXY: '1',
  };
}

/** Variables that tell programs in several languages which certificate authorities to trust. */
function trustVariables({ file: authorities, phpSettings }: TrustBundle, environment: Environment): Environment {
  return {
    SSL_CERT_FILE: authorities,
    CURL_CA_BUNDLE: authorities,
    REQUESTS_CA_BUNDLE: authorities,
    NODE_EXTRA_CA_CERTS: authorities,
    // An empty entry stands for the folder that PHP was compiled with.
    PHP_INI_SCAN_DIR: `${environment.PHP_INI_SCAN_DIR ?? ''}${delimiter}${phpSettings}`,
  };
}

/** Of these signals, Windows has only Ctrl-C, which it sends to every program of the console itself. */
const forwardedSignals = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const;

function runToEnd([program, ...args]: readonly [string, ...string[]], env: Environment): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...env } });
    const forward = (signal: NodeJS.Signals) => {
      // In a terminal, Ctrl-C and closing the terminal reach the program directly. Without a terminal, the signal comes from a
      // supervisor that knows only this process.
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of forwardedSignals) process.on(signal, forward);
    const end = (exitCode: number) => {
      for (const signal of forwardedSignals) process.off(signal, forward);
      resolve(exitCode);
    };
    child.on('error', (error) => {
      console.error(`mock-anaf: "${program}" cannot be started: ${error.message}`);
      end(127);
    });
    child.on('close', (exitCode, signal) => end(exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
