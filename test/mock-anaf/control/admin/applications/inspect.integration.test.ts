import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { admin } from '../../../support/admin.ts';
import { exemplu } from '../../../support/invoice.ts';
import { clientId, codeOf, exchange, refresh, startMock } from '../../../support/login.ts';

async function inspect(mock: MockAnaf, token: unknown): Promise<Record<string, unknown>> {
  const { status, body } = await admin(mock, 'POST', '/tokens/inspect', { token });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function pairOf(mock: MockAnaf, persona: string) {
  const { access_token, refresh_token } = await mock.issueTokens({ persona });
  return { access: access_token, renewal: refresh_token };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('POST /tokens/inspect', () => {
  it('a valid access token is inspected with its claims, its signature and its grant', async () => {
    await using mock = await startMock();
    const { access } = await pairOf(mock, 'administrator');

    const { claims, grant, ...others } = await inspect(mock, access);

    assert.deepEqual(others, {
      form: 'jwt',
      header: { alg: 'RS512', kid: 'anaf_2023_2024' },
      isSignedHere: true,
      use: 'access',
      isGood: true,
      refusal: null,
    });
    assert.equal((claims as Record<string, unknown>).clientappid, clientId);
    const { persona, companies, services } = grant as Record<string, unknown>;
    assert.deepEqual([persona, companies, services], ['administrator', [exemplu.cui], ['EFACTURA']]);
  });

  it('a refresh token still works after it has been inspected', async () => {
    await using mock = await startMock();
    const { renewal } = await pairOf(mock, 'accountant');

    const inspected = await inspect(mock, renewal);
    const refreshed = await refresh(mock, renewal);

    assert.deepEqual([inspected.use, inspected.isGood, refreshed.status], ['refresh', true, 200]);
  });

  for (const [name, spoil, refusal] of [
    ['an access token that expired', (mock) => mock.clock.advance(90 * 86_400), 'the access token has expired'],
    [
      'an access token that is not valid yet',
      (mock) => mock.clock.advance(-86_400),
      'the access token is not valid yet',
    ],
    ['an access token of a disconnected grant', (mock) => mock.disconnect(), 'the grant was disconnected by ANAF'],
    ['an access token from before a reset', (mock) => mock.reset(), 'the grant of this token no longer exists'],
  ] as const satisfies readonly (readonly [string, (mock: MockAnaf) => unknown, string])[]) {
    it(`the inspection names the check that ${name} fails`, async () => {
      await using mock = await startMock();
      const { access } = await pairOf(mock, 'administrator');
      spoil(mock);

      const { isSignedHere, isGood, refusal: told } = await inspect(mock, access);

      assert.deepEqual([isSignedHere, isGood, told], [true, false, refusal]);
    });
  }

  for (const [name, spoil, refusal] of [
    [
      'that was rotated',
      (mock, token) => refresh(mock, token),
      'the refresh token was rotated: a newer one was issued',
    ],
    ['that is a year old', (mock) => mock.clock.advance(365 * 86_400), 'the refresh token has expired'],
    ['of a disconnected grant', (mock) => mock.disconnect(), 'the grant was disconnected by ANAF'],
    ['from before a reset', (mock) => mock.reset(), 'the grant of this token no longer exists'],
  ] as const satisfies readonly (readonly [string, (mock: MockAnaf, token: string) => unknown, string])[]) {
    it(`the inspection names the check that a refresh token ${name} fails`, async () => {
      await using mock = await startMock();
      const { renewal } = await pairOf(mock, 'administrator');
      await spoil(mock, renewal);

      const { use, isGood, refusal: told } = await inspect(mock, renewal);

      assert.deepEqual([use, isGood, told], ['refresh', false, refusal]);
    });
  }

  it('a token with a wrong signature is inspected without a grant, and its claims are shown', async () => {
    await using mock = await startMock();
    const { access } = await pairOf(mock, 'administrator');
    const [header, payload] = access.split('.');

    const { isSignedHere, isGood, refusal, grant, claims } = await inspect(mock, `${header}.${payload}.AAAA`);

    assert.deepEqual(
      [isSignedHere, isGood, refusal, grant],
      [false, false, 'the token was not signed by this mock', null],
    );
    assert.equal((claims as Record<string, unknown>).clientappid, clientId);
  });

  it('an opaque token is inspected with its grant, and the API refuses its access token', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant', { token_content_type: undefined });
    const { body } = await exchange(mock, code);

    const access = await inspect(mock, body.access_token);
    const renewal = await inspect(mock, body.refresh_token);

    assert.deepEqual([access.form, access.isSignedHere, access.isGood], ['opaque', null, false]);
    assert.match(String(access.refusal), /the token is opaque: token_content_type=jwt was missing/);
    assert.equal((access.grant as Record<string, unknown>).persona, 'accountant');
    assert.deepEqual([renewal.form, renewal.use, renewal.isGood], ['opaque', 'refresh', true]);
  });

  for (const [name, token, form, refusal] of [
    ['64 digits of no grant', 'f'.repeat(64), 'opaque', /no grant/],
    ['anything else', 'hello', 'unreadable', /neither a JWT nor/],
    ['three parts that are not JSON', 'a.b.c', 'unreadable', /neither a JWT nor/],
    ['a JWT without signature', `${part({ alg: 'none' })}.${part({ jti: '__proto__' })}.`, 'jwt', /not signed/],
    ['the name of a property of every object', '__proto__', 'unreadable', /neither a JWT nor/],
  ] as const) {
    it(`the inspection of ${name} returns ${form} and no grant`, async () => {
      await using mock = await startMock();

      const inspected = await inspect(mock, token);

      assert.deepEqual([inspected.form, inspected.isGood, inspected.grant], [form, false, null]);
      assert.match(String(inspected.refusal), refusal);
    });
  }

  it('an inspected token is not stored in the journal or the state', async () => {
    await using mock = await startMock();

    await inspect(mock, 'a-token-worth-guarding');

    assert.equal(JSON.stringify([mock.journal.entries(), mock.state]).includes('worth-guarding'), false);
  });

  for (const body of [{}, { token: 5 }, { token: '' }, { token: 'x', more: 'y' }]) {
    it(`POST /tokens/inspect refuses ${JSON.stringify(body)}`, async () => {
      await using mock = await startMock();

      const answer = await admin(mock, 'POST', '/tokens/inspect', body);

      assert.deepEqual([answer.status, answer.body.code], [400, 'bad-body']);
    });
  }
});
