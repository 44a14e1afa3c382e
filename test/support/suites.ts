import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { installedPrograms, sharedPostgres } from './postgres.ts';
import { chromium, firefox, program, type Requirement } from './requirements.ts';
import type { SharedService } from './shared-service.ts';

/** A named part of the tests: a command that reports its counts through one of the counting reporters. */
export interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Must be installed before the suite starts. */
  readonly requirements?: readonly Requirement[];
  /** Starts what all files of the suite share. `env` tells them where it is. */
  readonly start?: () => Promise<SharedService>;
}

/** Tests that need neither sockets nor a browser. They are part of `npm run check`. */
export const unit = nodeSuite(
  'unit',
  'test/**/*.test.ts',
  /\.(integration|store|oldest|windows|clients|conformance|slow)\.test\.ts$/,
);

const tlsClient = 'to call the TLS ports of the mock as clients in other languages do';
const recipe = 'to run the clients and recipes in other languages';

const postgresql: Requirement = {
  name: 'PostgreSQL',
  reason: 'to run the tests of the backend on both of its databases',
  debianPackages: ['postgresql'],
  find: installedPrograms,
};

const integration: Suite = {
  ...nodeSuite('integration', 'test/**/*.integration.test.ts'),
  start: sharedPostgres,
  requirements: [chromium, postgresql, ...['curl', 'openssl', 'python3'].map((name) => program(name, tlsClient))],
};
const element: Suite = {
  name: 'element',
  command: ['web-test-runner', '--config', 'test/web-test-runner.config.ts'],
  requirements: [chromium, firefox],
};
const endToEnd: Suite = {
  name: 'end-to-end',
  command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
  requirements: [chromium],
};
const check: Suite = { name: 'check', command: ['node', 'node-guard.js', 'test/check.ts'] };
const certificateStore: Suite = {
  ...nodeSuite('certificate-store', 'test/**/*.store.test.ts'),
  requirements: [chromium, program('certutil', "to fill a browser's certificate store", ['libnss3-tools'])],
};

/** Clients and recipes in other languages. */
const clients: Suite = {
  ...nodeSuite('clients', 'test/**/*.clients.test.ts'),
  requirements: [
    chromium,
    program('curl', recipe),
    program('python3', recipe),
    program('pytest-3', recipe, ['python3-pytest']),
    program('php', recipe, ['php-cli', 'php-curl']),
    program('phpunit', recipe, ['phpunit', 'php-curl']),
    program('mcs', recipe, ['mono-mcs']),
    program('mono', recipe, ['mono-runtime', 'libmono-system-net-http4.0-cil', 'libmono-system-io-compression4.0-cil']),
  ],
};

/** The conformance kit against good and broken backends. */
const conformance: Suite = {
  ...nodeSuite('conformance', 'test/**/*.conformance.test.ts'),
  requirements: [program('php', 'to run the backend in one PHP file', ['php-cli', 'php-curl'])],
};
const oldestNode = nodeSuite('oldest-node', 'test/**/*.oldest.test.ts');

/** Natively on Windows, by Wine on other systems. */
const windows: Suite = {
  ...nodeSuite('windows', 'test/**/*.windows.test.ts'),
  requirements: process.platform === 'win32' ? [] : [program('wine', 'to run Node for Windows', ['wine', 'wine64'])],
};

/** What `npm test` and the separately named scripts run, in order. */
export const suitesByRun: Readonly<Record<string, readonly Suite[]>> = {
  default: [check, integration, element, endToEnd],
  'certificate-store': [certificateStore],
  clients: [clients],
  conformance: [conformance],
  'oldest-node': [oldestNode],
  windows: [windows],
};

function nodeSuite(name: string, include: string, exclude?: RegExp): Suite {
  const files = globSync(include, { exclude: (path) => path.includes('node_modules') })
    .filter((file) => !exclude?.test(file))
    .sort();
  return {
    name,
    command: [
      'node',
      '--test',
      `--test-concurrency=${availableParallelism()}`,
      '--test-timeout=120000',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/support/node-counts-reporter.ts',
      '--test-reporter-destination=stderr',
      ...files,
    ],
  };
}
