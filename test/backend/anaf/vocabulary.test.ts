import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  eFacturaRole,
  meaningOf,
  meaningOfMessageType,
  meaningOfRedirectError,
  meaningOfStatus,
  meaningOfTokenError,
  meaningOfUploadState,
  messageFilters,
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

  it('a text that quotes a known sentence after its beginning has no meaning', () => {
    const beginnings = [
      'Nu exista mesaje in ultimele 15 zile',
      'Nu aveti drept in SPV pentru CIF=8000000000',
      'Nu exista niciun CIF pentru care sa aveti drept in SPV',
      'S-au facut deja 10 descarcari de mesaj in cursul zilei',
    ];

    for (const text of beginnings) assert.equal(meaningOf(`Parametrul "${text}" nu este valid`), undefined, text);
  });

  it('a sentence has its meaning in capitals, too', () => {
    for (const { example, meaning } of sentences) assert.equal(meaningOf(example.toUpperCase()), meaning, example);
  });
});

describe("the vocabulary of ANAF's codes", () => {
  it('an upload state of an unknown name has no meaning', () => {
    assert.deepEqual(['ok', 'altceva', 'toString'].map(meaningOfUploadState), ['accepted', undefined, undefined]);
  });

  it('a message type of an unknown name is "other"', () => {
    const types = ['ERORI FACTURA', 'FACTURA TRIMISA', 'FACTURA PRIMITA', 'MESAJ CUMPARATOR PRIMIT'];

    assert.deepEqual(types.map(meaningOfMessageType), ['errors', 'sent', 'received', 'other']);
  });

  it('the message filters and the role are the words that ANAF expects', () => {
    assert.deepEqual(messageFilters, { errors: 'E', sent: 'T', received: 'P', 'buyer-messages': 'R' });
    assert.equal(eFacturaRole, 'EFACTURA');
  });

  it('an HTTP status without a documented meaning counts as unavailable', () => {
    const statuses = [200, 400, 401, 403, 429, 204, 302, 500];

    assert.deepEqual(statuses.map(meaningOfStatus), [
      ...['answered', 'bad-request', 'token-refused', 'not-permitted', 'rate-limit'],
      ...['unavailable', 'unavailable', 'unavailable'],
    ]);
  });

  it('an error of the redirect is about the certificate, the application or the moment', () => {
    const errors = ['access_denied', 'server_error', '', undefined];

    assert.deepEqual(errors.map(meaningOfRedirectError), [
      'access-denied',
      'unavailable',
      'unavailable',
      'unavailable',
    ]);
  });

  it("an error of the redirect that is about the registration is the application's", () => {
    for (const error of [
      'invalid_client',
      'invalid_request',
      'invalid_scope',
      'unauthorized_client',
      'unsupported_response_type',
    ]) {
      assert.equal(meaningOfRedirectError(error), 'application', error);
    }
  });

  it('an error of /token refuses the grant, unless it is about the application or the moment', () => {
    const errors = [
      ['invalid_grant', 400],
      ['access_denied', 400],
      ['invalid_client', 400],
      ['unauthorized_client', 401],
      ['unsupported_grant_type', 400],
      ['invalid_scope', 400],
      ['temporarily_unavailable', 400],
      ['server_error', 400],
      ['invalid_grant', 499],
      ['invalid_grant', 500],
      ['invalid_grant', 503],
      ['invalid_grant', 429],
    ] as const;

    assert.deepEqual(
      errors.map(([error, status]) => meaningOfTokenError(error, status)),
      [
        ...['grant', 'grant', 'application', 'application', 'application', 'application'],
        ...['unavailable', 'unavailable', 'grant', 'unavailable', 'unavailable', 'unavailable'],
      ],
    );
  });
});
