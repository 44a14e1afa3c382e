import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Authorization, diagnose, type Failure } from 'spv-authorize/contract';
import { exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { withReply } from 'spv-authorize/internal/core/local-failure.ts';
import type { Line, Screen } from 'spv-authorize/internal/core/screen.ts';
import type { Failed, State } from 'spv-authorize/internal/core/state.ts';
import { viewModel } from 'spv-authorize/internal/core/view-model.ts';
import { accessDenied, authorized, notAuthorized, states } from './samples.ts';

const day = 86_400;

describe('viewModel', () => {
  it('gives every state a screen', () => {
    const names = Object.values(states).map((state) => viewModel(state).name);

    assert.equal(new Set(names).size, 13);
  });

  const statuses: readonly (readonly [Exclude<Authorization['status'], 'none'>, Line, string])[] = [
    ['checking', 'moving', 'nothing'],
    ['active', 'closed', 'nothing'],
    ['expiring', 'gap', 'soon'],
    ['expired', 'broken', 'now'],
    ['revoked', 'broken', 'now'],
    ['no-rights', 'broken', 'now'],
  ];
  for (const [status, line, need] of statuses) {
    it(`draws ${status} as a line that is ${line}, with something to do ${need}`, () => {
      const screen = statusScreen({ ...exampleConnection, status });

      assert.equal(screen.line, line);
      assert.equal(screen.need, need);
    });
  }

  it('counts the days left from the backend’s clock, upwards', () => {
    const expiring = { ...exampleConnection, status: 'expiring' } as const;

    assert.equal(statusScreen({ ...expiring, accessExpiresAt: notAuthorized.now + 3 * day + 1 }).daysLeft, 4);
    assert.equal(statusScreen({ ...expiring, accessExpiresAt: notAuthorized.now - day }).daysLeft, 0);
  });

  it('does not offer what the backend or the session lacks', () => {
    const screen = viewModel(states['status, view only']);

    assert.ok(screen.name === 'status');
    assert.deepEqual([screen.mayAuthorize, screen.mayVerify, screen.mayDisconnect], [false, false, false]);
  });

  it('asks the two questions for a silent refusal and for nothing else', () => {
    const asked = ['access-denied', 'anaf-unavailable', 'no-right-for-company', 'code-expired'] as const;
    const counts = asked.map((code) => failed({ ...accessDenied, code }).questions.length);

    assert.deepEqual(counts, [2, 0, 0, 0]);
  });

  it('asks them too when ANAF’s page said that no certificate came', () => {
    const evidence = { sight: 'certificate-not-presented' } as const;
    const failure = { ...accessDenied, code: 'not-returned', evidence } as const;

    assert.equal(failed(failure).questions.length, 2);
  });

  it('makes the first cause’s cure the primary, and another one after an answer', () => {
    const before = failed({ ...accessDenied, evidence: { earlierOpeningInSameBrowser: true } });
    const after = failed(
      withReply({ ...accessDenied, evidence: { earlierOpeningInSameBrowser: true } }, 'chooserSeen', 'no'),
    );

    assert.deepEqual([before.first.cause, before.cure], ['no-certificate-chosen', 'retry']);
    assert.deepEqual([after.first.cause, after.cure], ['browser-remembers-no-certificate', 'private-window']);
  });

  it('falls back to trying again where the cure is not possible', () => {
    const failure = of('no-right-for-company');

    assert.equal(failed(failure).cure, 'private-window');
    assert.equal(failed(of('window-blocked'), { answer: { ...notAuthorized, capabilities: [] } }).cure, 'retry');
  });

  it('offers a private window with the attempt’s address, or one to be asked for, where a cause needs it', () => {
    const cases = [
      failed(of('no-right-for-company')),
      failed(of('no-right-for-company'), { withAttempt: false }),
      failed(of('anaf-unavailable'), { withAttempt: false }),
    ];

    assert.deepEqual(
      cases.map(({ privateWindow }) => privateWindow),
      [{ address: 'https://spv.example/authorize/ticket' }, {}, undefined],
    );
  });

  it('offers no private window where only the application’s team can help', () => {
    const screen = failed(of('application-refused'));

    assert.equal(screen.cure, 'tell-support');
    assert.equal(screen.privateWindow, undefined);
  });

  it('says after three unanswered reads that the backend is silent, and not before', () => {
    const screens = [2, 3].map((unanswered) => viewModel({ ...states['at ANAF'], unanswered }));

    assert.deepEqual(
      screens.map((screen) => screen.name === 'at-anaf' && screen.silent),
      [false, true],
    );
  });

  it('shows no address, and no sight of a window, to who came back in the same tab', () => {
    const screen = viewModel(states['at ANAF after a redirect']);

    assert.ok(screen.name === 'at-anaf');
    assert.equal(screen.address, undefined);
    assert.ok(!screen.sights.includes('closed') && !screen.sights.includes('still-choosing'));
  });

  it('says that a usable authorization is kept, and draws its line instead of a broken one', () => {
    const screen = failed(of('anaf-unavailable'), { answer: authorized });

    assert.deepEqual([screen.keeps, screen.line], [true, 'closed']);
  });

  it('puts no address, ticket or name of a person into what goes to support', () => {
    const { supportText } = failed(accessDenied);

    assert.match(supportText, /failure: access-denied/);
    assert.match(supportText, /reference: 7F3K/);
    assert.doesNotMatch(supportText, /https?:|ticket|Maria|Exemplu/);
  });
});

function of(code: Failure['code']): Failure {
  return { ...accessDenied, code, evidence: {}, diagnosis: diagnose(code, {}) };
}

function failed(
  failure: Failure,
  { withAttempt = true, answer = notAuthorized }: { withAttempt?: boolean; answer?: Failed['answer'] } = {},
): Extract<Screen, { name: 'failure' }> {
  const { attempt } = states.failure;
  const state: State = { name: 'failure', answer, failure, ...(withAttempt && { attempt }) };
  const screen = viewModel(state);
  assert.ok(screen.name === 'failure');
  return screen;
}

function statusScreen(authorization: Authorization): Extract<Screen, { name: 'status' }> {
  const screen = viewModel({ name: 'status', answer: { ...notAuthorized, authorization }, verifying: false });
  assert.ok(screen.name === 'status');
  return screen;
}
