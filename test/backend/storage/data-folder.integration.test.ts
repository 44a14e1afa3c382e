import assert from 'node:assert/strict';
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { DatabaseOpenError, DataFolderInUseError } from 'spv-authorize-backend';
import { lockDataFolder } from 'spv-authorize-backend/internal/storage/data-folder-lock.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

describe('the data folder of the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spv-data-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('a data folder in use is refused to a second process, with the folder and the option in the message', async () => {
    const data = join(folder, 'second');
    const holder = await holdInOtherProcess(data);

    const second = openDatabase({ dataFolder: data }, () => {});

    await assert.rejects(second, (error: Error) => {
      assert.ok(error instanceof DataFolderInUseError);
      assert.match(error.message, new RegExp(`"${data}".*DATA_FOLDER`));
      return true;
    });
    await end(holder, 'SIGTERM');
  });

  it('the data folder of a killed process can be opened again with every committed row', async () => {
    const data = join(folder, 'killed');
    const holder = await holdInOtherProcess(data);
    await end(holder, 'SIGKILL');

    const database = await openDatabase({ dataFolder: data }, () => {});
    after(() => database.close());

    const rows = await database.queries.selectFrom('companies').select('id').execute();
    assert.deepEqual(rows, [{ id: String(holder.pid) }]);
  });

  it('a data folder whose first start was killed is created again', async () => {
    const data = join(folder, 'unfinished');
    const [, signal] = await once(startScript('interrupted-start.ts', data), 'exit');
    assert.equal(signal, 'SIGKILL');
    assert.ok(existsSync(join(data, 'starting')) && existsSync(join(data, 'postgres', 'PG_VERSION')));

    const database = await openDatabase({ dataFolder: data }, () => {});
    after(() => database.close());

    assert.deepEqual(await database.queries.selectFrom('companies').selectAll().execute(), []);
    assert.ok(!existsSync(join(data, 'starting')));
  });

  it('a data folder that cannot be opened is named and left unchanged', async () => {
    const data = join(folder, 'damaged');
    await mkdir(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), 'not a cluster');

    const opening = openDatabase({ dataFolder: data }, () => {});

    await assert.rejects(opening, (error: Error) => {
      assert.ok(error instanceof DatabaseOpenError);
      assert.match(error.message, new RegExp(`"${data}" cannot be opened: .*Nothing in it was deleted`));
      return true;
    });
    assert.equal(readFileSync(join(data, 'postgres', 'PG_VERSION'), 'utf8'), 'not a cluster');
  });

  it('a data folder that is a file is named, with the variable to change it', async () => {
    const data = join(folder, 'file');
    writeFileSync(data, '');

    await assert.rejects(
      openDatabase({ dataFolder: data }, () => {}),
      (error: Error) => {
        assert.ok(error instanceof DatabaseOpenError);
        assert.match(error.message, new RegExp(`"${data}" cannot be opened: .*DATA_FOLDER`));
        return true;
      },
    );
  });

  it('of many processes that lock the data folder at the same moment one succeeds, also after its holder was killed', async () => {
    const data = mkdtempSync(join(folder, 'processes-'));
    await end(await holdInOtherProcess(data), 'SIGKILL');
    const askers = Array.from({ length: 6 }, () => startScript('lock-asker.ts', data));
    await Promise.all(askers.map((asker) => lineOf(asker)));

    const answers = askers.map((asker) => lineOf(asker));
    for (const asker of askers) asker.stdin.write('now\n');

    assert.deepEqual((await Promise.all(answers)).sort(), [...Array(5).fill('DataFolderInUseError'), 'held']);
    await Promise.all(askers.map((asker) => end(asker, 'SIGKILL')));
  });

  it('of many callers in one process that lock the data folder at the same moment one succeeds', async () => {
    const data = mkdtempSync(join(folder, 'race-'));

    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(data)));

    const [lock, ...others] = results.filter((result) => result.status === 'fulfilled');
    assert.ok(lock);
    assert.deepEqual(others, []);
    await lock.value();
  });

  it('the data folder can be locked, released and locked again, also below a long path', async () => {
    const data = join(folder, 'long'.repeat(40));
    await mkdir(data);

    for (let turn = 0; turn < 3; turn += 1) {
      const release = await lockDataFolder(data);
      await release();
      await release();
    }

    const release = await lockDataFolder(data);
    await assert.rejects(lockDataFolder(data), DataFolderInUseError);
    await release();
  });
});

async function holdInOtherProcess(data: string): Promise<ChildProcess> {
  const child = startScript('lock-holder.ts', data);
  assert.equal(await lineOf(child), 'open');
  return child;
}

function startScript(name: string, data: string): ChildProcessByStdio<Writable, Readable, null> {
  const script = join(import.meta.dirname, '../support', name);
  const child = spawn(process.execPath, ['--conditions=spv-source', script, data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  after(() => child.kill('SIGKILL'));
  return child;
}

async function lineOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const [said] = await once(child.stdout, 'data');
  return String(said).trim();
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await once(child, 'exit');
}
