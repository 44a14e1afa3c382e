import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Machine } from './machine.ts';
import { chromium, chromiumPath, ensureInstalled, firefox, program } from './requirements.ts';

/** What apt-get prints for `--assume-no`. */
const aptPlan =
  'Need to get 95.1 MB/96.0 MB of archives.\nAfter this operation, 329 MB of additional disk space will be used.';

/** A machine whose PATH holds the programs `present`, and whose installer adds the programs `installs`. */
function setup({
  present = [],
  installs = [],
  ...changes
}: { present?: readonly string[]; installs?: readonly string[] } & Partial<Machine> = {}) {
  const bin = mkdtempSync(join(tmpdir(), 'spv-requirements-'));
  const ran: string[] = [];
  const printed: string[] = [];
  const add = (name: string): string => {
    const path = join(bin, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };
  for (const name of present) add(name);
  const machine: Machine = {
    isDebian: true,
    isRoot: true,
    playwrightChromium: join(bin, 'no-such-cache'),
    run: async (command, args) => {
      ran.push([command, ...args].join(' '));
      if (args.includes('install')) for (const name of installs) add(name);
      return { exitCode: 0, seconds: 0 };
    },
    read: async () => aptPlan,
    print: (text) => printed.push(text),
    ...changes,
    env: { PATH: bin, ...changes.env },
  };
  return { machine, bin, ran, printed, add, [Symbol.dispose]: () => rmSync(bin, { recursive: true }) };
}

const php = program('php', 'to run the recipe for PHP', ['php-cli', 'php-curl']);

describe('the requirements of a suite', () => {
  it('a suite whose programs are all installed runs nothing and prints nothing', async () => {
    using place = setup({ present: ['php', 'chromium'] });

    const environment = await ensureInstalled([php, chromium], { machine: place.machine });

    assert.deepEqual([place.ran, place.printed], [[], []]);
    assert.deepEqual(environment, { CHROMIUM_PATH: join(place.bin, 'chromium') });
  });

  it('as root on Debian, a missing program is announced with reason, command and size before it is installed', async () => {
    const printedAtInstall: string[] = [];
    using place = setup({ installs: ['php'] });
    const { run } = place.machine;
    const machine: Machine = {
      ...place.machine,
      run: (command, args) => {
        if (args.includes('install')) printedAtInstall.push(...place.printed);
        return run(command, args);
      },
    };

    await ensureInstalled([php], { machine });

    assert.deepEqual(printedAtInstall, [
      'php is needed to run the recipe for PHP. It is not installed.',
      '  apt-get install -y -qq --no-install-recommends php-cli php-curl\n  (downloads 95.1 MB, takes 329 MB of disk space)',
    ]);
    assert.deepEqual(place.ran, [
      'apt-get update -qq',
      'apt-get install -y -qq --no-install-recommends php-cli php-curl',
    ]);
  });

  it('as another user on Debian, nothing is installed and the error names the command', async () => {
    using place = setup({ isRoot: false, installs: ['php'] });

    await assert.rejects(ensureInstalled([php], { machine: place.machine }), /need php.*\n.*npm test -- --install/);

    assert.deepEqual(place.ran, []);
    assert.match(place.printed.join('\n'), /sudo apt-get install -y -qq --no-install-recommends php-cli php-curl/);
  });

  it('with --install, another user on Debian installs by sudo', async () => {
    using place = setup({ isRoot: false, installs: ['php'] });

    await ensureInstalled([php], { machine: place.machine, mayInstall: true });

    assert.deepEqual(place.ran, ['sudo apt-get install -y -qq --no-install-recommends php-cli php-curl']);
  });

  it('with --install, Playwright brings Chromium on other systems', async () => {
    using place = setup({ isDebian: false, installs: ['chromium'] });

    const environment = await ensureInstalled([chromium], { machine: place.machine, mayInstall: true });

    assert.deepEqual(place.ran, ['playwright install chromium']);
    assert.equal(environment.CHROMIUM_PATH, join(place.bin, 'chromium'));
  });

  it('without --install, nothing is installed on other systems, not even as root', async () => {
    using place = setup({ isDebian: false, installs: ['chromium'] });

    await assert.rejects(ensureInstalled([chromium, firefox], { machine: place.machine }), /need Chromium, Firefox/);

    assert.deepEqual(place.ran, []);
    assert.match(place.printed.at(-1) ?? '', /playwright install chromium\n.*install Firefox with your system/);
  });

  it('an installation that brings nothing is reported as such', async () => {
    using place = setup({});

    await assert.rejects(ensureInstalled([php], { machine: place.machine }), /Installing did not help/);
  });

  it('an installer that fails is reported with its exit code', async () => {
    using place = setup({ run: async () => ({ exitCode: 100, seconds: 0 }) });

    await assert.rejects(ensureInstalled([php], { machine: place.machine }), /ended with exit code 100/);
  });
});

describe('the Chromium of the tests', () => {
  it('CHROMIUM_PATH wins over an installed Chromium', () => {
    using place = setup({ present: ['chromium'] });
    const chosen = place.add('my-browser');

    assert.equal(chromiumPath({ ...place.machine, env: { ...place.machine.env, CHROMIUM_PATH: chosen } }), chosen);
  });

  it('an installed Chromium wins over the one in the cache of Playwright', () => {
    using place = setup({});
    const cached = place.add('cached');
    const machine = { ...place.machine, playwrightChromium: cached };

    assert.equal(chromiumPath(machine), cached);
    const installed = place.add('google-chrome');
    assert.equal(chromiumPath(machine), installed);
  });

  it('a CHROMIUM_PATH that is not an executable file is refused by its name', () => {
    using place = setup({ env: { CHROMIUM_PATH: '/nowhere/chromium' } });

    assert.throws(() => chromiumPath(place.machine), /CHROMIUM_PATH is "\/nowhere\/chromium"/);
  });

  it('a machine without any Chromium is told how to install one', () => {
    using place = setup({});

    assert.throws(() => chromiumPath(place.machine), /not found.*\n {2}apt-get install .* chromium/);
  });
});
