import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioDescription } from 'mock-anaf/internal/engine/scenarios/catalogue.ts';
import { describedScenarios, hasEffect, scopeProblem } from 'mock-anaf/internal/engine/scenarios/scenario-scope.ts';

describe('describedScenarios', () => {
  it('the admin port shows only the point, the sentences and the accepted limits of a scenario', () => {
    const shown = new Set(Object.values(describedScenarios).flatMap((description) => Object.keys(description)));

    assert.ok(scenarioDescription('api-forbidden').needs, 'the catalogue has other fields');
    assert.deepEqual([...shown], ['point', 'sentence', 'sentenceRo', 'scopes', 'endpoints']);
  });

  it('a scenario with its own endpoints shows these instead of those of its point', () => {
    const { 'api-no-rights': noRights, 'api-slow': slow } = describedScenarios;

    assert.ok(slow?.endpoints.includes('validare'));
    assert.equal(noRights?.endpoints.includes('validare'), false);
    assert.ok(noRights.endpoints.includes('upload'));
  });
});

const everyMethod = [
  ...['upload', 'uploadb2c', 'stareMesaj', 'listaMesajeFactura', 'listaMesajePaginatieFactura', 'descarcare'],
  ...['validare', 'transformare', 'signature', 'hello'],
];

describe('what a scenario can be limited to', () => {
  for (const [name, scopes, endpoints] of [
    ['login-reset', ['clientId'], ['authorize']],
    ['login-denied', ['clientId', 'persona'], ['my.policy']],
    ['login-coop-noopener', ['clientId'], []],
    ['login-no-close-notify', ['clientId'], []],
    ['token-reset', ['clientId', 'persona'], ['token']],
    ['api-xml-not-taken', ['clientId', 'cui', 'persona'], ['upload', 'uploadb2c']],
    ['api-reset', ['clientId', 'cui', 'persona'], everyMethod],
    ['api-no-rights', ['clientId', 'cui', 'persona'], everyMethod.slice(0, 6)],
  ] as const) {
    it(`${name} can be limited to ${scopes.join(', ')} and ${endpoints.length} endpoints`, () => {
      assert.deepEqual(describedScenarios[name]?.scopes, scopes);
      assert.deepEqual(describedScenarios[name]?.endpoints, endpoints);
    });
  }
});

describe('scopeProblem', () => {
  for (const scenario of [
    { name: 'api-reset' },
    { name: 'api-reset', clientId: 'c', cui: '123', persona: 'p', endpoint: 'upload' },
    { name: 'api-reset', clientId: 'c', persona: 'p', endpoint: 'validare' },
    { name: 'login-denied', endpoint: 'my.policy', persona: 'q' },
    { name: 'login-coop-noopener', clientId: 'c' },
  ] as const) {
    it(`the scenario ${JSON.stringify(scenario)} is possible`, () => {
      assert.equal(scopeProblem(scenario, ['p', 'q']), undefined);
    });
  }

  for (const [scenario, problem] of [
    [
      { name: 'login-coop-noopener', endpoint: 'authorize' },
      '"endpoint" cannot be given for login-coop-noopener: it affects every page of the login',
    ],
    [
      { name: 'api-xml-not-taken', endpoint: 'hello' },
      '"endpoint" of api-xml-not-taken must be one of: upload, uploadb2c; got "hello"',
    ],
    [{ name: 'token-reset', cui: '1' }, '"cui" cannot be given for token-reset: allowed are clientId, persona'],
    [{ name: 'login-reset', persona: 'p' }, '"persona" cannot be given for login-reset: allowed are clientId'],
    ...['validare', 'transformare', 'signature', 'hello'].map(
      (endpoint) =>
        [
          { name: 'api-reset', endpoint, cui: '1' },
          `"cui" cannot be given for api-reset at ${endpoint}: allowed are clientId, persona`,
        ] as const,
    ),
    [{ name: 'api-reset', clientId: '' }, '"clientId" must be text, not empty'],
    [{ name: 'api-reset', clientId: 5 as never }, '"clientId" must be text, not empty'],
    [{ name: 'api-reset', cui: 'RO12' }, '"cui" must be digits, without RO; got "RO12"'],
    [{ name: 'api-reset', cui: '12x' }, '"cui" must be digits, without RO; got "12x"'],
    [{ name: 'api-reset', persona: 'nobody' }, '"persona" must be one of p, q; got "nobody"'],
  ] as const) {
    it(`the scenario ${JSON.stringify(scenario)} is impossible: ${problem}`, () => {
      assert.equal(scopeProblem(scenario, ['p', 'q']), problem);
    });
  }
});

describe('hasEffect', () => {
  it('a scenario affects a request at one of its endpoints or at an unknown one, and no other', () => {
    assert.equal(hasEffect('api-no-rights', { endpoint: 'upload' }), true);
    assert.equal(hasEffect('api-no-rights', { endpoint: 'hello' }), false);
    assert.equal(hasEffect('api-no-rights', {}), true);
  });

  for (const [name, unmet, expected] of [
    ['api-reset', ['gateway'], true],
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
