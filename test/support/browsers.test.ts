import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromiumPath, type Machine } from './browsers.ts';

describe('chromiumPath', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'spv-browsers-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A machine with an empty PATH and cache; `installs` names the program that its installer brings. */
  function machine(changes: Partial<Machine> & { readonly installs?: string } = {}) {
    const ran: string[] = [];
    const bin = mkdtempSync(join(folder, 'bin-'));
    const isThere: Machine = {
      env: { PATH: bin, ...changes.env },
      isRootOnDebian: changes.isRootOnDebian ?? true,
      playwrightChromium: changes.playwrightChromium ?? join(bin, 'cache', 'chrome'),
      run: async (command, args) => {
        ran.push([command, ...args].join(' '));
        if (changes.installs) program(bin, changes.installs);
        return { exitCode: changes.installs ? 0 : 100, seconds: 0 };
      },
    };
    return { machine: isThere, bin, ran };
  }

  it('is the one that CHROMIUM_PATH names, before any other', async () => {
    const chosen = program(mkdtempSync(join(folder, 'chosen-')), 'my-browser');
    const { machine: here, bin } = machine({ env: { CHROMIUM_PATH: chosen } });
    program(bin, 'chromium');

    assert.equal(await chromiumPath(here), chosen);
  });

  it('refuses a CHROMIUM_PATH that is no program, and names it', async () => {
    const { machine: here } = machine({ env: { CHROMIUM_PATH: '/nowhere/chromium' } });

    await assert.rejects(chromiumPath(here), /CHROMIUM_PATH names "\/nowhere\/chromium"/);
  });

  it('is an installed one, before the one in the cache of Playwright', async () => {
    const cached = program(mkdtempSync(join(folder, 'cache-')), 'chrome');
    const both = machine({ playwrightChromium: cached });
    const installed = program(both.bin, 'google-chrome');

    assert.equal(await chromiumPath(both.machine), installed);
    assert.equal(await chromiumPath(machine({ playwrightChromium: cached }).machine), cached);
  });

  it('is installed by apt-get as root on Debian', async () => {
    const { machine: here, bin, ran } = machine({ installs: 'chromium' });

    assert.equal(await chromiumPath(here), join(bin, 'chromium'));
    assert.deepEqual(ran, ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends chromium']);
  });

  it('is installed by Playwright elsewhere', async () => {
    const { machine: here, bin, ran } = machine({ installs: 'chromium', isRootOnDebian: false });

    assert.equal(await chromiumPath(here), join(bin, 'chromium'));
    assert.deepEqual(ran, ['playwright install chromium']);
  });

  for (const isRootOnDebian of [true, false]) {
    it(`stops with both commands when nothing helps, ${isRootOnDebian ? 'as root on Debian' : 'elsewhere'}`, async () => {
      const { machine: here } = machine({ isRootOnDebian });

      await assert.rejects(chromiumPath(here), /apt-get install chromium .*\n.*playwright install chromium/);
    });
  }
});

function program(bin: string, name: string): string {
  const path = join(bin, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}
