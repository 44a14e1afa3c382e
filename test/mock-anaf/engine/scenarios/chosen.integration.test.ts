import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { beta, exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, codeOf, exchange, outcomeOf, redirectUri, refresh, startMock } from '../../support/login.ts';
import { staysUnanswered } from '../../support/stays-unanswered.ts';
import { identityOf, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const list = (cui: string) => `listaMesajeFactura?zile=1&cif=${cui}`;

describe('how a scenario is chosen', () => {
  it('a scenario that is limited to an endpoint does not affect other endpoints', async () => {
    await using mock = await startMock();
    await admin(mock, 'POST', '/scenario', { name: 'api-unavailable', endpoint: 'listaMesajeFactura' });
    const api = await apiOf(mock, 'administrator');

    const statuses = [(await api.get(list(exemplu.cui))).status, (await api.get('stareMesaj?id_incarcare=1')).status];

    assert.deepEqual(statuses, [503, 200]);
  });

  it('a scenario can be limited to one of the methods that check a document', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'api-unavailable', endpoint: 'validare' });
    const api = await apiOf(mock, 'administrator', 'prod');

    const statuses = [
      (await api.post('validare/FACT1', '<A/>')).status,
      (await api.post('transformare/FACT1', '<A/>')).status,
    ];

    assert.deepEqual(statuses, [503, 200]);
  });

  it('the scenario of an application affects its login pages, its token requests and its API calls', async () => {
    await using mock = await startMock();
    const registered = (id: string, scenario: string) =>
      admin(mock, 'POST', '/clients', { clientId: id, clientSecret: 'x', redirectUris: [redirectUri], scenario });
    const statuses = [];

    for (const scenario of ['login-waf', 'login-coop-noopener', 'token-unavailable', 'api-limit']) {
      assert.equal((await registered(scenario, scenario)).status, 200);
    }
    const authorize = (id: string) => fetch(authorizeUrl(mock.urls.picker, { client_id: id }), { redirect: 'manual' });
    const waf = await authorize('login-waf');
    const coop = await authorize('login-coop-noopener');
    statuses.push(waf.status, coop.headers.get('cross-origin-opener-policy'));
    const token = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'token-unavailable', client_secret: 'x', grant_type: 'refresh_token' }),
    });
    const { access_token } = await mock.issueTokens({ persona: 'administrator', clientId: 'api-limit' });
    statuses.push(token.status, (await apiWithToken(mock, access_token).get(list(exemplu.cui))).status);

    assert.match(await waf.text(), /Request Rejected/);
    assert.deepEqual(statuses, [200, 'noopener-allow-popups', 503, 429]);
    assert.ok((await outcomeOf(mock, { persona: 'administrator' })).code, 'other applications have no trouble');
    assert.deepEqual((await registered('x', 'login-wafle')).body.code, 'bad-body');
  });

  it('a scenario can be limited to one of the two upload methods', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'api-xml-not-taken', endpoint: 'uploadb2c', persona: 'administrator' });
    const api = await apiOf(mock, 'administrator');
    const stateAfter = async (method: string) => {
      const { text } = await api.post(`${method}?standard=UBL&cif=${exemplu.cui}`, invoice());
      mock.clock.advance(3);
      return (await api.get(`stareMesaj?id_incarcare=${/index_incarcare="(\d+)"/.exec(text)?.[1]}`)).text;
    };

    assert.match(await stateAfter('upload'), /stare="ok"/);
    assert.match(await stateAfter('uploadb2c'), /XML cu erori nepreluat de sistem/);
  });

  it('a scenario that is limited to a CUI affects calls that name only an upload or a message of that company', async () => {
    await using mock = await startMock();
    const [own] = mock.addMessages({ cui: exemplu.cui });
    const [others] = mock.addMessages({ cui: beta.cui, other: '90345285' });
    const messageOf = (cui: string) => Object.values(mock.state.messages).find(({ cif }) => cif === cui)?.id;
    const api = await apiOf(mock, 'accountant');
    const paths = [
      `stareMesaj?id_incarcare=${own}`,
      `stareMesaj?id_incarcare=${others}`,
      `descarcare?id=${messageOf(exemplu.cui)}`,
      `descarcare?id=${messageOf('90345285')}`,
    ];
    mock.scenarios.add({ name: 'api-unavailable', cui: exemplu.cui });

    const statuses: number[] = [];
    for (const path of paths) statuses.push((await api.get(path)).status);

    assert.deepEqual(statuses, [503, 200, 503, 200]);
  });

  it('a scenario that is limited to a person affects the token endpoint, for a code and for a refresh token', async () => {
    await using mock = await startMock();
    const codes = [await codeOf(mock, 'administrator'), await codeOf(mock, 'accountant')];
    mock.scenarios.add({ name: 'token-truncated', persona: 'administrator' });

    await assert.rejects(exchange(mock, codes[0] ?? ''));
    const { status, body } = await exchange(mock, codes[1] ?? '');
    const { refresh_token } = await mock.issueTokens({ persona: 'administrator' });

    assert.equal(status, 200);
    await assert.rejects(refresh(mock, refresh_token));
    assert.equal((await refresh(mock, String(body.refresh_token))).status, 200);
  });
});

