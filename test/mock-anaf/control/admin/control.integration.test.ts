import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { beta, exemplu, gama, invoice } from '../../support/invoice.ts';
import {
  authorizeUrl,
  claimsOf,
  clientId,
  codeOf,
  exchange,
  outcomeOf,
  refresh,
  startMock,
} from '../../support/login.ts';

const list = (cui: string, more = '') => `listaMesajeFactura?zile=1&cif=${cui}${more}`;

describe('controlling the mock through the admin port', () => {
  it('POST /tokens issues a pair of the given age, whose access token expires accordingly', async () => {
    await using mock = await startMock();
    mock.clock.freeze();

    const { body } = await admin(mock, 'POST', '/tokens', { persona: 'administrator', age: 89 * 86_400 });
    const api = apiWithToken(mock, String(body.access_token));
    const now = await api.get(list(exemplu.cui));
    mock.clock.advance(86_400);
    const dayLater = await api.get(list(exemplu.cui));
    const renewed = await refresh(mock, String(body.refresh_token));

    assert.deepEqual([now.status, dayLater.status, renewed.status], [200, 401, 200]);
    assert.equal(claimsOf(body.access_token).clientappid, clientId);
  });

  for (const [act, outcome] of [
    ['ok', 'code'],
    ['cancel', 'error'],
    ['wrong-pin', 'error'],
    ['unplug', 'error'],
  ] as const) {
    it(`POST /authorize follows an address of ANAF's host with the act ${act}`, async () => {
      await using mock = await startMock();
      const url = authorizeUrl('https://logincert.anaf.ro');

      const { body } = await admin(mock, 'POST', '/authorize', { url, persona: 'administrator', act });

      assert.ok(new URL(String(body.location)).searchParams.has(outcome));
    });
  }

  it('POST /authorize returns the page on which a login ends that does not send the person back', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-stranded' });
    const url = authorizeUrl(mock.urls.picker);

    const { body } = await admin(mock, 'POST', '/authorize', { url, persona: 'expired' });

    assert.equal(body.location, undefined);
    assert.match(String(body.page), /Certificatul nu a fost prezentat/);
  });

  it('generated invoices are in the lists of both companies', async () => {
    await using mock = await startMock();

    const { body } = await admin(mock, 'POST', `/companies/${exemplu.cui}/messages`, { count: 3, other: gama.cui });

    const api = await apiOf(mock, 'accountant');
    const received = JSON.parse((await api.get(list(exemplu.cui))).text).mesaje;
    const sent = JSON.parse((await api.get(list(gama.cui))).text).mesaje;
    assert.equal((body.uploadIds as string[]).length, 3);
    assert.deepEqual(
      received.map(({ tip }: { tip: string }) => tip),
      Array(3).fill('FACTURA PRIMITA'),
    );
    assert.deepEqual(
      sent.map(({ tip }: { tip: string }) => tip),
      Array(3).fill('FACTURA TRIMISA'),
    );
    assert.equal(
      Buffer.from(await api.bytes(`descarcare?id=${received[0].id}`))
        .subarray(0, 2)
        .toString(),
      'PK',
    );
  });

  for (const [kind, filter] of [
    ['FACTURA TRIMISA', 'T'],
    ['ERORI FACTURA', 'E'],
  ] as const) {
    it(`a message of the kind ${kind} is in the list of the company`, async () => {
      await using mock = await startMock();

      mock.addMessages({ cui: exemplu.cui, kind });

      const { text } = await (await apiOf(mock, 'accountant')).get(list(exemplu.cui, `&filtru=${filter}`));
      assert.deepEqual(
        JSON.parse(text).mesaje.map(({ tip }: { tip: string }) => tip),
        [kind],
      );
    });
  }

  for (const [kind, otherKind] of [
    ['MESAJ CUMPARATOR PRIMIT', 'MESAJ CUMPARATOR TRANSMIS'],
    ['MESAJ CUMPARATOR TRANSMIS', 'MESAJ CUMPARATOR PRIMIT'],
  ] as const) {
    it(`a message of the kind ${kind} also adds the invoice that it is about, if there is none`, async () => {
      await using mock = await startMock();

      await admin(mock, 'POST', `/companies/${exemplu.cui}/messages`, { kind, count: 2, other: gama.cui });

      const api = await apiOf(mock, 'accountant');
      const kindsOf = async (cui: string) =>
        JSON.parse((await api.get(list(cui))).text).mesaje.map(({ tip }: { tip: string }) => tip);
      const [invoice, own] = kind.endsWith('PRIMIT') ? ['FACTURA TRIMISA', kind] : ['FACTURA PRIMITA', kind];
      assert.deepEqual(await kindsOf(exemplu.cui), [own, own, invoice]);
      assert.deepEqual((await kindsOf(gama.cui)).slice(0, 2), [otherKind, otherKind]);
      const { id } = JSON.parse((await api.get(list(exemplu.cui, '&filtru=R'))).text).mesaje[0];
      assert.equal(
        Buffer.from(await api.bytes(`descarcare?id=${id}`))
          .subarray(0, 2)
          .toString(),
        'PK',
      );
    });
  }

  it('POST /companies/{cui}/messages accepts a given document of another standard', async () => {
    await using mock = await startMock();
    const [uploadId] = mock.addMessages({ cui: exemplu.cui, kind: 'FACTURA TRIMISA', other: beta.cui });
    const xml = `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" index_incarcare="${uploadId}" message="Nu am comandat."/>`;

    await admin(mock, 'POST', `/companies/${beta.cui}/messages`, { xml });

    const { text } = await (await apiOf(mock, 'administrator')).get(list(exemplu.cui, '&filtru=R'));
    assert.match(text, /MESAJ CUMPARATOR PRIMIT/);
  });

  it('POST /companies/{cui}/messages can add a given invoice to the production environment', async () => {
    await using mock = await startMock();

    await admin(mock, 'POST', `/companies/${beta.cui}/messages`, { xml: invoice(), environment: 'prod' });

    const { text } = await (await apiOf(mock, 'other-company', 'prod')).get(list(beta.cui));
    assert.match(text, /FACTURA PRIMITA/);
  });

  it('a new right comes into force after a day, and a removed right ends immediately', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'no-company');

    await admin(mock, 'PUT', '/personas/no-company', { rights: [gama.cui] });
    const sameDay = await api.get(list(gama.cui));
    mock.clock.advance(86_400);
    const nextDay = await api.get(list(gama.cui));
    await admin(mock, 'PUT', '/personas/no-company', { rights: [] });
    const after = await api.get(list(gama.cui));

    assert.match(sameDay.text, /Nu exista niciun CIF/);
    assert.match(nextDay.text, /Nu exista mesaje/);
    assert.match(after.text, /Nu exista niciun CIF/);
  });

  it('a right with a date in the past is in force immediately', async () => {
    await using mock = await startMock();

    await admin(mock, 'PUT', '/personas/no-company', { rights: [{ cui: gama.cui, since: 0 }] });

    assert.match((await (await apiOf(mock, 'no-company')).get(list(gama.cui))).text, /Nu exista mesaje/);
  });

  it('a certificate that is enrolled is accepted, and refused again when its enrolment is removed', async () => {
    await using mock = await startMock();
    mock.changePerson('not-enrolled', { enrolledAt: 0 });
    const enrolled = await outcomeOf(mock, { persona: 'not-enrolled' });
    mock.changePerson('not-enrolled', { enrolledAt: null });

    const out = await outcomeOf(mock, { persona: 'not-enrolled' });

    assert.ok(enrolled.code);
    assert.equal(out.error, 'access_denied');
  });

  it('POST /disconnect with a grant id ends only that grant of a person', async () => {
    await using mock = await startMock();
    const tokens = [
      await mock.issueTokens({ persona: 'accountant' }),
      await mock.issueTokens({ persona: 'accountant' }),
    ];
    const { body: inspected } = await admin(mock, 'POST', '/tokens/inspect', { token: tokens[0]?.access_token });
    const { id } = inspected.grant as { id: string };

    const { body } = await admin(mock, 'POST', '/disconnect', { grantId: id });
    const again = mock.disconnect({ grantId: id });

    const statuses: number[] = [];
    for (const { access_token } of tokens)
      statuses.push((await apiWithToken(mock, access_token).get(list(exemplu.cui))).status);
    assert.deepEqual([body, again, statuses], [{ ended: 1 }, 0, [401, 200]]);
  });

  it('POST /disconnect with a person ends only the grants of that person', async () => {
    await using mock = await startMock();
    const one = await mock.issueTokens({ persona: 'administrator' });
    const other = await mock.issueTokens({ persona: 'accountant' });

    const { body } = await admin(mock, 'POST', '/disconnect', { persona: 'administrator' });

    const statuses = await Promise.all(
      [one, other].map(
        async ({ access_token }) => (await apiWithToken(mock, access_token).get(list(exemplu.cui))).status,
      ),
    );
    assert.deepEqual([body, statuses], [{ ended: 1 }, [401, 200]]);
  });

  it('changed lifetimes, limits and switches apply immediately, and a reset restores the defaults', async () => {
    await using mock = await startMock();
    await admin(mock, 'PUT', '/lifetimes', { accessTokenSeconds: 5 });
    await admin(mock, 'PUT', '/limits', { callsPerMinute: 0 });
    await admin(mock, 'PUT', '/switches', { deadRefreshTokenError: 'access_denied' });

    const { body } = await exchange(mock, await codeOf(mock, 'administrator'));
    const limited = await apiWithToken(mock, String(body.access_token)).get(list(exemplu.cui));
    await refresh(mock, String(body.refresh_token));
    const dead = await refresh(mock, String(body.refresh_token));
    mock.reset();

    assert.deepEqual([body.expires_in, limited.status, dead.body.error], [5, 429, 'access_denied']);
    assert.equal((await admin(mock, 'GET', '/lifetimes')).body.accessTokenSeconds, 7_776_000);
    assert.equal((await admin(mock, 'GET', '/limits')).body.callsPerMinute, 1000);
    assert.equal((await admin(mock, 'GET', '/switches')).body.deadRefreshTokenError, 'invalid_grant');
  });

  it('PUT /limits accepts the answer of GET /limits, with null for no limit', async () => {
    await using mock = await startMock({ limits: { listsPerDay: Number.POSITIVE_INFINITY } });
    const { body: given } = await admin(mock, 'GET', '/limits');

    const { status, body } = await admin(mock, 'PUT', '/limits', { ...given, callsPerMinute: null });
    const api = await apiOf(mock, 'administrator');

    assert.deepEqual([status, body.listsPerDay, body.callsPerMinute], [200, null, null]);
    assert.equal((await api.get(list(exemplu.cui))).status, 200);
  });

  it('an instance that is started with a limit of null has no such limit', async () => {
    await using mock = await startMock();

    const { status, body } = await admin(mock, 'POST', '/instances', { limits: { callsPerMinute: null } });

    const limits = await (await fetch(`${body.adminUrl}/limits`)).json();
    assert.deepEqual([status, limits.callsPerMinute, limits.statusesPerDay], [200, null, 100]);
  });

  it('POST /clients registers an application, and replaces one with the same identifier', async () => {
    await using mock = await startMock();
    const other = {
      clientId: 'b'.repeat(48),
      clientSecret: 's',
      redirectUris: ['https://other.example/'],
      services: ['EFACTURA'],
    };

    await admin(mock, 'POST', '/clients', { ...other, redirectUris: ['https://first.example/'] });
    const { body } = await admin(mock, 'POST', '/clients', other);

    const url = authorizeUrl(mock.urls.picker, { client_id: other.clientId, redirect_uri: 'https://other.example/' });
    const { location } = await mock.authorize({ url, persona: 'accountant' });
    assert.deepEqual(body, other);
    assert.equal(mock.clients.length, 2);
    assert.match(location ?? '', /^https:\/\/other\.example\/\?code=/);
  });

  it('GET /journal with atLeast waits for that many exchanges', async () => {
    await using mock = await startMock();
    const waiting = admin(mock, 'GET', '/journal?path=/token&atLeast=2&waitSeconds=60');
    await exchange(mock, await codeOf(mock, 'administrator'));
    await exchange(mock, await codeOf(mock, 'administrator'));

    const { body } = await waiting;

    assert.equal((body.entries as unknown[]).length, 2);
  });

  it('GET /journal returns the matching entries so far when the waiting time is over', async () => {
    await using mock = await startMock();

    const { status, body } = await admin(mock, 'GET', '/journal?path=/token&atLeast=1&waitSeconds=0');

    assert.deepEqual([status, body], [200, { entries: [] }]);
  });

  for (const [method, path, body, code] of [
    ['POST', '/tokens', {}, 'bad-body'],
    ['POST', '/tokens', { persona: 'nobody' }, 'bad-value'],
    ['POST', '/tokens', { persona: 'accountant', clientId: 'x' }, 'bad-value'],
    ['POST', '/tokens', { persona: 'accountant', ageSeconds: 1 }, 'bad-body'],
    ['POST', '/tokens', { persona: 'accountant', age: '1' }, 'bad-body'],
    ['POST', '/authorize', { url: 'nowhere', persona: 'accountant' }, 'bad-body'],
    ['POST', '/authorize', { url: 'https://x/', persona: 'nobody' }, 'bad-value'],
    ['POST', '/authorize', { url: 'https://x/', persona: 'accountant', act: 'fly' }, 'bad-body'],
    ['POST', '/companies/1/messages', {}, 'bad-value'],
    ['POST', `/companies/${exemplu.cui}/messages`, { count: 0 }, 'bad-body'],
    ['POST', `/companies/${exemplu.cui}/messages`, { kind: 'X' }, 'bad-body'],
    ['POST', `/companies/${exemplu.cui}/messages`, { xml: '<A>' }, 'bad-value'],
    ['PUT', '/personas/nobody', {}, 'bad-value'],
    ['PUT', '/personas/accountant', { rights: [1] }, 'bad-body'],
    ['PUT', '/personas/accountant', { enrolledAt: 'today' }, 'bad-body'],
    ['POST', '/disconnect', { cui: '1' }, 'bad-body'],
    ['POST', '/clients', { clientId: 'x', clientSecret: 'y' }, 'bad-body'],
    ['POST', '/clients', { clientId: 'x', clientSecret: 'y', redirectUris: ['http://app.example/'] }, 'bad-value'],
    [
      'POST',
      '/clients',
      { clientId: 'x', clientSecret: 'y', redirectUris: ['https://a/'], services: ['X'] },
      'bad-body',
    ],
    ['PUT', '/lifetimes', { codeSeconds: -1 }, 'bad-body'],
    ['PUT', '/lifetimes', { forever: 1 }, 'bad-body'],
    ['PUT', '/limits', { callsPerMinute: 'many' }, 'bad-body'],
    ['PUT', '/switches', { roleClaim: 'rolls' }, 'bad-body'],
    ['GET', '/journal?waitSeconds=61', undefined, 'bad-query'],
    ['GET', '/journal?pth=authorize', undefined, 'bad-query'],
    ['GET', '/journal/count?pth=authorize', undefined, 'bad-query'],
  ] as const) {
    it(`${method} ${path} ${JSON.stringify(body) ?? ''} is refused with ${code} and changes nothing`, async () => {
      await using mock = await startMock();
      const before = JSON.stringify(mock.state);

      const answer = await admin(mock, method, path, body);

      assert.deepEqual([answer.status, answer.body.code], [400, code]);
      assert.equal(JSON.stringify(mock.state), before);
    });
  }
});
