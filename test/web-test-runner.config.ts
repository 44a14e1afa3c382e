import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromiumArguments } from './support/browsers.ts';
import { elementCountsReporter } from './support/element-counts-reporter.ts';
import { formEcho } from './support/form-echo.ts';

const { CHROMIUM_PATH, FIREFOX_PATH } = process.env;
if (!CHROMIUM_PATH || !FIREFOX_PATH) throw new Error('CHROMIUM_PATH and FIREFOX_PATH must name the two browsers');

/**
 * Element tests, in Chromium by Playwright and in Firefox by Puppeteer (Playwright drives only its own build of Firefox). Both
 * browsers run at the same time. In Chromium several test files run at once, because each page has a browser context of its own,
 * with its own storage, broadcast channels and focus. In Firefox pages share them, so that files run one after another.
 */
const config: TestRunnerConfig = {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: ['test/widget/**/*.spec.ts'],
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['spv-source', 'browser', 'development'] },
  plugins: [esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('../widget/tsconfig.json', import.meta.url)) })],
  middleware: [formEcho],
  browsers: [
    playwrightLauncher({
      launchOptions: { executablePath: CHROMIUM_PATH, args: [...chromiumArguments] },
      concurrency: availableParallelism(),
    }),
    puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: FIREFOX_PATH }, concurrency: 1 }),
  ],
  concurrentBrowsers: 2,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: '30000' } },
  // Hides Lit's notice about its development build, and keeps that build's warnings about mistakes.
  filterBrowserLogs: ({ args }) => !args.some((text) => String(text).includes('Lit is in dev mode')),
  reporters: [defaultReporter({ reportTestProgress: false }), elementCountsReporter()],
};

export default config;
