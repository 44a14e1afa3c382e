import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ScenarioName, scenarioCatalogue } from 'mock-anaf/internal/engine/scenarios/catalogue.ts';
import { Chaos } from 'mock-anaf/internal/engine/scenarios/chaos.ts';
import { chooseScenario, isPersonScenario } from 'mock-anaf/internal/engine/scenarios/choose-scenario.ts';
import { Scenarios } from 'mock-anaf/internal/engine/scenarios/scenarios.ts';

function sources({ person, client }: { person?: ScenarioName; client?: ScenarioName } = {}) {
  return {
    scenarios: new Scenarios(() => ['p', 'q']),
    chaos: new Chaos(),
    state: {
      people: [{ name: 'q' }, { name: 'p', ...(person && { scenario: person }) }],
      clients: [{ clientId: 'd' }, { clientId: 'c', ...(client && { scenario: client }) }],
    },
  };
}

const subject = { persona: 'p', clientId: 'c', endpoint: 'upload' };

describe('chooseScenario', () => {
  it('no scenario affects a request if none is on and nobody has one', () => {
    assert.equal(chooseScenario(sources(), 'api', subject), undefined);
    assert.equal(chooseScenario(sources(), 'api', {}), undefined);
  });

  it('the scenario of a person takes precedence over that of the application, and one that is on over both', () => {
    const given = sources({ person: 'api-slow', client: 'api-limit' });

    assert.equal(chooseScenario(given, 'api', { ...subject, persona: 'q' }), 'api-limit');
    assert.equal(chooseScenario(given, 'api', subject), 'api-slow');
    given.scenarios.add({ name: 'api-reset', times: 1 });
    assert.equal(chooseScenario(given, 'api', subject), 'api-reset');
    assert.equal(chooseScenario(given, 'api', subject), 'api-slow');
  });

  it('a scenario of a person or an application affects only its own point and its own requests', () => {
    const given = sources({ person: 'api-slow', client: 'token-slow' });

    assert.equal(chooseScenario(given, 'token', { persona: 'p', clientId: 'c' }), 'token-slow');
    assert.equal(chooseScenario(given, 'authorize', { persona: 'p', clientId: 'c' }), undefined);
    assert.equal(chooseScenario(given, 'api', { persona: 'q', clientId: 'd' }), undefined);
  });

  it('a scenario that cannot affect the request gives way to the next one', () => {
    const given = sources({ person: 'api-no-rights', client: 'api-limit' });

    assert.equal(chooseScenario(given, 'api', { ...subject, unmet: ['caller'] }), 'api-limit');
    assert.equal(chooseScenario(given, 'api', { ...subject, endpoint: 'hello' }), 'api-limit');
  });

  it('chaos draws for a request that nothing else affects, and for none in which its fault has no effect', () => {
    const given = sources();
    given.chaos.start({ share: 1 });

    const chosen = Array.from({ length: 100 }, () => chooseScenario(given, 'api', { ...subject, endpoint: 'hello' }));

    assert.deepEqual(new Set(chosen), new Set([undefined, 'api-unavailable', 'api-slow', 'api-reset'] as const));
  });

  it('chaos draws for the requests of people who have a scenario, so that its sequence depends only on their number', () => {
    const [given, alone] = [sources({ person: 'api-limit' }), sources()];
    for (const { chaos } of [given, alone]) chaos.start({ share: 0.5 });
    const others = { ...subject, persona: 'q' };

    const withPerson = Array.from({ length: 200 }, (_, index) =>
      chooseScenario(given, 'api', index % 2 === 0 ? subject : others),
    );
    const expected = Array.from({ length: 200 }, () => chooseScenario(alone, 'api', others));

    assert.deepEqual(
      withPerson,
      expected.map((name, index) => (index % 2 === 0 ? 'api-limit' : name)),
    );
  });
});

describe('isPersonScenario', () => {
  it('a person can have the scenarios of the steps at which the certificate is known', () => {
    const names = Object.keys(scenarioCatalogue) as ScenarioName[];
    const points = names.filter(isPersonScenario).map((name) => scenarioCatalogue[name].point);
    const others = names.filter((name) => !isPersonScenario(name)).map((name) => scenarioCatalogue[name].point);

    assert.deepEqual(new Set(points), new Set(['certificate', 'token', 'api', 'upload'] as const));
    assert.deepEqual(new Set(others), new Set(['authorize', 'page', 'closing'] as const));
  });
});
