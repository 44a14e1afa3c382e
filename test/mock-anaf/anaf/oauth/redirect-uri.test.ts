import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAcceptableRedirectUri } from 'mock-anaf/internal/anaf/oauth/redirect-uri.ts';

describe('isAcceptableRedirectUri', () => {
  for (const [address, withPicker, without] of [
    ['https://app.example/callback', true, true],
    ['https://localhost:4001/callback', true, true],
    ['http://localhost:4001/callback', true, false],
    ['http://127.0.0.1/callback', true, false],
    ['http://[::1]:1/callback', true, false],
    ['http://app.example/callback', false, false],
    ['http://localhost.example/callback', false, false],
    ['https://app.example/#x', false, false],
    ['myapp:callback', false, false],
    ['/callback', false, false],
    ['', false, false],
  ] as const) {
    it(`the redirect address "${address}" is ${withPicker ? 'accepted' : 'refused'} with the picker and ${without ? 'accepted' : 'refused'} without`, () => {
      assert.deepEqual(
        [isAcceptableRedirectUri(address, true), isAcceptableRedirectUri(address, false)],
        [withPicker, without],
      );
    });
  }
});
