import { constants } from 'node:os';
import { delimiter } from 'node:path';
import spawn from 'cross-spawn';
import type { MockAnafOptions } from '../configuration/options.ts';
import type { MockAnaf } from '../control/mock-anaf.ts';
import { startMockAnaf } from '../start-mock-anaf.ts';
import { type TrustBundle, writeTrustBundle } from './trust-bundle.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts the mock, runs a program whose environment leads it there, and stops the mock again.
 *
 * @returns the program's exit code; 128 and the signal's number if a signal ended it; 127 if it cannot be started
 */
export async function execute(
  options: MockAnafOptions,
  command: readonly [string, ...string[]],
  environment: Environment,
): Promise<number> {
  const mock = await startMockAnaf(options);
  try {
    const bundle = writeTrustBundle(mock.caPem);
    try {
      return await runToEnd(command, { ...environment, ...leadTo(mock, options.adminToken, bundle, environment) });
    } finally {
      bundle.remove();
    }
  } finally {
    await mock.stop();
  }
}

/** The variables by which programs in several languages find proxy and trust. */
function leadTo(
  { urls, clients }: MockAnaf,
  adminToken: string | undefined,
  { file: authorities, phpSettings }: TrustBundle,
  { PHP_INI_SCAN_DIR: phpFolders = '', NO_PROXY = '', no_proxy = '' }: Environment,
): Record<string, string> {
  const [client] = clients;
  // What the person's own network needs stays as it was.
  const own = `${NO_PROXY},${no_proxy}`.split(',').map((host) => host.trim());
  const hosts = [...own, 'localhost', '127.0.0.1', new URL(urls.admin).hostname].filter(Boolean);
  const direct = [...new Set(hosts)].join(',');
  return {
    ANAF_LOGIN_URL: urls.login,
    ANAF_API_URL: urls.api,
    ...(client && { ANAF_CLIENT_ID: client.clientId, ANAF_CLIENT_SECRET: client.clientSecret }),
    MOCK_ANAF_ADMIN_URL: urls.admin,
    ...(adminToken !== undefined && { MOCK_ANAF_ADMIN_TOKEN: adminToken }),
    ...(urls.proxy !== undefined && { HTTPS_PROXY: urls.proxy, https_proxy: urls.proxy }),
    NO_PROXY: direct,
    no_proxy: direct,
    NODE_USE_ENV_PROXY: '1',
    SSL_CERT_FILE: authorities,
    CURL_CA_BUNDLE: authorities,
    REQUESTS_CA_BUNDLE: authorities,
    NODE_EXTRA_CA_CERTS: authorities,
    // An empty part stands for the folder that PHP was built with.
    PHP_INI_SCAN_DIR: `${phpFolders}${delimiter}${phpSettings}`,
  };
}

/** Windows knows none of them from outside but Ctrl-C, which every program of a console gets. */
const passedOn = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const;

function runToEnd([program, ...args]: readonly [string, ...string[]], env: Environment): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...env } });
    const passOn = (signal: NodeJS.Signals) => {
      // Ctrl-C and the end of a terminal reach the program by themselves, being of the same terminal. Without one it is a
      // supervisor that means the whole by its first process.
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, passOn);
    const end = (exitCode: number) => {
      for (const signal of passedOn) process.off(signal, passOn);
      resolve(exitCode);
    };
    child.on('error', (error) => {
      console.error(`mock-anaf: "${program}" cannot be started: ${error.message}`);
      end(127);
    });
    child.on('close', (exitCode, signal) => end(exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