describe('a person whose certificate has a scenario', () => {
  it('the persona stranded ends on the page of the F5, at the picker and over TLS', async () => {
    await using mock = await startMock();

    const atPicker = await mock.authorize({ url: authorizeUrl(mock.urls.picker), persona: 'stranded' });
    const { answers, end } = await walkTlsDoor(
      mock,
      authorizeUrl(mock.urls.login),
      visitByNode,
      identityOf(mock, 'stranded'),
    );

    assert.match(atPicker.page ?? '', /Certificatul nu a fost prezentat/);
    assert.equal(end.pathname, '/vdesk/hangup.php3');
    assert.match(answers.at(-1)?.body ?? '', /Certificatul nu a fost prezentat/);
  });

  it('the persona slow-card gets its code after lifetimes.slowAnswerSeconds', async () => {
    await using mock = await startMock({ lifetimes: { slowAnswerSeconds: 0.2 } });
    const start = performance.now();

    const { code } = await outcomeOf(mock, { persona: 'slow-card' });

    assert.ok(code);
    assert.ok(performance.now() - start >= 195);
  });

  it('the persona cloud-unapproved gets no answer', async () => {
    await using mock = await startMock();
    const opened = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });
    const cookie = opened.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const body = new URLSearchParams({ act: 'pin', persona: 'cloud-unapproved', pin: '1234' });

    await staysUnanswered(mock, (signal) =>
      fetch(`${mock.urls.picker}/my.policy`, { method: 'POST', body, headers: { cookie }, redirect: 'manual', signal }),
    );

    assert.equal(mock.journal.entries({ path: '/my.policy' }).at(-1)?.status, 'hang');
  });

  it('the persona api-down authorizes successfully and then gets 503 from the API, which does not affect other people', async () => {
    await using mock = await startMock();

    const statuses = [
      (await (await apiOf(mock, 'api-down')).get(list(exemplu.cui))).status,
      (await (await apiOf(mock, 'administrator')).get(list(exemplu.cui))).status,
    ];

    assert.deepEqual(statuses, [503, 200]);
  });

  it('an active scenario takes precedence over the scenario of the person', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-denied', persona: 'stranded', times: 1 });

    assert.equal((await outcomeOf(mock, { persona: 'stranded' })).error, 'access_denied');
  });

  it('the scenario of a person can be removed and given to another person', async () => {
    await using mock = await startMock();
    await admin(mock, 'PUT', '/personas/stranded', { scenario: null });
    await admin(mock, 'PUT', '/personas/administrator', { scenario: 'login-denied' });

    assert.ok((await outcomeOf(mock, { persona: 'stranded' })).code);
    assert.equal((await outcomeOf(mock, { persona: 'administrator' })).error, 'access_denied');
  });
});

describe('a scenario of the certificate step', () => {
  it('login-denied-slow refuses a valid certificate after lifetimes.slowAnswerSeconds', async () => {
    await using mock = await startMock({ lifetimes: { slowAnswerSeconds: 0.2 } });
    mock.scenarios.add({ name: 'login-denied-slow' });
    const start = performance.now();

    const { error } = await outcomeOf(mock, { persona: 'administrator' });

    assert.equal(error, 'access_denied');
    assert.ok(performance.now() - start >= 195);
  });
});

