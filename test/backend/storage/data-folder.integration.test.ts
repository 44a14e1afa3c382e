import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DataFolderInUseError } from 'spv-authorize-backend';
import { lockDataFolder } from 'spv-authorize-backend/internal/storage/data-folder-lock.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

describe('the data folder of the embedded database', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'spv-data-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused to a second process with a message that names it and the option', async () => {
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

  it('is free again after its process was killed, with every row that was written', async () => {
    const data = join(folder, 'killed');
    const holder = await holdInOtherProcess(data);
    await end(holder, 'SIGKILL');

    const database = await openDatabase({ dataFolder: data }, () => {});

    const rows = await database.queries.selectFrom('companies').select('id').execute();
    assert.deepEqual(rows, [{ id: String(holder.pid) }]);
    await database.close();
  });

  it('is started anew when a first start was ended before it was complete', async () => {
    const data = join(folder, 'half');
    await mkdir(join(data, 'postgres'), { recursive: true });
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), 'half a cluster');

    const database = await openDatabase({ dataFolder: data }, () => {});

    assert.deepEqual(await database.queries.selectFrom('companies').selectAll().execute(), []);
    await database.close();
  });

  it('goes to one of many that ask for it at the same moment', async () => {
    const data = mkdtempSync(join(folder, 'race-'));

    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(data)));

    const locks = results.filter((result) => result.status === 'fulfilled');
    assert.equal(locks.length, 1);
    await locks[0]?.value();
  });

  it('can be taken, given back and taken again, also below a long path', async () => {
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
  const script = join(import.meta.dirname, '../support/lock-holder.ts');
  const child = spawn(process.execPath, ['--conditions=spv-source', script, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said).trim(), 'open');
  return child;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await once(child, 'exit');
}
