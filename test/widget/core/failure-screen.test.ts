import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CauseCode, type DiagnosedCause, diagnose, type Failure } from 'spv-authorize/contract';
import { failureScreen } from 'spv-authorize/internal/core/failure-screen.ts';
import type { Failed } from 'spv-authorize/internal/core/state.ts';
import { supportText } from 'spv-authorize/internal/core/support-text.ts';
import { accessDenied, notAuthorized } from './samples.ts';

const subject = {
  company: 'Exemplu SRL',
  taxId: '12345674',
  application: 'FacturaApp',
  services: [],
  warnsNobody: false,
};
const shown = { line: 'broken', subject, keeps: false, mayInvite: false } as const;
const address = 'https://spv.example/authorize/ticket';
const attempt = { attemptId: 'own', authorizeUrl: address };

function screenOf(failure: Failure, state: Partial<Failed> = { attempt }) {
  return failureScreen({ name: 'failure', answer: notAuthorized, failure, ...state }, shown);
}

function causedBy(...causes: readonly CauseCode[]): Failure {
  const diagnosed = causes.map((cause): DiagnosedCause => ({ cause, likelihood: 'likely', grounds: [] }));
  return { ...accessDenied, code: 'anaf-unavailable', diagnosis: { causes: diagnosed } };
}

describe('failureScreen', () => {
  it('the screen of a failure has its causes, questions, cure and support text', () => {
    const [first, ...others] = diagnose('access-denied', accessDenied.evidence).causes;

    assert.deepEqual(screenOf(accessDenied), {
      ...shown,
      name: 'failure',
      code: 'access-denied',
      questions: [{ question: 'chooserSeen' }, { question: 'pinAsked' }],
      first,
      others: others.map(({ cause }) => cause),
      cure: 'retry',
      supportText: supportText(accessDenied, subject),
      canContinueInThisTab: true,
      privateWindow: { address },
      reference: '7F3K',
    });
  });

  it('a question has the reply that the person gave', () => {
    const screen = screenOf({ ...accessDenied, evidence: { chooserSeen: 'no' } });

    assert.deepEqual(screen.questions, [{ question: 'chooserSeen', reply: 'no' }, { question: 'pinAsked' }]);
  });

  it('the screen has a certificate and a reference only when the failure has them', () => {
    const certificate = { issuer: 'certSIGN', serial: '5A3F' };
    const { reference: _, ...without } = accessDenied;

    assert.deepEqual(screenOf({ ...accessDenied, evidence: { certificate } }).certificate, certificate);
    assert.equal('certificate' in screenOf(accessDenied), false);
    assert.equal('reference' in screenOf(without), false);
  });

  it('a failure without a cause is shown as ANAF not answering', () => {
    const { first, others } = screenOf(causedBy());

    assert.deepEqual(first, { cause: 'anaf-not-answering', likelihood: 'possible', grounds: [] });
    assert.deepEqual(others, []);
  });

  const cures: readonly (readonly [string, CauseCode, Partial<Failed>, string])[] = [
    ['with an address', 'still-at-anaf', { attempt }, 'return-to-anaf'],
    ['without an address', 'still-at-anaf', { attempt: { attemptId: 'own' } }, 'retry'],
    ['without an attempt', 'still-at-anaf', {}, 'retry'],
    ['with redirect', 'window-blocked', { attempt }, 'continue-in-this-tab'],
    ['without redirect', 'window-blocked', { answer: { ...notAuthorized, capabilities: ['verify'] } }, 'retry'],
    ['with an address', 'wrong-pin', { attempt }, 'retry'],
    ['with an address', 'anaf-not-answering', { attempt }, 'retry-later'],
  ];
  for (const [situation, cause, state, cure] of cures) {
    it(`the cure of ${cause} ${situation} is ${cure}`, () => {
      assert.equal(screenOf(causedBy(cause), state).cure, cure);
    });
  }

  it('this tab is offered only when the backend has the capability redirect', () => {
    const answer = { ...notAuthorized, capabilities: ['verify'] as const };

    assert.equal(screenOf(accessDenied).canContinueInThisTab, true);
    assert.equal(
      screenOf(accessDenied, { answer: { ...answer, capabilities: [...answer.capabilities] } }).canContinueInThisTab,
      false,
    );
  });

  const windows: readonly (readonly [string, Failure, Partial<Failed>, object | undefined])[] = [
    ['any cause, with an address', causedBy('wrong-pin'), { attempt }, { address }],
    ['a first cause for the application', causedBy('application-not-registered', 'wrong-pin'), { attempt }, undefined],
    ['a later cause for the application', causedBy('wrong-pin', 'service-not-registered'), { attempt }, { address }],
    ['a cause that a private window cures', causedBy('wrong-pin', 'anaf-session-finished'), {}, {}],
    ['no such cause and no address', causedBy('wrong-pin'), {}, undefined],
  ];
  for (const [situation, failure, state, expected] of windows) {
    it(`for ${situation}, the private window is ${JSON.stringify(expected ?? 'not offered')}`, () => {
      assert.deepEqual(screenOf(failure, state).privateWindow, expected);
    });
  }
});
