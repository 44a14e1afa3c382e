import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  meaningOf,
  meaningOfMessageType,
  meaningOfRedirectError,
  meaningOfStatus,
  meaningOfTokenError,
  meaningOfUploadState,
  sentences,
} from 'spv-authorize-backend/internal/anaf/vocabulary.ts';

describe("the vocabulary of ANAF's sentences", () => {
  for (const { example, meaning } of sentences) {
    it(`"${example}" means ${meaning}, and matches no other sentence`, () => {
      const matching = sentences.filter(({ pattern }) => pattern.test(example));

      assert.deepEqual([meaningOf(example), matching.length], [meaning, 1]);
    });
  }

  it('an unknown sentence has no meaning', () => {
    assert.equal(meaningOf('Id descarcare introdus= a nu este un numar intreg'), undefined);
  });
});

describe("the vocabulary of ANAF's codes", () => {
  it('an upload state of an unknown name has no meaning', () => {
    assert.deepEqual(['ok', 'altceva', 'toString'].map(meaningOfUploadState), ['accepted', undefined, undefined]);
  });

  it('a message type of an unknown name is "other"', () => {
    assert.deepEqual(['ERORI FACTURA', 'MESAJ CUMPARATOR PRIMIT'].map(meaningOfMessageType), ['errors', 'other']);
  });

  it('an HTTP status without a documented meaning counts as unavailable', () => {
    const statuses = [200, 400, 401, 403, 429, 204, 302, 500];

    assert.deepEqual(statuses.map(meaningOfStatus), [
      ...['answered', 'bad-request', 'token-refused', 'not-permitted', 'rate-limit'],
      ...['unavailable', 'unavailable', 'unavailable'],
    ]);
  });

  it('an error of the redirect is about the certificate, the application or the moment', () => {
    const errors = ['access_denied', 'invalid_client', 'server_error', undefined];

    assert.deepEqual(errors.map(meaningOfRedirectError), [
      'access-denied',
      'application',
      'unavailable',
      'unavailable',
    ]);
  });

  it('an error of /token refuses the grant, unless it is about the application or the moment', () => {
    const errors = [
      ['invalid_grant', 400],
      ['access_denied', 400],
      ['invalid_client', 400],
      ['temporarily_unavailable', 400],
      ['invalid_grant', 503],
      ['invalid_grant', 429],
    ] as const;

    assert.deepEqual(
      errors.map(([error, status]) => meaningOfTokenError(error, status)),
      ['grant', 'grant', 'application', 'unavailable', 'unavailable', 'unavailable'],
    );
  });
});
