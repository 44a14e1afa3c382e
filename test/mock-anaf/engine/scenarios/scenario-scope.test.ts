import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioDescription } from 'mock-anaf/internal/engine/scenarios/catalogue.ts';
import { describedScenarios, hasEffect } from 'mock-anaf/internal/engine/scenarios/scenario-scope.ts';

describe('describedScenarios', () => {
  it('the admin port shows of a scenario only its point, its sentences and what it can be limited to', () => {
    const shown = new Set(Object.values(describedScenarios).flatMap((description) => Object.keys(description)));

    assert.ok(scenarioDescription('api-forbidden').needs, 'the catalogue has other fields');
    assert.deepEqual([...shown], ['point', 'sentence', 'sentenceRo', 'scopes', 'endpoints']);
  });

  it('a scenario with endpoints of its own shows these instead of those of its point', () => {
    const { 'api-no-rights': noRights, 'api-slow': slow } = describedScenarios;

    assert.ok(slow?.endpoints.includes('validare'));
    assert.equal(noRights?.endpoints.includes('validare'), false);
    assert.ok(noRights.endpoints.includes('upload'));
  });
});

describe('hasEffect', () => {
  for (const [name, unmet, expected] of [
    ['api-forbidden', ['gateway'], false],
    ['api-forbidden', ['caller'], false],
    ['api-unauthorized', ['caller'], true],
    ['api-unauthorized', ['gateway'], false],
    ['api-technical-error', ['gateway'], true],
    ['login-stranded', ['refused-certificate'], false],
    ['login-denied', ['refused-certificate'], true],
  ] as const) {
    it(`${name} ${expected ? 'affects' : 'does not affect'} a request that does not meet ${unmet[0]}`, () => {
      assert.equal(hasEffect(name, { unmet }), expected);
    });
  }
});
