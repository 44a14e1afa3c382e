import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { admin } from '../../support/admin.ts';
import { apiOf } from '../../support/api.ts';
import { exemplu, gama } from '../../support/invoice.ts';
import {
  authorizeUrl,
  clientId,
  clientSecret,
  codeOf,
  exchange,
  startMock,
  tokenRequest,
} from '../../support/login.ts';

const registered = ['redirect_uri=http://localhost:4001/callback', 'redirect_uri=https://app.example/callback'];
const list = '/test/FCTEL/rest/listaMesajeFactura';

async function visit(address: string, method = 'GET'): Promise<void> {
  await (await fetch(address, { method, redirect: 'manual' })).arrayBuffer();
}

describe('expected', () => {
  for (const [what, meet, expected] of [
    [
      'another method of the path',
      ({ urls }: MockAnaf) => visit(`${urls.picker}/anaf-oauth2/v1/token`),
      ['POST /anaf-oauth2/v1/token'],
    ],
    [
      'similar paths, at the login',
      ({ urls }: MockAnaf) => visit(`${urls.picker}/anaf-oauth2/v1/authorise`),
      ['GET /anaf-oauth2/v1/authorize'],
    ],
    ['similar paths, at the API', ({ urls }: MockAnaf) => visit(`${urls.apiPlain}${list}x`), [`GET ${list}`]],
    [
      'the applications that are registered',
      ({ urls }: MockAnaf) => visit(authorizeUrl(urls.picker, { client_id: 'other' })),
      [`client_id=${clientId}`],
    ],
    [
      'the addresses that are registered',
      ({ urls }: MockAnaf) => visit(authorizeUrl(urls.picker, { redirect_uri: 'https://app.example/' })),
      registered,
    ],
    [
      'the response type',
      ({ urls }: MockAnaf) => visit(authorizeUrl(urls.picker, { response_type: 'token' })),
      ['response_type=code'],
    ],
    [
      'client and secret',
      (mock: MockAnaf) => tokenRequest(mock, {}, { authorization: 'Basic eDp5' }),
      [`client_id=${clientId} and its client_secret`],
    ],
    [
      'the grant types',
      (mock: MockAnaf) => tokenRequest(mock, { grant_type: 'password' }),
      ['grant_type=authorization_code', 'grant_type=refresh_token'],
    ],
    [
      'the redirect address of the code',
      async (mock: MockAnaf) =>
        exchange(mock, await codeOf(mock, 'accountant'), { redirect_uri: 'https://app.example/callback' }),
      [registered[0]],
    ],
    [
      'the obligatory parameters',
      async (mock: MockAnaf) => (await apiOf(mock, 'accountant')).get('listaMesajeFactura?zille=1&cif=1'),
      ['zile', 'cif'],
    ],
    [
      'the companies of the certificate',
      async (mock: MockAnaf) => (await apiOf(mock, 'administrator')).get(`listaMesajeFactura?zile=1&cif=${gama.cui}`),
      [`cif=${exemplu.cui}`],
    ],
  ] as const) {
    it(`the journal suggests what would have matched, for a request that matched nothing: ${what}`, async () => {
      await using mock = await startMock();

      await meet(mock);

      const [entry] = mock.journal.entries().slice(-1);
      assert.deepEqual(entry?.expected?.slice(0, expected.length), expected);
      assert.equal(JSON.stringify(entry).includes(clientSecret), false);
    });
  }

  it('a request that was answered normally has no expected values in the journal', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');

    await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`);

    assert.deepEqual(
      mock.journal.entries().filter((entry) => 'expected' in entry),
      [],
    );
  });

  it('the admin port gives the expected values in its answer', async () => {
    await using mock = await startMock();

    const { body } = await admin(mock, 'GET', '/scenarios');

    assert.match(
      String(body.message),
      /there is no GET \/scenarios; similar operations: GET \/scenario, .*; \/openapi\.json lists all operations/,
    );
  });
});

describe('GET /journal/count', () => {
  it('GET /journal/count counts the entries that match the filter', async () => {
    await using mock = await startMock();
    await visit(`${mock.urls.apiPlain}/nowhere`);
    await visit(`${mock.urls.apiPlain}/nowhere`, 'POST');

    const all = await admin(mock, 'GET', '/journal/count');
    const some = await admin(mock, 'GET', '/journal/count?method=POST&status=403');

    assert.deepEqual([all.body, some.body], [{ count: 2 }, { count: 1 }]);
  });
});
