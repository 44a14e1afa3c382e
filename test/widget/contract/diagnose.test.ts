import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  anafWindowSights,
  type CauseCode,
  diagnose,
  type Evidence,
  type FailureCode,
  failureCodes,
  type GroundCode,
  noDialogSeconds,
} from 'spv-authorize/contract';

interface Case {
  readonly because: string;
  readonly code: FailureCode;
  readonly evidence: Evidence;
  readonly first: CauseCode;
  readonly ground: GroundCode;
}

const accessDenied = { code: 'access-denied' } as const;
const notReturned = { code: 'not-returned' } as const;

const cases: readonly Case[] = [
  {
    ...accessDenied,
    because: 'an answer at once means that no dialog was shown',
    evidence: { answeredAfterSeconds: 0.4 },
    first: 'token-not-inserted',
    ground: 'answered-at-once',
  },
  {
    ...accessDenied,
    because: 'an answer at once after an earlier try means that the browser remembers "none"',
    evidence: { answeredAfterSeconds: 0.4, earlierOpeningInSameBrowser: true },
    first: 'browser-remembers-no-certificate',
    ground: 'answered-at-once',
  },
  {
    ...accessDenied,
    because: 'an answer after seconds means that a dialog was there and nothing was chosen',
    evidence: { answeredAfterSeconds: 8 },
    first: 'no-certificate-chosen',
    ground: 'answered-after-a-dialog',
  },
  {
    ...accessDenied,
    because: 'without any evidence, the most usual cause is first',
    evidence: {},
    first: 'no-certificate-chosen',
    ground: 'usual-for-this-failure',
  },
  {
    ...accessDenied,
    because: 'a PIN that was asked for points at the PIN, whatever the time says',
    evidence: { answeredAfterSeconds: 0.4, chooserSeen: 'yes', pinAsked: 'yes' },
    first: 'wrong-pin',
    ground: 'pin-was-asked',
  },
  {
    ...accessDenied,
    because: 'a chooser without a PIN points at nothing chosen',
    evidence: { chooserSeen: 'yes', pinAsked: 'no' },
    first: 'no-certificate-chosen',
    ground: 'pin-was-not-asked',
  },
  {
    ...accessDenied,
    because: 'no chooser, says the person, weighs more than a slow answer',
    evidence: { answeredAfterSeconds: 9, chooserSeen: 'no' },
    first: 'token-not-inserted',
    ground: 'chooser-was-not-seen',
  },
  {
    ...notReturned,
    because: 'ANAF says itself that the session is finished',
    evidence: { sight: 'session-finished' },
    first: 'anaf-session-finished',
    ground: 'reported-by-the-person',
  },
  {
    ...notReturned,
    because: 'ANAF says itself that no certificate came',
    evidence: { sight: 'certificate-not-presented' },
    first: 'no-certificate-chosen',
    ground: 'reported-by-the-person',
  },
  {
    ...notReturned,
    because: 'no certificate came and no chooser was seen: the token',
    evidence: { sight: 'certificate-not-presented', chooserSeen: 'no' },
    first: 'token-not-inserted',
    ground: 'chooser-was-not-seen',
  },
  {
    code: 'no-right-for-company',
    because: 'ANAF named the company',
    evidence: {},
    first: 'another-companys-certificate',
    ground: 'said-by-anaf',
  },
  {
    code: 'anaf-unavailable',
    because: 'ANAF is down',
    evidence: {},
    first: 'anaf-not-answering',
    ground: 'said-by-anaf',
  },
];

const usual = (cause: CauseCode) => `possible ${cause}: usual-for-this-failure`;
const likely = (cause: CauseCode, ...grounds: readonly GroundCode[]) => `likely ${cause}: ${grounds.join(', ')}`;
const said = (cause: CauseCode) => `certain ${cause}: said-by-anaf`;
const certain = (cause: CauseCode) => `certain ${cause}: usual-for-this-failure`;
const noDialog = [usual('browser-remembers-no-certificate'), usual('certificate-not-enrolled')];
const afterChooser = [usual('certificate-not-enrolled'), usual('wrong-pin')];
const afterDialog = [usual('wrong-pin'), usual('certificate-not-enrolled'), usual('token-not-inserted')];
const remembered = [usual('token-not-inserted'), usual('certificate-not-enrolled')];

