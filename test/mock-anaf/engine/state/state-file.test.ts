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

// The contents of the keys do not matter here.
const keys = {} as KeyRing;
const empty = newState({ companies: [], people: [], clients: [], idSeed: '' }, keys);
const stateWith = (nextUploadId: number): MockState => ({ ...empty, nextUploadId });

describe('StateFile', () => {
  it('a saved state is read by loadState, and no other file is left in the folder', async () => {
    using place = setup();
    await new StateFile(place.file, () => stateWith(7)).save();

    assert.deepEqual(await loadState(place.file), stateWith(7));
    assert.deepEqual(readdirSync(join(place.folder, 'deep')), ['state.json']);
  });

  it('a save during another save resolves when the latest state is in the file', async () => {
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

  it('a file that cannot be written is named in the error', async () => {
    using place = setup();
    writeFileSync(join(place.folder, 'deep'), 'a file where a folder is needed');

    await assert.rejects(new StateFile(place.file, () => stateWith(1)).save(), (error) => {
      return error instanceof StateFileError && error.message.includes(place.file);
    });
  });
});

describe('loadState', () => {
  it('loadState returns undefined without a file', async () => {
    using place = setup();

    assert.equal(await loadState(place.file), undefined);
  });

  for (const [name, content] of [
    ['no JSON', '{"version": 1'],
    ['of another version', '{"version": 1}'],
    ['something else', '[]'],
    ['nothing', 'null'],
  ] as const) {
    it(`a data file that is ${name} is refused and named in the error`, async () => {
      using place = setup();
      const file = join(place.folder, 'state.json');
      writeFileSync(file, content);

      await assert.rejects(loadState(file), (error) => error instanceof StateFileError && error.message.includes(file));
    });
  }
});
