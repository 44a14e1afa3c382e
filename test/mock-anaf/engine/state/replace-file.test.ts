import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { replaceFile } from 'mock-anaf/internal/engine/state/replace-file.ts';

function refusing(code: string, times: number) {
  const calls: string[] = [];
  const change = async (from: string, to: string) => {
    calls.push(`${from} ${to}`);
    if (calls.length <= times) throw Object.assign(new Error(`${code}: not now`), { code });
  };
  return { calls, change };
}

describe('replacing a file', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    it(`replacing a file is retried on Windows while another program has it open: ${code}`, async () => {
      const { calls, change } = refusing(code, 3);

      await replaceFile('new', 'old', change, 'win32');

      assert.deepEqual(calls, ['new old', 'new old', 'new old', 'new old']);
    });
  }

  it('replacing a file fails on Windows with an error that persists', async () => {
    const { calls, change } = refusing('EPERM', Number.POSITIVE_INFINITY);

    await assert.rejects(replaceFile('new', 'old', change, 'win32'), { message: 'EPERM: not now' });
    assert.equal(calls.length, 8);
  });

  it('replacing a file fails immediately with an error that is not transient', async () => {
    const full = refusing('ENOSPC', 1);
    const forbidden = refusing('EPERM', 1);

    await assert.rejects(replaceFile('new', 'old', full.change, 'win32'), { code: 'ENOSPC' });
    await assert.rejects(replaceFile('new', 'old', forbidden.change, 'linux'), { code: 'EPERM' });
    assert.deepEqual([full.calls.length, forbidden.calls.length], [1, 1]);
  });
});
