import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { apiOf } from '../../support/api.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, codeOf, exchange, outcomeOf, refresh, startMock, tokenRequest } from '../../support/login.ts';
import { staysUnanswered } from '../../support/stays-unanswered.ts';

const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;

describe('a scenario', () => {
  it('login-no-dialog refuses before a certificate is requested', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-no-dialog' });

    const response = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });

    assert.equal(response.headers.get('location'), 'http://localhost:4001/callback?error=access_denied&state=a+state');
  });

  it('login-denied refuses a valid certificate, and can be limited to one person', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-denied', persona: 'administrator' });

    assert.equal((await outcomeOf(mock, { persona: 'administrator' })).error, 'access_denied');
    assert.ok((await outcomeOf(mock, { persona: 'accountant' })).code);
  });

  for (const [name, policy] of [
    ['login-coop-same-origin', 'same-origin'],
    ['login-coop-noopener', 'noopener-allow-popups'],
  ] as const) {
    it(`${name} sets its opener policy on the pages of the login and nowhere else`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name });

      const page = await fetch(`${mock.urls.picker}/my.logout.php3`);
      const token = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST' });

      assert.equal(page.headers.get('cross-origin-opener-policy'), policy);
      assert.equal(token.headers.get('cross-origin-opener-policy'), null);
    });
  }

  it('token-slow processes the request and delays the answer', async () => {
    await using mock = await startMock({ lifetimes: { slowAnswerSeconds: 0.2 } });
    const code = await codeOf(mock, 'administrator');
    mock.scenarios.add({ name: 'token-slow', times: 1 });
    const start = performance.now();

    const { status } = await exchange(mock, code);

    assert.equal(status, 200);
    assert.ok(performance.now() - start >= 195);
  });

  it('token-answer-lost rotates the refresh token and resets the connection', async () => {
    await using mock = await startMock();
    const { body } = await exchange(mock, await codeOf(mock, 'administrator'));
    mock.scenarios.add({ name: 'token-answer-lost', times: 1 });

    await assert.rejects(refresh(mock, String(body.refresh_token)), TypeError);
    const again = await refresh(mock, String(body.refresh_token));

    assert.equal(again.status, 400);
    const { reason = '', about } = mock.journal.entries().at(-2) ?? {};
    assert.match(reason, /token-answer-lost, in place of: the pair was refreshed/);
    assert.deepEqual([about?.scenario, about?.persona], ['token-answer-lost', 'administrator']);
  });

  it('token-html redirects a client that expects JSON to a page', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'token-html' });

    const response = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST' });

    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /text\/html/);
  });

  for (const [name, status] of [
    ['login-waf', 200],
    ['login-unavailable', 503],
  ] as const) {
    it(`${name} answers the authorization request with ${status} and HTML`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name, times: 1 });

      const response = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });

      assert.equal(response.status, status);
      assert.match(await response.text(), /<title>(Request Rejected|503 Service Unavailable)<\/title>/);
    });
  }

  for (const [point, method, addressOf] of [
    ['login', 'GET', ({ urls }: MockAnaf) => authorizeUrl(urls.picker)],
    ['token', 'POST', ({ urls }: MockAnaf) => `${urls.picker}/anaf-oauth2/v1/token`],
  ] as const) {
    it(`${point}-reset resets the connection instead of answering`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: `${point}-reset` });

      await assert.rejects(fetch(addressOf(mock), { method, redirect: 'manual' }));

      assert.equal(mock.journal.entries().at(-1)?.status, 'reset');
    });

    it(`${point}-hang leaves the request unanswered`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: `${point}-hang` });

      await staysUnanswered(mock, (signal) => fetch(addressOf(mock), { method, redirect: 'manual', signal }));
    });
  }

  it('a scenario that is limited to one client does not affect other clients', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'token-unavailable', clientId: 'another' });

    const { status } = await tokenRequest(mock, { grant_type: 'refresh_token', refresh_token: 'x' });

    assert.equal(status, 400);
  });
});

describe('lifetimes.listingSeconds', () => {
  it('an invoice has the status ok and can be downloaded lifetimes.listingSeconds before the lists show it', async () => {
    await using mock = await startMock({ lifetimes: { listingSeconds: 900 } });
    const api = await apiOf(mock, 'administrator');
    const { text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    mock.clock.advance(3);
    const status = await api.get(`stareMesaj?id_incarcare=${/index_incarcare="(\d+)"/.exec(text)?.[1]}`);
    const message = /stare="ok" id_descarcare="(\d+)"/.exec(status.text)?.[1];

    const early = await api.get(list);
    const archive = await api.get(`descarcare?id=${message}`);
    mock.clock.advance(900);
    const late = await api.get(list);

    assert.match(early.text, /Nu exista mesaje/);
    assert.match(archive.text, /^PK/);
    assert.match(late.text, new RegExp(`"id":"${message}"`));
  });
});
