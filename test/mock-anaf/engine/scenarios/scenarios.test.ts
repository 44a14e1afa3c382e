import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scenarios } from 'mock-anaf/internal/engine/scenarios/scenarios.ts';

describe('Scenarios', () => {
  it('a scenario affects every request at its point until it is cleared', () => {
    const scenarios = new Scenarios(() => ['p']);
    scenarios.add({ name: 'api-limit' });

    const taken = [scenarios.take('api', {}), scenarios.take('api', {}), scenarios.take('token', {})];
    scenarios.clear('api-limit');

    assert.deepEqual([...taken, scenarios.take('api', {})], ['api-limit', 'api-limit', undefined, undefined]);
  });

  it('a scenario affects the number of requests given by `times`', () => {
    const scenarios = new Scenarios(() => ['p']);
    scenarios.add({ name: 'api-limit', times: 2 });

    assert.deepEqual(
      [1, 2, 3].map(() => scenarios.take('api', {})),
      ['api-limit', 'api-limit', undefined],
    );
  });

  it('a scenario affects only the client, CUI and persona that it names', () => {
    const scenarios = new Scenarios(() => ['p']);
    scenarios.add({ name: 'api-no-rights', clientId: 'c', cui: '1', persona: 'p' });

    assert.equal(scenarios.take('api', { clientId: 'c', cui: '1' }), undefined);
    assert.equal(scenarios.take('api', { clientId: 'c', cui: '2', persona: 'p' }), undefined);
    assert.equal(scenarios.take('api', { clientId: 'c', cui: '1', persona: 'p' }), 'api-no-rights');
  });

  it('the newest scenario takes precedence, and the older one takes effect again after it', () => {
    const scenarios = new Scenarios(() => ['p']);
    scenarios.add({ name: 'api-limit' });
    scenarios.add({ name: 'api-reset', times: 1 });

    assert.deepEqual([scenarios.take('api', {}), scenarios.take('api', {})], ['api-reset', 'api-limit']);
  });

  for (const times of [0, -1, 1.5, Number.NaN]) {
    it(`a scenario with times: ${times} is refused`, () => {
      assert.throws(
        () => new Scenarios(() => ['p']).add({ name: 'api-limit', times }),
        /"times" must be a whole number above 0/,
      );
    });
  }

  it('an unknown scenario is refused with the list of names', () => {
    const name = 'toString' as 'api-limit';

    assert.throws(() => new Scenarios(() => ['p']).add({ name }), /there are: login-denied, login-stranded/);
  });
});
