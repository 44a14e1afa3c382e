import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runToEnd } from './process.ts';

const installedNames = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Arguments that a Chromium of tests starts with; `--no-sandbox` only where Chromium refuses to start with one. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Finds or installs the browsers and names them in `CHROMIUM_PATH` and `FIREFOX_PATH` for the suite that needs them. */
export async function browserEnvironment(
  need: 'chromium' | 'chromium-and-firefox',
): Promise<Readonly<Record<string, string>>> {
  const environment: Record<string, string> = { CHROMIUM_PATH: await chromiumPath() };
  if (need === 'chromium-and-firefox') environment.FIREFOX_PATH = await firefoxPath();
  return environment;
}

/**
 * `CHROMIUM_PATH`, an installed Chromium, Playwright's cache; else it installs one, as root on Debian by apt, elsewhere by
 * Playwright. Throws with both commands when none of that gives a browser.
 */
export async function chromiumPath(): Promise<string> {
  const found = named('CHROMIUM_PATH') ?? onPath(installedNames.chromium) ?? inPlaywrightCache();
  if (found) return found;
  if (isRootOnDebian()) await aptInstall('chromium');
  else await runToEnd('playwright', ['install', 'chromium']);
  const installed = onPath(installedNames.chromium) ?? inPlaywrightCache();
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install one and run the tests again:\n' +
      '  apt-get install chromium            (Debian, as root)\n' +
      '  npx playwright install chromium     (elsewhere)\n' +
      'or name one in CHROMIUM_PATH.',
  );
}

/** `FIREFOX_PATH` or an installed Firefox; else Debian's, installed as root. */
async function firefoxPath(): Promise<string> {
  const found = named('FIREFOX_PATH') ?? onPath(installedNames.firefox);
  if (found) return found;
  if (isRootOnDebian()) await aptInstall('firefox-esr');
  const installed = onPath(installedNames.firefox);
  if (installed) return installed;
  throw new Error(
    'No Firefox was found and none could be installed. Install one (on Debian, as root: apt-get install firefox-esr) ' +
      'and run the tests again, or name one in FIREFOX_PATH.',
  );
}

function named(variable: string): string | undefined {
  const path = process.env[variable];
  if (!path) return undefined;
  if (!isExecutable(path)) throw new Error(`${variable} names "${path}", which is not a program that can be run.`);
  return path;
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function inPlaywrightCache(): string | undefined {
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not executable for this user: the same as not being there.
    return false;
  }
}

/** Also used for what else the tests need from Debian, PostgreSQL for example. */
export function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

export async function aptInstall(...packages: readonly string[]): Promise<void> {
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const { exitCode } = await runToEnd('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (exitCode !== 0) throw new Error(`apt-get install ${packages.join(' ')} ended with exit code ${exitCode}`);
}
