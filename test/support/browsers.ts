import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { type FinishedProcess, runToEnd } from './process.ts';

const installedNames = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Where browsers are looked for and how they are installed. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRootOnDebian: boolean;
  /** Where Playwright keeps its Chromium, whether it is there or not. */
  readonly playwrightChromium: string;
  run(command: string, args: readonly string[]): Promise<FinishedProcess>;
}

export const thisMachine: Machine = {
  env: process.env,
  isRootOnDebian: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
  playwrightChromium: chromium.executablePath(),
  run: (command, args) => runToEnd(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
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
export async function chromiumPath(machine: Machine = thisMachine): Promise<string> {
  const inPlaywrightCache = () => [machine.playwrightChromium].find(isExecutable);
  const find = () => onPath(machine, installedNames.chromium) ?? inPlaywrightCache();
  const found = named(machine, 'CHROMIUM_PATH') ?? find();
  if (found) return found;
  const failure = await failureOf(() =>
    machine.isRootOnDebian ? aptInstall(['chromium'], machine) : machine.run('playwright', ['install', 'chromium']),
  );
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'No Chromium was found and none could be installed. Install one and run the tests again:\n' +
      '  apt-get install chromium            (Debian, as root)\n' +
      '  npx playwright install chromium     (elsewhere)\n' +
      'or name one in CHROMIUM_PATH.',
    { cause: failure },
  );
}

/** `FIREFOX_PATH` or an installed Firefox; else Debian's, installed as root. */
async function firefoxPath(machine: Machine = thisMachine): Promise<string> {
  const find = () => onPath(machine, installedNames.firefox);
  const found = named(machine, 'FIREFOX_PATH') ?? find();
  if (found) return found;
  const failure = await failureOf(async () => {
    if (machine.isRootOnDebian) await aptInstall(['firefox-esr'], machine);
  });
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'No Firefox was found and none could be installed. Install one (on Debian, as root: apt-get install firefox-esr) ' +
      'and run the tests again, or name one in FIREFOX_PATH.',
    { cause: failure },
  );
}

/** Also used for what else the tests need from Debian, PostgreSQL for example. */
export function isRootOnDebian(): boolean {
  return thisMachine.isRootOnDebian;
}

export async function aptInstall(packages: readonly string[], { run }: Machine = thisMachine): Promise<void> {
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { exitCode } = await run('apt-get', args);
    if (exitCode !== 0) throw new Error(`apt-get ${args.join(' ')} ended with exit code ${exitCode}`);
  }
}

/** An installer that fails is no reason to stop yet: what counts is whether a browser is there afterwards. */
async function failureOf(install: () => Promise<unknown>): Promise<unknown> {
  try {
    await install();
    return undefined;
  } catch (error) {
    return error;
  }
}

function named({ env }: Machine, variable: string): string | undefined {
  const path = env[variable];
  if (!path) return undefined;
  if (!isExecutable(path)) throw new Error(`${variable} names "${path}", which is not a program that can be run.`);
  return path;
}

function onPath({ env }: Machine, names: readonly string[]): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export function isExecutableOnPath(machine: Machine, name: string): boolean {
  return onPath(machine, [name]) !== undefined;
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
