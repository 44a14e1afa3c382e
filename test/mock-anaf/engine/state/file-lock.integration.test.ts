import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { StateFileError } from 'mock-anaf';
import { lockFile } from 'mock-anaf/internal/engine/state/file-lock.ts';
import { startMock } from '../../support/login.ts';

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-lock-'));
  const file = join(folder, 'state.json');
  return { file, lock: `${file}.lock`, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function command(file: string) {
  const args = ['--conditions=spv-source', 'mock-anaf/main.ts', '--free-ports', '--data', file];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the data file of a mock', () => {
  it('a second mock, in this process or another, cannot use a data file that is in use, and the file stays unchanged', async () => {
    using place = setup();
    await using first = await startMock({ dataFile: place.file });
    await first.issueTokens({ persona: 'accountant' });
    const before = readFileSync(place.file, 'utf8');

    await assert.rejects(startMock({ dataFile: place.file }), (error: Error) => {
      assert.ok(error instanceof StateFileError);
      assert.match(error.message, new RegExp(`used by another mock \\(process ${process.pid}\\): .*--data`));
      return true;
    });
    const second = command(place.file);
    const [said, [exitCode]] = await Promise.all([text(second.stderr), once(second, 'exit')]);

    assert.ok(said.includes(`"${place.file}" is used by another mock (process ${process.pid})`), said);
    assert.equal(exitCode, 4);
    assert.equal(readFileSync(place.file, 'utf8'), before);
  });

  it('the data file is unlocked after a stop and after a failed start', async () => {
    using place = setup();
    await using occupant = await startMock();
    const admin = Number(new URL(occupant.urls.admin).port);

    await assert.rejects(startMock({ dataFile: place.file, ports: { admin } }), { code: 'port-busy' });
    const mock = await startMock({ dataFile: place.file });
    await mock.stop();

    assert.ok(!existsSync(place.lock));
  });

  it('the data file can be locked again after its process was killed', async () => {
    using place = setup();
    const killed = command(place.file);
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    assert.equal(readFileSync(place.lock, 'utf8'), String(killed.pid));

    const mock = await startMock({ dataFile: place.file });

    assert.equal(readFileSync(place.lock, 'utf8'), String(process.pid));
    await mock.stop();
  });

  it('a lock that names no process, or has the id of this process by chance, is taken over', async () => {
    using place = setup();
    for (const content of ['', 'x', String(process.pid)]) {
      writeFileSync(place.lock, content);

      const unlock = await lockFile(place.file);

      assert.equal(readFileSync(place.lock, 'utf8'), String(process.pid));
      await unlock();
      await unlock();
    }
  });

  it('only one of many concurrent processes gets the lock, with or without a stale lock', async () => {
    using place = setup();
    for (const isStale of [true, false]) {
      if (isStale) writeFileSync(place.lock, '');

      const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFile(place.file)));

      const locks = results.filter((result) => result.status === 'fulfilled');
      assert.equal(locks.length, 1, JSON.stringify(results));
      await locks[0]?.value();
    }
  });
});
