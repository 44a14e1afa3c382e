import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskAddress, maskBody, maskHeaders, maskParameters } from 'mock-anaf/internal/journal/mask.ts';

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

describe('maskBody', () => {
  const hex = 'f7584c01803b44ef373abe83855c53b1';
  for (const [type, body, masked] of [
    ['application/x-www-form-urlencoded', 'client_id=c&code=1&x=2', 'client_id=c&code=[secret]&x=[secret]'],
    ['application/json', '{"access_token":"a\\"b","expires_in":1}', '{"access_token":"[secret]","expires_in":1}'],
    ['application/json', '{"a":"eyJhbGciOiJSUzUx.eyJ.x","b":1}', '{"a":"[secret]","b":1}'],
    ['application/json', '{"a":"eyJhbGciOiJSUzUx', '{"a":"[secret]'],
    ['text/plain', 'val=[Bearer abc.d] Basic dXNlcg== x', 'val=[Bearer [secret]] Basic [secret] x'],
    ['text/plain', `${hex} ${hex.repeat(2)} c8c9da20-0000`, '[secret] [secret] c8c9da20-0000'],
    ['text/html', '<a href="/x?code=12&amp;y=1&state=z">', '<a href="/x?code=[secret]&amp;y=1&state=[secret]">'],
    ['text/plain', '<cbc:ID>EX-1</cbc:ID>', '<cbc:ID>EX-1</cbc:ID>'],
  ] as const) {
    it(`of ${type} writes ${masked}`, () => {
      assert.equal(maskBody(body, type), masked);
    });
  }
});
