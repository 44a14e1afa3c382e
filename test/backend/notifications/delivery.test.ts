import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeFailure } from 'spv-authorize-backend/internal/notifications/delivery.ts';

const failure = (fields: object) => judgeFailure(Object.assign(new Error('x'), fields));
const reply = (command: string, responseCode: number) =>
  failure({ code: 'EENVELOPE', command, responseCode, permanent: responseCode >= 500 });

describe('judgeFailure', () => {
  it('a permanent refusal of the recipient or of the message is final for this mail', () => {
    assert.deepEqual(reply('RCPT TO', 550), { kind: 'refused', reason: 'EENVELOPE RCPT TO 550' });
    assert.deepEqual(reply('DATA', 554), { kind: 'refused', reason: 'EENVELOPE DATA 554' });
    assert.deepEqual(failure({ code: 'EENVELOPE', command: 'API' }), { kind: 'refused', reason: 'EENVELOPE API' });
  });

  it('a temporary refusal of one mail does not stop the others', () => {
    assert.deepEqual(reply('RCPT TO', 450), { kind: 'failed', reason: 'EENVELOPE RCPT TO 450', isServerDown: false });
    assert.deepEqual(reply('RCPT TO', 530), { kind: 'failed', reason: 'EENVELOPE RCPT TO 530', isServerDown: false });
  });

  it('a refusal of the sender, of the login or of the connection is tried again later, even a permanent one', () => {
    for (const fields of [
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, permanent: true },
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, permanent: true },
      { code: 'ESOCKET', command: 'CONN' },
      { code: 'ETIMEDOUT', command: 'DATA' },
      {},
    ]) {
      const delivery = failure(fields);
      assert.equal(delivery.kind === 'failed' && delivery.isServerDown, true, JSON.stringify(fields));
    }
    assert.deepEqual(judgeFailure('text'), { kind: 'failed', reason: 'unknown', isServerDown: true });
  });
});
