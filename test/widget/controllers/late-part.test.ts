import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LatePart } from 'spv-authorize/internal/controllers/late-part.ts';

/** A loader that fails as often as told, and then succeeds. */
function loader(failures: number, message = 'no network') {
  let calls = 0;
  const load = async () => {
    calls += 1;
    if (calls <= failures) throw new TypeError(message);
    return { name: 'part' };
  };
  return { load, calls: () => calls };
}

describe('LatePart', () => {
  it('a part is loaded once, however often it is asked for', async () => {
    const { load, calls } = loader(0);
    const late = new LatePart(load);

    await Promise.all([late.load(), late.load()]);
    await late.load();

    assert.deepEqual([late.part, late.hasFailed, calls()], [{ name: 'part' }, false, 1]);
  });

  it('a part that cannot be loaded is loaded once more by itself', async () => {
    const { load, calls } = loader(1);
    const late = new LatePart(load);

    await late.load();

    assert.deepEqual([late.part, late.hasFailed, calls()], [{ name: 'part' }, false, 2]);
  });

  it('after the second failure it is loaded only when asked for, and until then it has failed', async () => {
    let changes = 0;
    const { load, calls } = loader(2);
    const late = new LatePart(load, () => {
      changes += 1;
    });

    await late.load();
    const failed = [late.part, late.hasFailed, calls(), changes];
    const again = late.load();
    const loading = late.hasFailed;
    await again;

    assert.deepEqual(failed, [undefined, true, 2, 1]);
    assert.deepEqual([loading, late.hasFailed, late.part, changes], [false, false, { name: 'part' }, 2]);
  });

  it('the second try uses another address when the error names the first one, because browsers remember failures', async () => {
    const { load, calls } = loader(9, 'error loading dynamically imported module: https://site.example/part.js');
    const late = new LatePart(load);

    await late.load();

    // Node loads no module over https, so that the part stays away; but it was not asked of the same loader again.
    assert.deepEqual([late.hasFailed, calls()], [true, 1]);
  });
});
