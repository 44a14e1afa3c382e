import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MockAnaf, MovableClock } from 'mock-anaf';
import { apiWithToken } from '../../support/api.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, clientId, codeOf, exchange, redirectUri, refresh, startMock } from '../../support/login.ts';

/** Creates one object of each kind that has an id, and returns the ids. */
async function idsOfAWalk(mock: MockAnaf): Promise<readonly string[]> {
  const { body } = await exchange(mock, await codeOf(mock, 'accountant'));
  const api = apiWithToken(mock, String(body.access_token));
  await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
  const checked = await api.post('/prod/FCTEL/rest/validare/FACT1', invoice());
  mock.addMessages({ cui: exemplu.cui });
  const { grants, uploads, messages } = mock.state;
  return [...[grants, uploads, messages].flatMap((kind) => Object.keys(kind)), JSON.parse(checked.text).trace_id];
}

describe('a mock that is reset', () => {
  it('a mock generates the same ids after a reset, and so does another mock', async () => {
    await using mock = await startMock();
    await using other = await startMock();

    const first = await idsOfAWalk(mock);
    mock.reset();
    const again = await idsOfAWalk(mock);

    assert.equal(first.length, 8);
    assert.match(first.at(-1) ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.deepEqual(again, first);
    assert.deepEqual(await idsOfAWalk(other), first);
  });

  it('a different idSeed gives different grant and trace ids', async () => {
    await using mock = await startMock();
    await using other = await startMock({ idSeed: 'other' });

    const [grantId, ...ids] = await idsOfAWalk(mock);
    const [otherGrantId, ...otherIds] = await idsOfAWalk(other);

    assert.notEqual(otherGrantId, grantId);
    assert.notEqual(otherIds.at(-1), ids.at(-1));
    assert.deepEqual(otherIds.slice(0, -1), ids.slice(0, -1));
  });

  it('codes and tokens from before a reset are refused although the new grant has the same id', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const issue = async () => (await exchange(mock, await codeOf(mock, 'accountant'))).body;
    const now = mock.clock.now();
    const before = await issue();
    const opaque = (await exchange(mock, await codeOf(mock, 'accountant'), { token_content_type: '' })).body;
    const code = await codeOf(mock, 'accountant');
    const ids = Object.keys(mock.state.grants);

    mock.reset();
    mock.clock.freeze();
    mock.clock.set(now);
    const after = await issue();
    await exchange(mock, await codeOf(mock, 'accountant'), { token_content_type: '' });
    await codeOf(mock, 'accountant');

    const hello = async (token: unknown) =>
      (await apiWithToken(mock, String(token)).get('/TestOauth/jaxrs/hello')).status;
    assert.deepEqual(Object.keys(mock.state.grants), ids);
    assert.deepEqual([await hello(before.access_token), await hello(after.access_token)], [401, 200]);
    assert.equal((await exchange(mock, code)).status, 400);
    for (const { refresh_token } of [before, opaque])
      assert.equal((await refresh(mock, String(refresh_token))).status, 400);
    assert.equal((await refresh(mock, String(after.refresh_token))).status, 200, 'the new one is not ended by them');
  });

  it('a token of another mock with the same ids is refused', async () => {
    await using mock = await startMock();
    await using other = await startMock();
    const { access_token, refresh_token } = await mock.issueTokens({ persona: 'accountant' });
    await other.issueTokens({ persona: 'accountant' });

    const { status } = await apiWithToken(other, access_token).get('/TestOauth/jaxrs/hello');

    assert.deepEqual(Object.keys(mock.state.grants), Object.keys(other.state.grants));
    assert.deepEqual([status, (await refresh(other, refresh_token)).status], [401, 400]);
  });

  it('the numbers of journal entries continue after a reset, so that a reader misses none', async () => {
    await using mock = await startMock();
    await fetch(`${mock.urls.apiPlain}/nowhere`);
    const [before] = mock.journal.entries();

    mock.reset();
    await fetch(`${mock.urls.apiPlain}/nowhere`);

    assert.deepEqual(
      mock.journal.entries({ after: before?.number ?? 0 }).map(({ number }) => number),
      [2],
    );
  });

  it('a reset through the admin port clears the registers and does not generate keys or certificates again', async () => {
    await using mock = await startMock();
    const identities = () =>
      mock.state.people.map(({ keyPair, certificatePem }) => ({ key: keyPair?.privateKeyPem, certificatePem }));
    for (const persona of mock.personas) persona.certificatePem();
    const [keys, before] = [mock.state.keys, identities()];
    mock.addMessages({ cui: exemplu.cui, count: 100 });
    await mock.issueTokens({ persona: 'accountant', clientId });

    const answer = await fetch(`${mock.urls.admin}/reset`, { method: 'POST' });

    assert.equal(answer.ok, true);
    assert.deepEqual([mock.state.grants, mock.state.uploads, mock.state.messages], [{}, {}, {}]);
    assert.deepEqual(mock.clients[0]?.redirectUris[0], redirectUri);
    assert.equal(mock.state.keys, keys);
    assert.equal(
      before.every(({ key, certificatePem }) => key && certificatePem),
      true,
      'everybody had a certificate',
    );
    assert.deepEqual(identities(), before);
  });

  it('a reset sets the clock as it was at the start of the mock', async () => {
    const clock = new MovableClock();
    clock.freeze();
    clock.set(1_900_000_000);
    await using mock = await startMock({ clock });
    clock.advance(86_400);
    clock.unfreeze();

    mock.reset();

    assert.deepEqual([clock.now(), clock.isFrozen], [1_900_000_000, true]);
  });

  it('after a reset the persona enrolled-today is enrolled two hours before the reset', async () => {
    const machine = { now: Date.now() / 1000 };
    await using mock = await startMock({ clock: new MovableClock(() => machine.now) });
    machine.now += 23 * 3600;

    mock.reset();

    const { location } = await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'enrolled-today' });
    assert.match(location ?? '', /error=access_denied/);
  });
});
