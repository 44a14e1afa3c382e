import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigurationError, createSpvBackend, type SpvBackendOptions } from 'spv-authorize-backend';

describe('createSpvBackend', () => {
  it('all problems of the options are reported at once, also when parts are missing or have the wrong type', async () => {
    for (const options of [
      { publicUrl: 'nonsense' },
      {},
      undefined,
      { anaf: null, sessionKeys: [null], hostKeys: 3 },
    ]) {
      // JavaScript callers can pass anything.
      const opening = createSpvBackend(options as unknown as SpvBackendOptions);

      await assert.rejects(opening, (error: Error) => {
        assert.ok(error instanceof ConfigurationError, String(error));
        const names = error.problems.map(({ name }) => name);
        for (const name of ['publicUrl', 'anaf.environment', 'anaf.clientId', 'application.name', 'sessionKeys']) {
          assert.ok(names.includes(name), `${name} is not among ${names}`);
        }
        return true;
      });
    }
  });
});
