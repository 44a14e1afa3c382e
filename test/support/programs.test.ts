import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ensurePrograms } from './programs.ts';

const programs = { php: ['php-cli', 'php-curl'], phpunit: ['phpunit', 'php-curl'] };

/** A machine whose PATH holds these programs, and whose installer brings those. */
function setup(isRootOnDebian: boolean, there: readonly string[], installs: readonly string[] = []) {
  const bin = mkdtempSync(join(tmpdir(), 'spv-programs-'));
  const ran: string[] = [];
  const add = (names: readonly string[]) => {
    for (const name of names) {
      writeFileSync(join(bin, name), '#!/bin/sh\n');
      chmodSync(join(bin, name), 0o755);
    }
  };
  add(there);
  const run = async (command: string, args: readonly string[]) => {
    ran.push([command, ...args].join(' '));
    add(installs);
    return { exitCode: 0, seconds: 0 };
  };
  const machine = { env: { PATH: bin }, isRootOnDebian, playwrightChromium: '', run };
  return { machine, ran, [Symbol.dispose]: () => rmSync(bin, { recursive: true }) };
}

describe('ensurePrograms', () => {
  it('does nothing where all are there', async () => {
    using place = setup(true, ['php', 'phpunit']);

    await ensurePrograms(programs, place.machine);

    assert.deepEqual(place.ran, []);
  });

  it('installs what is missing, and only that, as root on Debian', async () => {
    using place = setup(true, ['php'], ['phpunit']);

    await ensurePrograms(programs, place.machine);

    assert.equal(place.ran.at(-1), 'apt-get install -y -qq --no-install-recommends phpunit php-curl');
  });

  for (const isRootOnDebian of [true, false]) {
    it(`names what is missing and how to get it, ${isRootOnDebian ? 'where installing does not help' : 'elsewhere'}`, async () => {
      using place = setup(isRootOnDebian, ['php']);

      await assert.rejects(
        ensurePrograms(programs, place.machine),
        /run phpunit, which is not on PATH.*\n {2}apt-get install phpunit php-curl/,
      );
      assert.equal(place.ran.length, isRootOnDebian ? 2 : 0);
    });
  }
});
