import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './support/browsers.ts';

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'mock-anaf/**/*.spec.ts'],
  globalSetup: './e2e/build-scripts.ts',
  outputDir: '../test-results/e2e',

  // Only a test that hangs reaches these limits, even on a busy machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: availableParallelism(),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['dot'], ['./support/playwright-counts-reporter.ts']],
  use: {
    locale: 'ro-RO',
    timezoneId: 'Europe/Bucharest',
    // No traces by default, because tracing takes a fifth of the suite's time. `--trace on` turns it on.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [...chromiumArguments],
    },
  },
});
