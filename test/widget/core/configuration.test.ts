import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configurationOf, missingConfiguration } from 'spv-authorize/internal/core/configuration.ts';

const given = {
  hasAdapter: false,
  backendUrl: undefined,
  sessionUrl: undefined,
  presentation: 'panel',
  pageUrl: 'https://app.example/account/',
};

describe('configurationOf', () => {
  it('configurationOf prefers the adapter to the addresses', () => {
    assert.deepEqual(configurationOf({ ...given, hasAdapter: true, backendUrl: '::' }), { kind: 'adapter' });
  });

  it('configurationOf resolves both addresses against the page', () => {
    assert.deepEqual(configurationOf({ ...given, backendUrl: '/spv', sessionUrl: 'session' }), {
      kind: 'http',
      backendUrl: 'https://app.example/spv',
      sessionUrl: 'https://app.example/account/session',
    });
  });

  it('configurationOf accepts http as well as https', () => {
    const configuration = configurationOf({ ...given, backendUrl: 'http://localhost:3000', sessionUrl: '/session' });

    assert.ok(configuration.kind === 'http');
    assert.equal(configuration.backendUrl, 'http://localhost:3000/');
  });

  it('missingConfiguration names backend-url, with an example of both attributes', () => {
    assert.deepEqual(missingConfiguration(), {
      kind: 'wrong',
      attribute: 'backend-url',
      example: '<spv-authorize backend-url="https://spv.example.ro" session-url="/spv-session">',
    });
  });

  it('configurationOf reports nothing wrong while nothing is given', () => {
    assert.deepEqual(configurationOf(given), { kind: 'nothing' });
  });

  const wrong = [
    ['backend-url', { sessionUrl: '/session' }],
    ['backend-url', { backendUrl: 'javascript:alert(1)', sessionUrl: '/session' }],
    ['backend-url', { backendUrl: 'https://[', sessionUrl: '/session' }],
    ['session-url', { backendUrl: '/spv' }],
    ['presentation', { hasAdapter: true, presentation: 'popup' }],
  ] as const;
  for (const [attribute, part] of wrong) {
    it(`configurationOf names ${attribute} and an example for ${JSON.stringify(part)}`, () => {
      const configuration = configurationOf({ ...given, ...part });

      assert.ok(configuration.kind === 'wrong' && configuration.attribute === attribute);
      assert.ok(configuration.example.startsWith(attribute));
    });
  }
});
