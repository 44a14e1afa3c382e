import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from 'spv-authorize/contract';
import type { Subject } from 'spv-authorize/internal/core/screen.ts';
import { supportText } from 'spv-authorize/internal/core/support-text.ts';
import { accessDenied } from './samples.ts';

const subject: Subject = {
  company: 'Exemplu SRL',
  taxId: '12345674',
  application: 'FacturaApp',
  services: ['e-factura'],
  warnsNobody: false,
};

describe('supportText', () => {
  it('the text has one line for everything that is known', () => {
    const evidence = {
      answeredAfterSeconds: 0.4,
      sight: 'closed',
      chooserSeen: 'no',
      pinAsked: 'unknown',
      certificate: { issuer: 'certSIGN', serial: '5A3F' },
    } as const;
    const diagnosis: Diagnosis = {
      causes: [
        { cause: 'wrong-pin', likelihood: 'likely', grounds: ['pin-was-asked', 'answered-at-once'] },
        { cause: 'token-not-inserted', likelihood: 'possible', grounds: [] },
      ],
    };

    assert.deepEqual(supportText({ ...accessDenied, evidence, diagnosis }, subject).split('\n'), [
      'application: FacturaApp',
      'tax id: 12345674',
      'failure: access-denied',
      'reference: 7F3K',
      'cause: wrong-pin (likely; pin-was-asked, answered-at-once)',
      'cause: token-not-inserted (possible; )',
      'answered after: 0.4 s',
      'seen: closed',
      'chooser seen: no',
      'pin asked: unknown',
      'certificate: certSIGN, 5A3F',
    ]);
  });

  it('the text has no line for what is not known', () => {
    const { reference: _, ...failure } = { ...accessDenied, evidence: {}, diagnosis: { causes: [] } };

    assert.deepEqual(supportText(failure, subject).split('\n'), [
      'application: FacturaApp',
      'tax id: 12345674',
      'failure: access-denied',
    ]);
  });

  it('an answer after 0 seconds is known', () => {
    assert.match(
      supportText({ ...accessDenied, evidence: { answeredAfterSeconds: 0 } }, subject),
      /answered after: 0 s/,
    );
  });
});
