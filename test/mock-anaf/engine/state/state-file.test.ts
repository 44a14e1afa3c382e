import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { MockState } from 'mock-anaf';
import type { KeyRing } from 'mock-anaf/internal/engine/pki/key-ring.ts';
import { newState } from 'mock-anaf/internal/engine/state/new-state.ts';
import { loadState, StateFile, StateFileError } from 'mock-anaf/internal/engine/state/state-file.ts';

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-state-'));
  const file = join(folder, 'deep', 'state.json');
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

// What the keys are does not matter to the file.
const keys = {} as KeyRing;
const empty = newState({ companies: [], people: [], clients: [], idSeed: '' }, keys);
const stateWith = (nextUploadId: number): MockState => ({ ...empty, nextUploadId });

describe('StateFile', () => {
  it('writes what loadState reads, and leaves nothing else in the folder', async () => {
    using place = setup();
    await new StateFile(place.file, () => stateWith(7)).save();

    assert.deepEqual(await loadState(place.file), stateWith(7));
    assert.deepEqual(readdirSync(join(place.folder, 'deep')), ['state.json']);
  });

  it('has the latest state in the file when a save that was asked for during another is over', async () => {
    using place = setup();
    let counter = 0;
    const file = new StateFile(place.file, () => stateWith(counter));

    const saves = Array.from({ length: 20 }, () => {
      counter += 1;
      return file.save();
    });
    await saves.at(-1);

    assert.equal(JSON.parse(readFileSync(place.file, 'utf8')).nextUploadId, 20);
  });

  it('complains with the name of a file that cannot be written', async () => {
    using place = setup();
    writeFileSync(join(place.folder, 'deep'), 'a file where a folder is needed');

    await assert.rejects(new StateFile(place.file, () => stateWith(1)).save(), (error) => {
      return error instanceof StateFileError && error.message.includes(place.file);
    });
  });
});

describe('loadState', () => {
  it('finds nothing where there is no file', async () => {
    using place = setup();

    assert.equal(await loadState(place.file), undefined);
  });

  for (const [name, content] of [
    ['no JSON', '{"version": 1'],
    ['of another version', '{"version": 1}'],
    ['something else', '[]'],
    ['nothing', 'null'],
  ] as const) {
    it(`refuses a file that is ${name}, and names it`, async () => {
      using place = setup();
      const file = join(place.folder, 'state.json');
      writeFileSync(file, content);

      await assert.rejects(loadState(file), (error) => error instanceof StateFileError && error.message.includes(file));
    });
  }
});
