import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockEventName } from 'mock-anaf';
import { apiWithToken } from '../../support/api.ts';
import { beta, exemplu, invoice } from '../../support/invoice.ts';
import { clientId, codeOf, exchange, outcomeOf, redirectUri, refresh, startMock } from '../../support/login.ts';

const everyEvent: readonly MockEventName[] = [
  'request-answered',
  'certificate-judged',
  'code-issued',
  'token-issued',
  'token-refreshed',
  'token-refused',
  'upload-received',
  'message-downloaded',
  'grant-ended',
  'reset',
];

describe('the events of a mock', () => {
  it('the events of a complete authorization are emitted in the order of its steps', async () => {
    await using mock = await startMock();
    const heard: string[] = [];
    for (const name of everyEvent) {
      if (name !== 'request-answered') mock.on(name, () => heard.push(name));
    }

    const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
    await refresh(mock, String(body.refresh_token));
    await refresh(mock, String(body.refresh_token));
    const api = apiWithToken(mock, String(body.access_token));
    await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    mock.clock.advance(10);
    await api.get(`descarcare?id=${Object.keys(mock.state.messages)[0]}`);
    mock.disconnect();
    mock.reset();

    assert.deepEqual(heard, [
      'certificate-judged',
      'code-issued',
      'token-issued',
      'token-refreshed',
      'token-refused',
      'upload-received',
      'message-downloaded',
      'grant-ended',
      'reset',
    ]);
  });

  it('the events contain the code and the tokens that the application gets', async () => {
    await using mock = await startMock();
    const coded = mock.once('code-issued');
    const issued = mock.once('token-issued');
    const refreshed = mock.once('token-refreshed');

    const code = await codeOf(mock, 'accountant');
    const first = (await exchange(mock, code)).body;
    const second = (await refresh(mock, String(first.refresh_token))).body;

    const of = { clientId, persona: 'accountant' };
    const { grantId } = await issued;
    assert.deepEqual(await coded, { code, redirectUri, ...of });
    assert.deepEqual(await issued, { grantId, tokens: first, ...of });
    assert.deepEqual(await refreshed, { grantId, tokens: second, ...of });
  });

  it('events are emitted for tokens of issueTokens and for a grant that ends', async () => {
    await using mock = await startMock();
    const issued = mock.once('token-issued', { filter: ({ persona }) => persona === 'other-company' });
    const ended = mock.once('grant-ended');

    await mock.issueTokens({ persona: 'accountant' });
    const tokens = await mock.issueTokens({ persona: 'other-company' });
    mock.disconnect({ persona: 'other-company' });

    const { grantId } = await issued;
    assert.deepEqual((await issued).tokens, tokens);
    assert.deepEqual(await ended, { grantId, clientId, persona: 'other-company' });
  });

  it('the events say why a certificate or a token request was refused', async () => {
    await using mock = await startMock();
    const judged = mock.once('certificate-judged');
    const refused = mock.once('token-refused');

    await outcomeOf(mock, { persona: 'expired' });
    await exchange(mock, 'no code');

    const reason = 'the certificate is not valid at this time';
    assert.deepEqual(await judged, { clientId, accepted: false, reason, persona: 'expired' });
    assert.deepEqual(await refused, { clientId, reason: 'the code was never issued, or was issued long ago' });
  });

  it('events are emitted for accepted documents and downloaded messages', async () => {
    await using mock = await startMock();
    const received = mock.once('upload-received');
    const downloaded = mock.once('message-downloaded');
    const { access_token } = await mock.issueTokens({ persona: 'accountant' });
    const api = apiWithToken(mock, access_token);

    await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    mock.clock.advance(10);
    const message = Object.values(mock.state.messages).find(({ cif }) => cif === beta.cui);
    await api.get(`descarcare?id=${message?.id}`);

    const [uploadId] = Object.keys(mock.state.uploads);
    assert.deepEqual(await received, {
      ...{ uploadId, cif: exemplu.cui, standard: 'UBL', environment: 'test', verdict: 'ok' },
    });
    assert.deepEqual(await downloaded, { messageId: message?.id, uploadId, cif: beta.cui });
  });

  it('request-answered is emitted with the journal entry of each answer, except at the admin port', async () => {
    await using mock = await startMock();
    const answered = mock.once('request-answered', { filter: ({ path }) => path === '/nowhere' });

    await fetch(`${mock.urls.admin}/healthz`);
    await fetch(`${mock.urls.apiPlain}/nowhere`);

    assert.deepEqual([await answered], mock.journal.entries());
  });

  it('a pending once rejects when the mock is stopped', async () => {
    const mock = await startMock();
    const waiting = mock.once('reset');

    await mock.stop();

    await assert.rejects(waiting, /the mock was stopped/);
  });
});
