import { isExecutable, type Machine, onPath, thisMachine } from './machine.ts';

/** A program that some tests need and that npm does not install. */
export interface Requirement {
  readonly name: string;
  /** Ends the sentence "… is needed". */
  readonly reason: string;
  readonly debianPackages: readonly string[];
  /** Installs it on systems other than Debian, where such a command exists. */
  readonly installElsewhere?: readonly [string, ...string[]];
  /** The environment variable that tells the suite where the program is. */
  readonly variable?: string;
  find(machine: Machine): string | undefined;
}

export const chromium: Requirement = {
  name: 'Chromium',
  reason: 'to run the element, its pages and the demo in a browser',
  debianPackages: ['chromium'],
  installElsewhere: ['playwright', 'install', 'chromium'],
  variable: 'CHROMIUM_PATH',
  find: (machine) =>
    named(machine, 'CHROMIUM_PATH') ??
    onPath(machine, ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    [machine.playwrightChromium].find(isExecutable),
};

export const firefox: Requirement = {
  name: 'Firefox',
  reason: 'to run the element in a second browser engine',
  debianPackages: ['firefox-esr'],
  variable: 'FIREFOX_PATH',
  find: (machine) => named(machine, 'FIREFOX_PATH') ?? onPath(machine, ['firefox-esr', 'firefox']),
};

/** A program that is called by its name. */
export function program(name: string, reason: string, debianPackages: readonly string[] = [name]): Requirement {
  return { name, reason, debianPackages, find: (machine) => onPath(machine, [name]) };
}

/**
 * Makes sure that the requirements of a suite are installed, and returns the environment that tells the suite where they are.
 * What is missing is announced with its reason, the command and its size. The command is then run as root on Debian, or if
 * `mayInstall`.
 * @throws Error with the command, if something is missing and may not or cannot be installed
 */
export async function ensureInstalled(
  requirements: readonly Requirement[],
  { mayInstall = false, machine = thisMachine }: { readonly mayInstall?: boolean; readonly machine?: Machine } = {},
): Promise<Readonly<Record<string, string>>> {
  const missing = requirements.filter((one) => one.find(machine) === undefined);
  if (missing.length > 0) await install(missing, mayInstall, machine);
  const entries = requirements.flatMap((one) => (one.variable ? [[one.variable, one.find(machine) ?? '']] : []));
  return Object.fromEntries(entries);
}

/** @throws Error if no Chromium is found */
export function chromiumPath(machine: Machine = thisMachine): string {
  return pathOf(chromium, machine);
}

/** @throws Error if no Firefox is found */
export function firefoxPath(machine: Machine = thisMachine): string {
  return pathOf(firefox, machine);
}

function pathOf(requirement: Requirement, machine: Machine): string {
  const path = requirement.find(machine);
  if (path) return path;
  const { name } = requirement;
  throw new Error(`${name} was not found. Install it and run the tests again:\n${commandsFor([requirement], machine)}`);
}

async function install(missing: readonly Requirement[], mayInstall: boolean, machine: Machine): Promise<void> {
  const isAllowed = mayInstall || (machine.isDebian && machine.isRoot);
  for (const { name, reason } of missing) machine.print(`${name} is needed ${reason}. It is not installed.`);
  if (machine.isDebian && machine.isRoot) await machine.run('apt-get', ['update', '-qq']);
  const commands = commandsFor(missing, machine);
  machine.print(`${commands}${await sizeOf(missing, machine)}`);
  if (isAllowed) await runAll(missing, machine);
  const left = missing.filter((one) => one.find(machine) === undefined).map(({ name }) => name);
  if (left.length === 0) return;
  const advice = isAllowed
    ? 'Installing did not help. Run the command above by hand, then the tests again.'
    : 'Run the command above and then the tests again, or let the tests run it: npm test -- --install';
  throw new Error(`These tests need ${left.join(', ')}.\n${advice}`);
}

function commandsFor(missing: readonly Requirement[], machine: Machine): string {
  if (machine.isDebian) return `  ${aptCommand(missing, machine).join(' ')}`;
  return missing
    .map((one) => `  ${one.installElsewhere?.join(' ') ?? `(install ${one.name} with your system's package manager)`}`)
    .join('\n');
}

function aptCommand(missing: readonly Requirement[], { isRoot }: Machine): [string, ...string[]] {
  const packages = [...new Set(missing.flatMap(({ debianPackages }) => debianPackages))];
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  return isRoot ? ['apt-get', ...args] : ['sudo', 'apt-get', ...args];
}

/** The sizes that apt-get reports for the download and on disk; empty if it reports none. */
async function sizeOf(missing: readonly Requirement[], machine: Machine): Promise<string> {
  if (!machine.isDebian) return '';
  const packages = missing.flatMap(({ debianPackages }) => debianPackages);
  const plan = ['install', '--assume-no', '--no-install-recommends', '-o', 'Debug::NoLocking=1', ...packages];
  const said = await machine.read('apt-get', plan);
  const [, download] = /Need to get ([\d.,]+ \w+)/.exec(said) ?? [];
  const [, disk] = /([\d.,]+ \w+) of additional disk space/.exec(said) ?? [];
  return download && disk ? `\n  (downloads ${download}, takes ${disk} of disk space)` : '';
}

async function runAll(missing: readonly Requirement[], machine: Machine): Promise<void> {
  const elsewhere = missing.flatMap(({ installElsewhere }) => (installElsewhere ? [installElsewhere] : []));
  for (const [command, ...args] of machine.isDebian ? [aptCommand(missing, machine)] : elsewhere) {
    const { exitCode } = await machine.run(command, args);
    if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${exitCode}`);
  }
}

function named({ env }: Machine, variable: string): string | undefined {
  const path = env[variable];
  if (!path) return undefined;
  if (!isExecutable(path)) throw new Error(`${variable} is "${path}", which is not an executable file.`);
  return path;
}