/** Every branch of `diagnose` with its complete result. */
const complete: readonly (readonly [FailureCode, Evidence, readonly string[]])[] = [
  [
    'access-denied',
    { pinAsked: 'yes' },
    [likely('wrong-pin', 'pin-was-asked'), usual('certificate-not-enrolled'), usual('no-certificate-chosen')],
  ],
  [
    'access-denied',
    { chooserSeen: 'yes', pinAsked: 'no' },
    [likely('no-certificate-chosen', 'pin-was-not-asked'), ...afterChooser],
  ],
  ['access-denied', { chooserSeen: 'yes' }, [likely('no-certificate-chosen', 'chooser-was-seen'), ...afterChooser]],
  ['access-denied', { chooserSeen: 'no' }, [likely('token-not-inserted', 'chooser-was-not-seen'), ...noDialog]],
  ['access-denied', { answeredAfterSeconds: 0 }, [likely('token-not-inserted', 'answered-at-once'), ...noDialog]],
  [
    'access-denied',
    { answeredAfterSeconds: 0.4, earlierOpeningInSameBrowser: true },
    [likely('browser-remembers-no-certificate', 'answered-at-once', 'earlier-opening-in-same-browser'), ...remembered],
  ],
  [
    'access-denied',
    { answeredAfterSeconds: 8, earlierOpeningInSameBrowser: true },
    [likely('no-certificate-chosen', 'answered-after-a-dialog'), ...afterDialog],
  ],
  ['access-denied', {}, [likely('no-certificate-chosen', 'usual-for-this-failure'), ...afterDialog]],
  [
    'not-returned',
    {},
    [likely('anaf-window-closed', 'usual-for-this-failure'), usual('anaf-not-answering'), usual('token-not-inserted')],
  ],
  ['not-returned', { sight: 'still-choosing' }, [likely('still-at-anaf', 'reported-by-the-person')]],
  [
    'not-returned',
    { sight: 'closed', chooserSeen: 'yes' },
    [likely('anaf-window-closed', 'reported-by-the-person'), usual('no-certificate-chosen')],
  ],
  [
    'not-returned',
    { sight: 'certificate-not-presented' },
    [
      likely('no-certificate-chosen', 'reported-by-the-person'),
      usual('token-not-inserted'),
      usual('wrong-pin'),
      usual('browser-remembers-no-certificate'),
    ],
  ],
  [
    'not-returned',
    { sight: 'certificate-not-presented', pinAsked: 'yes' },
    [likely('wrong-pin', 'pin-was-asked'), usual('certificate-not-enrolled'), usual('no-certificate-chosen')],
  ],
  ['not-returned', { sight: 'session-finished' }, [likely('anaf-session-finished', 'reported-by-the-person')]],
  [
    'not-returned',
    { sight: 'request-rejected' },
    [likely('anaf-request-rejected', 'reported-by-the-person'), usual('anaf-not-answering')],
  ],
  [
    'not-returned',
    { sight: 'browser-error' },
    [likely('anaf-page-in-browser-failed', 'reported-by-the-person'), usual('wrong-pin'), usual('token-not-inserted')],
  ],
  [
    'not-returned',
    { sight: 'nothing' },
    [likely('anaf-window-closed', 'reported-by-the-person'), usual('anaf-not-answering'), usual('token-not-inserted')],
  ],
  ['no-right-for-company', {}, [said('another-companys-certificate'), usual('right-too-new')]],
  ['no-right-for-any-company', {}, [said('certificate-without-any-right'), usual('right-too-new')]],
  ['service-missing', {}, [said('service-not-registered')]],
  ['anaf-unavailable', {}, [said('anaf-not-answering')]],
  ['code-expired', {}, [said('came-back-too-late')]],
  ['application-refused', {}, [said('application-not-registered')]],
  ['window-blocked', {}, [certain('window-blocked')]],
  ['backend-unreachable', {}, [certain('backend-not-answering')]],
  ['attempt-lapsed', {}, [certain('attempt-lapsed')]],
  ['cancelled', {}, [certain('cancelled')]],
];

describe('diagnose', () => {
  for (const { because, code, evidence, first, ground } of cases) {
    it(`diagnose puts ${first} first for ${code}: ${because}`, () => {
      const [cause] = diagnose(code, evidence).causes;

      assert.equal(cause?.cause, first);
      assert.ok(cause?.grounds.includes(ground), `grounds: ${cause?.grounds}`);
    });
  }

  for (const [code, evidence, expected] of complete) {
    it(`diagnose gives all causes of ${code} with ${JSON.stringify(evidence)}, in order and with grounds`, () => {
      const lines = diagnose(code, evidence).causes.map(
        ({ cause, likelihood, grounds }) => `${likelihood} ${cause}: ${grounds.join(', ')}`,
      );

      assert.deepEqual(lines, expected);
    });
  }

  it('an answer after exactly noDialogSeconds counts as given by a person', () => {
    const at = diagnose('access-denied', { answeredAfterSeconds: noDialogSeconds });
    const below = diagnose('access-denied', { answeredAfterSeconds: noDialogSeconds - 0.01 });

    assert.equal(at.causes[0]?.cause, 'no-certificate-chosen');
    assert.equal(below.causes[0]?.cause, 'token-not-inserted');
  });

  it('diagnose gives every failure and every sight at least one cause, and no cause twice', () => {
    const sights = [undefined, ...anafWindowSights];
    for (const code of failureCodes) {
      for (const sight of sights) {
        const codes = diagnose(code, sight ? { sight } : {}).causes.map(({ cause }) => cause);
        assert.ok(codes.length >= 1, code);
        assert.equal(new Set(codes).size, codes.length, `${code} ${sight}`);
      }
    }
  });

  it('the answer "I do not know" does not change the order of the causes', () => {
    const before = diagnose('access-denied', { answeredAfterSeconds: 0.4 });
    const after = diagnose('access-denied', { answeredAfterSeconds: 0.4, chooserSeen: 'unknown', pinAsked: 'unknown' });

    assert.deepEqual(after, before);
  });
});