describe('authorize', () => {
  for (const [name, broken] of [
    ['login-reset', 'reset'],
    ['login-certificate-reset', 'reset'],
    ['login-hang', 'hang'],
    ['login-certificate-hang', 'hang'],
  ] as const) {
    it(`authorize under ${name} returns a broken connection, at the admin port and in the library`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name, times: 2 });
      const request = { url: authorizeUrl(mock.urls.picker), persona: 'administrator', waitSeconds: 0.3 };

      const answer = await admin(mock, 'POST', '/authorize', request);
      const result = await mock.authorize(request);

      assert.deepEqual([answer.status, answer.body, result], [200, { broken }, { broken }]);
      assert.deepEqual(
        mock.journal.entries({ status: broken }).map(({ about }) => about.scenario),
        [name, name],
      );
    });
  }

  it('authorize refuses a negative waitSeconds', async () => {
    await using mock = await startMock();
    const url = authorizeUrl(mock.urls.picker);

    await assert.rejects(mock.authorize({ url, persona: 'administrator', waitSeconds: -1 }), {
      message: '"waitSeconds" must be a number from 0 to 600; got -1',
    });
  });
});

describe('a broken answer', () => {
  for (const [name, end] of [
    ['api-truncated', /terminated|other side closed/],
    ['api-bad-chunk', /terminated|Invalid character/],
  ] as const) {
    it(`${name} answers 200 with a body that cannot be read to its end`, async () => {
      await using mock = await startMock();
      const { access_token } = await mock.issueTokens({ persona: 'administrator' });
      mock.addMessages({ cui: exemplu.cui });
      mock.scenarios.add({ name });

      const response = await fetch(`${mock.urls.apiPlain}/test/FCTEL/rest/${list(exemplu.cui)}`, {
        headers: { authorization: `Bearer ${access_token}` },
      });

      assert.equal(response.status, 200);
      await assert.rejects(response.text(), end);
      assert.equal(mock.journal.entries().at(-1)?.about.scenario, name);
    });
  }

  for (const name of ['api-html', 'token-waf'] as const) {
    it(`${name} is HTML with status 200 where JSON is expected`, async () => {
      await using mock = await startMock();
      const { access_token } = await mock.issueTokens({ persona: 'administrator' });
      mock.scenarios.add({ name });

      const response =
        name === 'api-html'
          ? await fetch(`${mock.urls.apiPlain}/test/FCTEL/rest/${list(exemplu.cui)}`, {
              headers: { authorization: `Bearer ${access_token}` },
            })
          : await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST' });

      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(await response.text(), /<title>(Pagina logout|Request Rejected)<\/title>/);
    });
  }

  it('token-without-refresh does not make a refresh token valid that is sent with the exchange of a code', async () => {
    await using mock = await startMock();
    const { refresh_token } = await mock.issueTokens({ persona: 'administrator' });
    const forged = `${refresh_token.split('.').slice(0, 2).join('.')}.AAAA`;
    mock.scenarios.add({ name: 'token-without-refresh', times: 1 });

    const exchanged = await exchange(mock, await codeOf(mock, 'other-company'), { refresh_token: forged });

    assert.deepEqual([exchanged.status, exchanged.body.refresh_token], [200, undefined]);
    assert.equal((await refresh(mock, forged)).status, 400);
    assert.equal((await refresh(mock, refresh_token)).status, 200);
  });

  it('token-without-refresh omits refresh_token, and the previous refresh token stays valid', async () => {
    await using mock = await startMock();
    const { refresh_token } = await mock.issueTokens({ persona: 'administrator' });
    mock.scenarios.add({ name: 'token-without-refresh', times: 1 });

    const without = await refresh(mock, refresh_token);
    const withIt = await refresh(mock, refresh_token);

    assert.deepEqual([without.status, withIt.status], [200, 200]);
    assert.equal(without.body.refresh_token, undefined);
    assert.equal(typeof without.body.access_token, 'string');
    assert.equal(typeof withIt.body.refresh_token, 'string');
  });
});
