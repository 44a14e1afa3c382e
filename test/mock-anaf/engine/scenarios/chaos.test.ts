import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Chaos, chaosProblems } from 'mock-anaf/internal/engine/scenarios/chaos.ts';

function drawn(chaos: Chaos, count: number) {
  return Array.from({ length: count }, () => chaos.draw('api'));
}

describe('Chaos', () => {
  it('chaos draws nothing before it is started or after it was stopped', () => {
    const chaos = new Chaos();
    const before = drawn(chaos, 100);
    chaos.start({ share: 1 });
    chaos.stop();

    assert.deepEqual(new Set([...before, ...drawn(chaos, 100)]), new Set([undefined]));
    assert.equal(chaos.listingLagSeconds(), 0);
  });

  it('chaos draws the same sequence for the same seed, whatever is drawn at other points in between', () => {
    const [one, other, third] = [new Chaos(), new Chaos(), new Chaos()];
    one.start({ seed: 7 });
    other.start({ seed: 7 });
    third.start({ seed: 8 });
    const first = drawn(one, 1000);
    const second = Array.from({ length: 1000 }, () => {
      other.draw('token');
      other.listingLagSeconds();
      return other.draw('api');
    });

    assert.deepEqual(second, first);
    assert.notDeepEqual(drawn(third, 1000), first);
  });

  it('a seed draws the same faults and delays in every version, a sequence of its own for each point', () => {
    const chaos = new Chaos();
    chaos.start({ seed: 5, share: 1 });
    const draws = (draw: () => unknown) => Array.from({ length: 8 }, draw);

    assert.deepEqual(
      draws(() => chaos.draw('api')),
      [
        ...[
          'api-reset',
          'api-reset',
          'api-technical-error',
          'api-unavailable',
          'api-unavailable',
          'api-technical-error',
        ],
        ...['api-reset', 'api-unavailable'],
      ],
    );
    assert.deepEqual(
      draws(() => chaos.draw('token')),
      [
        ...['token-slow', 'token-unavailable', 'token-unavailable', 'token-slow', 'token-unavailable', 'token-slow'],
        ...['token-unavailable', 'token-slow'],
      ],
    );
    assert.deepEqual(new Set(draws(() => chaos.draw('authorize'))), new Set(['login-slow']));
    assert.deepEqual(
      draws(() => chaos.listingLagSeconds()),
      [30, 13, 27, 6, 14, 11, 18, 15],
    );
  });

  it('chaos shows its settings while it is on, and by default has seed 1 and a share of 5 %', () => {
    const chaos = new Chaos();
    const before = chaos.settings;
    chaos.start();
    const defaults = chaos.settings;
    chaos.start({ seed: 0, share: 0 });
    const smallest = chaos.settings;
    chaos.start({ seed: 2 ** 32 - 1, share: 1 });
    const largest = chaos.settings;
    chaos.stop();

    assert.deepEqual(
      [before, defaults, smallest, largest, chaos.settings],
      [undefined, { seed: 1, share: 0.05 }, { seed: 0, share: 0 }, { seed: 4_294_967_295, share: 1 }, undefined],
    );
  });

  it('chaos with a share of 0 draws no fault', () => {
    const chaos = new Chaos();
    chaos.start({ share: 0 });

    assert.deepEqual(new Set(drawn(chaos, 1000)), new Set([undefined]));
  });

  it('chaosProblems names each setting that is out of its range, with what was given', () => {
    assert.deepEqual(chaosProblems({}), []);
    assert.deepEqual(chaosProblems({ seed: -1, share: 2 }), [
      '"seed" of chaos must be a whole number from 0 to 4294967295, got -1',
      '"share" of chaos must be a number from 0 to 1, got 2',
    ]);
  });

  it('chaos starts its sequence from the beginning when it is started again', () => {
    const chaos = new Chaos();
    chaos.start({ seed: 3, share: 0.5 });
    const first = drawn(chaos, 50);
    chaos.start({ seed: 3, share: 0.5 });

    assert.deepEqual(drawn(chaos, 50), first);
  });

  it('chaos affects about the given share of requests and uses every transient fault', () => {
    const chaos = new Chaos();
    chaos.start({ seed: 1 });

    const faults = drawn(chaos, 10_000).filter((name) => name !== undefined);

    assert.ok(Math.abs(faults.length - 500) < 100, `${faults.length} of 10000`);
    assert.deepEqual(
      new Set(faults),
      new Set(['api-unavailable', 'api-slow', 'api-reset', 'api-technical-error'] as const),
    );
  });

  it('chaos draws no fault that loses a refresh token, and none at the certificate step', () => {
    const chaos = new Chaos();
    chaos.start({ share: 1 });

    const tokens = new Set(Array.from({ length: 1000 }, () => chaos.draw('token')));
    const others = (['certificate', 'page', 'closing'] as const).map((point) => chaos.draw(point));

    assert.deepEqual(tokens, new Set(['token-slow', 'token-unavailable'] as const));
    assert.deepEqual(others, [undefined, undefined, undefined]);
  });

  it('chaos delays listings by 0 to 30 seconds', () => {
    const chaos = new Chaos();
    chaos.start();

    const lags = new Set(Array.from({ length: 2000 }, () => chaos.listingLagSeconds()));

    assert.deepEqual(
      [...lags].sort((left, right) => left - right),
      Array.from({ length: 31 }, (_, index) => index),
    );
  });

  for (const settings of [
    { seed: -1 },
    { seed: 1.5 },
    { seed: 2 ** 32 },
    { share: -0.1 },
    { share: 1.1 },
    { share: Number.NaN },
  ]) {
    it(`chaos settings ${JSON.stringify(settings)} are refused with the reason`, () => {
      const [name = ''] = Object.keys(settings);

      assert.throws(() => new Chaos().start(settings), new RegExp(`"${name}" of chaos must be`));
    });
  }
});
