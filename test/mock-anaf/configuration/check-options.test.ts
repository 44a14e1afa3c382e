import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OptionsError, startMockAnaf } from 'mock-anaf';

describe('the options of startMockAnaf', () => {
  it('startMockAnaf reports every invalid option in one error', async () => {
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
      assert.equal(error.name, 'OptionsError');
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
