import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { MockAnaf } from 'mock-anaf';
import { codeOf, exchange, refresh, startMock, type TokenAnswer } from '../../support/login.ts';
import { tokenCommands } from './token-commands.ts';
import { TokenModel, type TokenWorld } from './token-model.ts';

describe('a code and a refresh token', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;

  before(async () => {
    mock = await startMock();
  });
  after(() => mock.stop());

  it('codes and refresh tokens behave like a simple model, in any order of exchanges, refreshes, disconnections and clock changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...tokenCommands], { maxCommands: 40 }), async (commands) => {
        mock.reset();
        mock.clock.freeze();
        const world: TokenWorld = { mock, codes: [], grants: [] };
        await fc.asyncModelRun(() => ({ model: new TokenModel(mock.clock.now()), real: world }), commands);
      }),
      { numRuns: 150 },
    );
  });

  it('codes and refresh tokens are accepted at most once when all requests are concurrent', async () => {
    const act = fc.constantFrom('exchange', 'refresh', 'disconnect', 'advance');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 10 }), fc.scheduler(), async (acts, scheduler) => {
        mock.reset();
        mock.clock.freeze();
        const code = await codeOf(mock, 'accountant');
        const { body } = await exchange(mock, await codeOf(mock, 'administrator'));
        const play = scheduler.scheduleFunction((name: string) =>
          perform(mock, name, code, String(body.refresh_token)),
        );

        const answers = await scheduler.waitFor(Promise.all(acts.map((name) => play(name))));

        for (const name of ['exchange', 'refresh']) {
          const good = answers.filter((answer, index) => acts[index] === name && answer?.status === 200);
          assert.ok(good.length <= 1, `${good.length} of ${acts.join(', ')} were good`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('exactly one of any number of identical concurrent requests is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (count) => {
        const code = await codeOf(mock, 'accountant');
        const exchanges = await together(count, () => exchange(mock, code));
        const token = exchanges.find(({ status }) => status === 200)?.body.refresh_token ?? '';
        const refreshes = await together(count, () => refresh(mock, token));

        assert.equal(exchanges.filter(({ status }) => status === 200).length, 1);
        assert.equal(refreshes.filter(({ status }) => status === 200).length, 1);
      }),
      { numRuns: 10 },
    );
  });
});

function together(count: number, ask: () => Promise<TokenAnswer>): Promise<readonly TokenAnswer[]> {
  return Promise.all(Array.from({ length: count }, ask));
}

async function perform(
  mock: MockAnaf,
  act: string,
  code: string,
  refreshToken: string,
): Promise<TokenAnswer | undefined> {
  switch (act) {
    case 'exchange':
      return exchange(mock, code);
    case 'refresh':
      return refresh(mock, refreshToken);
    case 'disconnect':
      mock.disconnect();
      return undefined;
    default:
      mock.clock.advance(20);
      return undefined;
  }
}
