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

describe('diagnose', () => {
  for (const { because, code, evidence, first, ground } of cases) {
    it(`diagnose puts ${first} first for ${code}: ${because}`, () => {
      const [cause] = diagnose(code, evidence).causes;

      assert.equal(cause?.cause, first);
      assert.ok(cause?.grounds.includes(ground), `grounds: ${cause?.grounds}`);
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
