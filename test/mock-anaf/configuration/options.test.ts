import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OptionsError, startMockAnaf } from 'mock-anaf';
import { isAcceptableRedirectUri } from 'mock-anaf/internal/anaf/oauth/redirect-uri.ts';

describe('startMockAnaf', () => {
  it('reports everything that is wrong at once, before it opens anything', async () => {
    const start = startMockAnaf({
      host: '0.0.0.0',
      ports: { login: 70_000 },
      clients: [
        {
          ...{ clientId: 'c', clientSecret: 's', redirectUris: ['http://app.example/'], services: ['EFACTURA'] },
          scenario: 'login-wafle' as 'login-waf',
        },
      ],
      lifetimes: { codeSeconds: -1 },
    });

    await assert.rejects(start, (error) => {
      assert.ok(error instanceof OptionsError);
      for (const name of [
        '"adminToken"',
        '"ports.login"',
        '"redirectUris"',
        '"scenario" of client c',
        '"lifetimes.codeSeconds"',
      ])
        assert.ok(error.message.includes(name));
      return true;
    });
  });
});

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
    it(`says of "${address}" ${withPicker} with the picker and ${without} without`, () => {
      assert.deepEqual(
        [isAcceptableRedirectUri(address, true), isAcceptableRedirectUri(address, false)],
        [withPicker, without],
      );
    });
  }
});
