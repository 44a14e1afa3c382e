import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { startMock } from '../../../support/login.ts';
import { rightsCommands } from './rights-commands.ts';
import { cuis, people, RightsModel, type RightsWorld } from './rights-model.ts';

describe('rights', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;
  const limits = {
    callsPerMinute: Number.POSITIVE_INFINITY,
    buyerMessagesPerDay: Number.POSITIVE_INFINITY,
    downloadsPerDay: Number.POSITIVE_INFINITY,
    statusesPerDay: Number.POSITIVE_INFINITY,
  };

  before(async () => {
    mock = await startMock({
      limits,
      lifetimes: { processingSeconds: 0 },
      seed: { people: people.map((name) => ({ ...somebody, name })) },
    });
    assert.ok(cuis.every((cui) => mock.state.companies.some((company) => company.cui === cui)));
  });
  after(() => mock.stop());

  it('after any sequence of changes, a certificate lists, queries and downloads only documents that it has rights for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...rightsCommands], { maxCommands: 60, size: 'max' }), async (commands) => {
        mock.reset();
        mock.clock.freeze();
        const tokens = await Promise.all(people.map((persona) => mock.issueTokens({ persona })));
        const world: RightsWorld = {
          mock,
          // One token for each person, in their order.
          tokens: Object.fromEntries(
            people.map((name, index) => [name, tokens[index]?.access_token ?? '']),
          ) as RightsWorld['tokens'],
        };
        await fc.asyncModelRun(() => ({ model: new RightsModel(mock.clock.now()), real: world }), commands);
      }),
      { numRuns: 100 },
    );
  });
});

const somebody = {
  fullName: 'Cineva',
  title: 'A person of this test',
  pin: '1234',
  authority: 'trusted',
  validity: 'long',
  enrolledAt: 0,
  rights: [],
  keyPair: null,
  certificatePem: null,
} as const;
