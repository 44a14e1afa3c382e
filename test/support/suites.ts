import { globSync } from 'node:fs';
import type { Programs } from './programs.ts';

/** A named part of the tests: one command that writes its counts with one of the counting reporters. */
export interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Needs a browser, so that one is found or installed before the suite starts. */
  readonly browser?: 'chromium' | 'chromium-and-firefox';
  /** Must be on PATH, or are installed before the suite starts. */
  readonly programs?: Programs;
}

/** Tests that need neither sockets nor a browser; also part of `npm run check`. */
export const unit = nodeSuite(
  'unit',
  'test/**/*.test.ts',
  /\.(integration|store|oldest|windows|clients|slow)\.test\.ts$/,
);

const integration: Suite = {
  ...nodeSuite('integration', 'test/**/*.integration.test.ts'),
  browser: 'chromium',
  // They walk through the TLS doors of the mock.
  programs: { curl: ['curl'], openssl: ['openssl'], python3: ['python3'] },
};
const element: Suite = {
  name: 'element',
  command: ['web-test-runner', '--config', 'test/web-test-runner.config.ts'],
  browser: 'chromium-and-firefox',
};
const endToEnd: Suite = {
  name: 'end-to-end',
  command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
  browser: 'chromium',
};
const check: Suite = { name: 'check', command: ['node', 'node-guard.js', 'test/check.ts'] };
const certificateStore: Suite = {
  ...nodeSuite('certificate-store', 'test/**/*.store.test.ts'),
  browser: 'chromium',
};

/** Clients and recipes in other languages. */
const clients: Suite = {
  ...nodeSuite('clients', 'test/**/*.clients.test.ts'),
  programs: {
    curl: ['curl'],
    python3: ['python3'],
    'pytest-3': ['python3-pytest'],
    php: ['php-cli', 'php-curl'],
    phpunit: ['phpunit', 'php-curl'],
    mcs: ['mono-mcs'],
    mono: ['mono-runtime', 'libmono-system-net-http4.0-cil', 'libmono-system-io-compression4.0-cil'],
  },
};
const oldestNode = nodeSuite('oldest-node', 'test/**/*.oldest.test.ts');

/** By Wine, where the machine is none of Windows. */
const windows: Suite = {
  ...nodeSuite('windows', 'test/**/*.windows.test.ts'),
  programs: process.platform === 'win32' ? {} : { wine: ['wine', 'wine64'] },
};

/** What `npm test` and the separately named scripts run, in order. */
export const suitesByRun: Readonly<Record<string, readonly Suite[]>> = {
  default: [check, integration, element, endToEnd],
  'certificate-store': [certificateStore],
  clients: [clients],
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
      '--test-concurrency=2',
      '--test-timeout=120000',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/support/node-counts-reporter.ts',
      '--test-reporter-destination=stderr',
      ...files,
    ],
  };
}
