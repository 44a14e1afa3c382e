import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskAddress, maskHeaders, maskParameters } from 'mock-anaf/internal/journal/mask.ts';

describe('maskParameters', () => {
  it('shows the values of the names that tell nothing, and hides all others', () => {
    const masked = maskParameters(new URLSearchParams('client_id=c&code=1&state=2&cif=3&new_thing=4'));

    assert.deepEqual(masked, { client_id: 'c', code: '[secret]', state: '[secret]', cif: '3', new_thing: '[secret]' });
  });

  it('cuts credentials and fragment out of a redirect address', () => {
    const masked = maskParameters(new URLSearchParams({ redirect_uri: 'https://user:pass@host/path#token' }));

    assert.deepEqual(masked, { redirect_uri: 'https://host/path' });
  });
});

describe('maskHeaders', () => {
  it('hides authorization and cookie', () => {
    const masked = maskHeaders({ host: 'h', authorization: 'Bearer x', cookie: 'MRHSession=x', 'x-other': 'y' });

    assert.deepEqual(masked, { host: 'h', authorization: '[secret]', cookie: '[secret]', 'x-other': '[secret]' });
  });
});

describe('maskAddress', () => {
  for (const [address, masked] of [
    ['https://app/callback?code=1&state=2', 'https://app/callback?code=[secret]&state=[secret]'],
    ['https://app/callback?error=access_denied&state=2#x', 'https://app/callback?error=access_denied&state=[secret]'],
    ['/my.policy', '/my.policy'],
  ] as const) {
    it(`writes ${masked}`, () => {
      assert.equal(maskAddress(address), masked);
    });
  }
});
