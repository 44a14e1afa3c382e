import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin } from '../../../support/admin.ts';
import { apiOf } from '../../../support/api.ts';
import { beta, exemplu, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';

describe('the limits of the API', () => {
  it('the 1001st call of a minute gets 429 without a body, and the first call of the next minute gets 200', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'administrator');
    const other = await apiOf(mock, 'other-company');
    const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;
    for (let count = 0; count < 1000; count += 1) assert.equal((await api.get(list)).status, 200);

    const over = await api.get(list);
    const otherCaller = await other.get(`listaMesajeFactura?zile=1&cif=${beta.cui}`);
    mock.clock.advance(60);
    const later = await api.get(list);

    assert.deepEqual([over.status, over.text], [429, '']);
    assert.deepEqual([otherCaller.status, later.status], [200, 200]);
  });

  it("a call of hello counts against its caller's limit per minute", async () => {
    await using mock = await startMock({ limits: { callsPerMinute: 2 } });
    mock.clock.freeze();
    const api = await apiOf(mock, 'administrator');
    const hello = '/TestOauth/jaxrs/hello?name=x';

    const statuses = [
      (await api.get(hello)).status,
      (await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`)).status,
      (await api.get(hello)).status,
      (await (await apiOf(mock, 'accountant')).get(hello)).status,
    ];

    assert.deepEqual(statuses, [200, 200, 429, 200]);
  });

  it('the daily limits of lists count the test and the production environment separately', async () => {
    await using mock = await startMock({ limits: { listsPerDay: 1, pagesPerDay: 1 } });
    mock.clock.freeze();
    const now = Math.floor(mock.clock.now() * 1000);
    const answers = [];

    for (const environment of ['test', 'prod', 'test'] as const) {
      const api = await apiOf(mock, 'administrator', environment);
      answers.push((await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`)).text);
      const times = `startTime=${now - 1000}&endTime=${now}`;
      answers.push((await api.get(`listaMesajePaginatieFactura?${times}&pagina=1&cif=${exemplu.cui}`)).text);
    }

    assert.deepEqual(
      answers.map((text) => text.includes('S-au facut deja 1 interogari')),
      [false, false, false, false, true, true],
    );
  });

  it('the daily limits of downloads and status queries are per message and upload, and end at midnight in Romania', async () => {
    await using mock = await startMock({ limits: { downloadsPerDay: 1, statusesPerDay: 2 } });
    mock.clock.freeze();
    mock.clock.set(Date.parse('2026-11-24T12:00:00Z') / 1000);
    const api = await apiOf(mock, 'administrator');
    const { text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    mock.clock.advance(2);
    const id = /index_incarcare="(\d+)"/.exec(text)?.[1];
    const status = async () => (await api.get(`stareMesaj?id_incarcare=${id}`)).text;
    const message = /id_descarcare="(\d+)"/.exec(await status())?.[1];
    const download = async () => (await api.get(`descarcare?id=${message}`)).text;
    await Promise.all([status(), download()]);

    const sameDay = [await status(), await download()];
    mock.clock.set(Date.parse('2026-11-24T22:00:00Z') / 1000);
    const nextDay = [await status(), await download()];

    assert.match(sameDay[0] ?? '', /<Errors errorMessage="S-au facut deja 2 descarcari de mesaj in cursul zilei"\/>/);
    assert.equal(
      sameDay[1],
      '{"eroare":"S-au facut deja 1 descarcari de mesaj in cursul zilei","titlu":"Descarcare mesaj"}',
    );
    assert.match(nextDay[0] ?? '', /stare="ok"/);
    assert.match(nextDay[1] ?? '', /^PK/);
  });
});

describe('the setting limitAnswer', () => {
  for (const [name, settings, complaint] of [
    ['another status', { status: 500 }, /"status" must be one of: 429, 204; got 500/],
    [
      'negative seconds',
      { retryAfterSeconds: -1 },
      /"retryAfterSeconds" must be a whole number, 0 or more or null; got -1/,
    ],
    ['a media type with a line break', { contentType: 'a\r\nb' }, /"contentType" must be text like \^/],
    ['a body that is not a text', { body: 1 }, /"body" must be text; got 1/],
    ['an unknown field', { header: '' }, /"header" is unknown; there are: status, contentType/],
  ] as const) {
    it(`the setting limitAnswer refuses ${name}`, async () => {
      await using mock = await startMock();

      const { status, body } = await admin(mock, 'PUT', '/limit-answer', settings);

      assert.equal(status, 400);
      assert.match(String(body.message), complaint);
    });
  }

  it('the setting limitAnswer also applies to the scenario api-limit, and a reset restores its initial value', async () => {
    await using mock = await startMock({ limitAnswer: { retryAfterSeconds: 7 } });
    const api = await apiOf(mock, 'administrator');
    const list = `listaMesajeFactura?zile=1&cif=${exemplu.cui}`;
    await admin(mock, 'PUT', '/limit-answer', { body: 'prea des', retryAfterSeconds: null });
    mock.scenarios.add({ name: 'api-limit', times: 1 });
    const shaped = await api.get(list);

    mock.reset();

    assert.deepEqual([shaped.status, shaped.text], [429, 'prea des']);
    assert.deepEqual((await admin(mock, 'GET', '/limit-answer')).body, {
      status: 429,
      contentType: 'text/plain;charset=UTF-8',
      body: '',
      retryAfterSeconds: 7,
    });
  });
});
