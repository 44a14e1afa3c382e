import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { connectMockAnaf } from 'mock-anaf/client';
import { apiOf, postPublicly } from '../../support/api.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, codeOf, exchange, startMock } from '../../support/login.ts';

function last(mock: MockAnaf) {
  const found = mock.journal.exchange(mock.journal.entries().at(-1)?.number ?? 0);
  assert.ok(found);
  return found;
}

describe('an exchange of the journal', () => {
  it('an exchange has the bodies of request and answer, over HTTP and in the library', async () => {
    await using mock = await startMock();
    const xml = invoice({ changes: { Produs: 'Țuică' } });

    const { text } = await (await apiOf(mock, 'administrator')).post(`upload?standard=UBL&cif=${exemplu.cui}`, xml);

    const found = last(mock);
    assert.deepEqual(found.requestBody, { text: xml, bytes: Buffer.byteLength(xml), isCut: false });
    assert.deepEqual(found.answerBody, { text, bytes: Buffer.byteLength(text), isCut: false });
    assert.deepEqual(await connectMockAnaf(mock.urls.admin).journal.exchange(found.number), found);
  });

  it('an exchange has the beginning of a long body, and only the length of a body that is not text', async () => {
    await using mock = await startMock();
    const long = `<a>${'ș'.repeat(10_000)}</a>`;
    await postPublicly(mock, '/prod/FCTEL/rest/validare/FACT1', long);
    const cut = last(mock).requestBody;
    await postPublicly(mock, '/prod/FCTEL/rest/transformare/FACT1', invoice());
    const pdf = last(mock).answerBody;
    await postPublicly(mock, '/prod/FCTEL/rest/validare/FACT1', Buffer.from([0x3c, 0xff, 0xfe]).toString('latin1'));
    const latin = last(mock).requestBody;

    assert.ok(cut?.isCut && cut.text !== null && long.startsWith(cut.text));
    assert.deepEqual([cut.bytes, Math.ceil(Buffer.byteLength(cut.text) / 1024)], [Buffer.byteLength(long), 16]);
    assert.ok(pdf && pdf.bytes > 500);
    assert.match(pdf.text ?? '%PDF', /^%PDF/);
    assert.equal(latin?.text, '<ÿþ');
  });

  it('a secret that is truncated at the end of a long body is not shown, not even in part', async () => {
    await using mock = await startMock();
    const secret = 'f7584c01843b44ef373abe83855c53b1'.repeat(2);

    for (const shown of [1, 20, 63]) {
      await postPublicly(
        mock,
        '/prod/FCTEL/rest/validare/FACT1',
        `${' '.repeat(16 * 1024 - shown)}${secret}${' '.repeat(99)}`,
      );
      assert.equal(last(mock).requestBody?.text?.trim(), '');
    }
  });

  it('every number in the journal has an exchange, and the last 500 have their bodies', async () => {
    await using mock = await startMock();
    for (let count = 0; count < 502; count += 1)
      await fetch(`${mock.urls.apiPlain}/${count}`, { method: 'POST', body: 'x' });
    const numbers = mock.journal.entries().map(({ number }) => number);

    const texts = [numbers[0], numbers[1], numbers[2], numbers[501]].map((number = 0) => {
      return mock.journal.exchange(number)?.requestBody?.text ?? null;
    });

    assert.deepEqual(texts, [null, null, 'x', 'x']);
    assert.equal(mock.journal.exchange(numbers[0] ?? 0)?.path, '/0');
    assert.equal(mock.journal.exchange(0), undefined);
    mock.journal.clear();
    assert.equal(mock.journal.exchange(numbers[501] ?? 0), undefined);
  });

  it('the journal shows pages of the firewall, but not those of the picker, which contain the PIN', async () => {
    await using mock = await startMock();
    await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'accountant', act: 'cancel' });
    const [page] = mock.journal.entries({ path: '/my.policy', status: 200 });
    const picker = mock.journal.exchange(page?.number ?? 0)?.answerBody;
    mock.scenarios.add({ name: 'login-waf' });
    await fetch(authorizeUrl(mock.urls.picker));

    assert.equal(picker?.text, null);
    assert.ok(Number(picker?.bytes) > 1000);
    assert.match(last(mock).answerBody?.text ?? '', /Request Rejected/);
  });
});

describe('who saw a token', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

  it('every exchange with a token has tokenSeenBy, which is program for an application that keeps tokens from the browser', async () => {
    await using mock = await startMock();

    await exchange(mock, await codeOf(mock, 'accountant'));
    await (await apiOf(mock, 'administrator')).get('listaMesajeFactura?zile=1&cif=1');
    await fetch(authorizeUrl(mock.urls.picker, { state: 'eyJhbGciOiJIUzI1NiJ9.e30.own' }), {
      headers: { 'user-agent': firefox },
      redirect: 'manual',
    });

    assert.equal(mock.journal.count({ about: { tokenSeenBy: 'browser' } }), 0);
    assert.deepEqual(
      mock.journal.entries({ about: { tokenSeenBy: 'program' } }).map(({ path }) => path.split('/').at(-1)),
      ['token', 'token', 'listaMesajeFactura'],
    );
  });

  for (const [what, send] of Object.entries<(mock: MockAnaf, token: string) => Promise<unknown>>({
    'the API called from a page': ({ urls }, token) =>
      fetch(`${urls.apiPlain}/TestOauth/jaxrs/hello`, {
        headers: { authorization: `Bearer ${token}`, origin: 'https://app.example' },
      }),
    'a token in an address': ({ urls }, token) =>
      fetch(`${urls.picker}/my.policy?t=${token}`, { headers: { 'user-agent': firefox }, redirect: 'manual' }),
    'a token in a cookie': ({ urls }, token) =>
      fetch(`${urls.picker}/my.policy`, {
        headers: { 'user-agent': firefox, cookie: `session=${token}` },
        redirect: 'manual',
      }),
    'an opaque token in a form': ({ urls }) =>
      fetch(`${urls.picker}/anaf-oauth2/v1/token`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'f'.repeat(64) }),
      }),
  })) {
    it(`tokenSeenBy is browser for ${what}`, async () => {
      await using mock = await startMock();
      const { access_token } = await mock.issueTokens({ persona: 'accountant' });

      await send(mock, access_token);

      const counted = await fetch(`${mock.urls.admin}/journal/count?tokenSeenBy=browser`);
      assert.deepEqual(await counted.json(), { count: 1 });
    });
  }

  it('tokenSeenBy is browser for a browser that gets a token from the token endpoint', async () => {
    await using mock = await startMock();
    const code = await codeOf(mock, 'accountant');
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://localhost:4001/callback' };
    const credentials = Buffer.from(`${mock.clients[0]?.clientId}:${mock.clients[0]?.clientSecret}`).toString('base64');

    const response = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, {
      method: 'POST',
      headers: { 'user-agent': firefox, authorization: `Basic ${credentials}` },
      body: new URLSearchParams(form),
    });

    assert.equal(response.status, 200);
    assert.equal(mock.journal.count({ about: { tokenSeenBy: 'browser' } }), 1);
  });
});
