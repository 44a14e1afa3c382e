import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:https';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import type { MockAnaf } from 'mock-anaf';
import { apiOf, postPublicly } from '../../../support/api.ts';
import { exemplu, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';

const traceId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function post(mock: MockAnaf, path: string, body: string | FormData | Blob): Promise<Response> {
  const { access_token } = await mock.issueTokens({ persona: 'administrator' });
  const headers = { authorization: `Bearer ${access_token}` };
  return fetch(mock.urls.apiPlain + path, { method: 'POST', body, headers });
}

const documentPaths = [
  '/prod/FCTEL/rest/validare/FACT1',
  '/prod/FCTEL/rest/transformare/FACT1',
  '/api/validate/signature',
];

describe('the document methods', () => {
  for (const path of documentPaths) {
    it(`${path} requires a token at api.anaf.ro, but not at webservicesp.anaf.ro`, async () => {
      await using mock = await startMock();
      const { access_token } = await mock.issueTokens({ persona: 'no-company' });
      const statusWith = async (headers: Record<string, string>) =>
        (await fetch(mock.urls.apiPlain + path, { method: 'POST', body: invoice(), headers })).status;

      const statuses = [
        await statusWith({}),
        await statusWith({ authorization: 'Bearer garbage' }),
        await statusWith({ authorization: `Bearer ${access_token}` }),
        (await postPublicly(mock, path, invoice())).status,
      ];

      const good = path.endsWith('signature') ? 400 : 200;
      assert.deepEqual(statuses, [401, 401, good, good]);
    });
  }

  it('a call of validare counts against the limit of its caller, and needs an application with E-Factura', async () => {
    await using mock = await startMock({ limits: { callsPerMinute: 1 } });
    const [path = ''] = documentPaths;

    assert.deepEqual(
      [(await post(mock, path, invoice())).status, (await post(mock, path, invoice())).status],
      [200, 429],
    );

    await using other = await startMock({
      clients: [{ clientId: 'transport', clientSecret: 'x', redirectUris: [], services: ['ETRANSPORT'] }],
    });
    assert.equal((await post(other, path, invoice())).status, 403);
    const { persona, clientId } = other.journal.entries()[0]?.about ?? {};
    assert.deepEqual([persona, clientId], ['administrator', 'transport']);
  });

  it('webservicesp.anaf.ro serves neither lists nor the test service hello', async () => {
    await using mock = await startMock();
    const { access_token } = await mock.issueTokens({ persona: 'administrator' });

    for (const path of [`/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=${exemplu.cui}`, '/TestOauth/jaxrs/hello']) {
      const { port } = new URL(mock.urls.apiPublic);
      const sent = request({
        ...{ host: '127.0.0.1', port, path, ca: mock.caPem, agent: false },
        headers: { authorization: `Bearer ${access_token}` },
      }).end();
      const [response] = await once(sent, 'response');
      response.resume();
      assert.equal(response.statusCode, 403, path);
    }
  });

  it('faults of the API affect document methods at every host, and api-unauthorized only at api.anaf.ro', async () => {
    await using mock = await startMock();
    const [path = ''] = documentPaths;
    mock.scenarios.add({ name: 'api-unavailable', endpoint: 'signature', times: 1 });
    mock.scenarios.add({ name: 'api-unauthorized', endpoint: 'validare', times: 1 });

    const statuses = [
      (await postPublicly(mock, '/api/validate/signature', 'x')).status,
      (await postPublicly(mock, path, invoice())).status,
      (await post(mock, path, invoice())).status,
      (await post(mock, path, invoice())).status,
    ];

    assert.deepEqual(statuses, [503, 200, 401, 200]);
  });

  it('the scenario api-technical-error affects validare without a token only at a host that requires no token', async () => {
    await using mock = await startMock();
    const [path = ''] = documentPaths;
    mock.scenarios.add({ name: 'api-technical-error', times: 1 });

    const unknown = await fetch(mock.urls.apiPlain + path, { method: 'POST', body: invoice() });
    const anybody = await postPublicly(mock, path, invoice());
    const next = await postPublicly(mock, path, invoice());

    assert.equal(unknown.status, 401);
    assert.match(anybody.text, /^\{"stare":"nok","Messages":\[\{"message":"A aparut o eroare tehnica\. Cod: 1814"\}\]/);
    assert.match(next.text, /^\{"stare":"ok"/);
  });
});

describe('validare', () => {
  it('validare answers ok to a valid invoice and to a valid credit note', async () => {
    await using mock = await startMock();

    for (const [standard, root] of [
      ['FACT1', 'Invoice'],
      ['FCN', 'CreditNote'],
    ] as const) {
      const body = await (await post(mock, `/prod/FCTEL/rest/validare/${standard}`, invoice({ root }))).json();
      assert.deepEqual(Object.keys(body), ['stare', 'trace_id']);
      assert.equal(body.stare, 'ok');
      assert.match(body.trace_id, traceId);
    }
  });

  for (const [name, standard, document, message] of [
    ['an unknown standard', 'FACT2', invoice(), /^Valorile acceptate pentru parametrul standard sunt FACT1 si FCN$/],
    ['more than 5 MB', 'FACT1', ' '.repeat(5 * 1024 * 1024 + 1), /^Marime fisier transmis mai mare de 5 MB\.$/],
    ['a document that is not XML', 'FACT1', 'x', /^org\.xml\.sax\.SAXParseException; lineNumber: 1;/],
    ['an invoice without number', 'FACT1', invoice({ changes: { 'EX-1': '' } }), /^\[BR-02\]-/],
  ] as const) {
    it(`validare answers nok to ${name}`, async () => {
      await using mock = await startMock();

      const response = await post(mock, `/prod/FCTEL/rest/validare/${standard}`, document);

      const body = await response.json();
      assert.deepEqual(
        [response.status, Object.keys(body), body.stare],
        [200, ['stare', 'Messages', 'trace_id'], 'nok'],
      );
      assert.match(body.Messages[0].message, message);
    });
  }

  it('validare without a standard answers 404 as Spring does', async () => {
    await using mock = await startMock();

    const response = await post(mock, '/prod/FCTEL/rest/validare/', invoice());

    assert.equal(response.status, 404);
    assert.equal((await response.json()).path, '/FCTEL/rest/validare/');
  });
});

describe('transformare', () => {
  it('transformare returns a PDF that names the mock as its origin', async () => {
    await using mock = await startMock();

    const response = await post(mock, '/prod/FCTEL/rest/transformare/FACT1', invoice());

    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.match(pdf, /^%PDF-1\.4[\s\S]*mock-anaf: PDF of a test[\s\S]*Beta Comert SRL[\s\S]*%%EOF\n$/);
    assert.equal(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).startsWith('xref'), true);
  });

  it('transformare answers an invalid invoice as validare does, but returns a PDF with DA', async () => {
    await using mock = await startMock();
    const wrong = invoice({ changes: { 'EX-1': '' } });

    const checked = await post(mock, '/prod/FCTEL/rest/transformare/FACT1', wrong);
    const unchecked = await post(mock, '/prod/FCTEL/rest/transformare/FACT1/DA', wrong);

    assert.equal((await checked.json()).stare, 'nok');
    assert.equal(unchecked.headers.get('content-type'), 'application/pdf');
  });
});

describe('validate/signature', () => {
  async function setup(mock: MockAnaf): Promise<{ file: string; signature: string }> {
    const [id = ''] = mock.addMessages({ cui: exemplu.cui });
    const api = await apiOf(mock, 'administrator');
    const received = Object.values(mock.state.messages).find(({ cif }) => cif === exemplu.cui);
    assert.ok(received);
    const files = unzipSync(await api.bytes(`descarcare?id=${received.id}`));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
    return { file: text(`${id}.xml`), signature: text(`semnatura_${id}.xml`) };
  }

  function form(fields: Readonly<Record<string, string>>): FormData {
    const data = new FormData();
    for (const [name, text] of Object.entries(fields))
      data.set(name, new Blob([text], { type: 'text/xml' }), `${name}.xml`);
    return data;
  }

  it('validate/signature confirms the signature of a download', async () => {
    await using mock = await startMock();

    const response = await post(mock, '/api/validate/signature', form(await setup(mock)));

    assert.equal(response.status, 200);
    assert.match((await response.json()).msg, /^Fișierele încărcate au fost validate cu succes, /);
  });

  it('validate/signature rejects a changed document and a changed signature', async () => {
    await using mock = await startMock();
    const { file, signature } = await setup(mock);

    for (const changed of [
      { file: file.replace('100.00', '900.00'), signature },
      { file, signature: file },
    ]) {
      const response = await post(mock, '/api/validate/signature', form(changed));
      assert.match((await response.json()).msg, /^Fișierele încărcate NU au putut fi validate cu succes, /);
    }
  });

  it('validate/signature answers 400 if a part is missing or is not XML', async () => {
    await using mock = await startMock();
    const { file } = await setup(mock);

    const badName = new Response(form({ file, signature: file }));
    const odd = (await badName.text()).replace('filename="file.xml"', "filename*=UTF-8''%ff");
    const type = { type: badName.headers.get('content-type') ?? '' };
    for (const body of [form({ file }), form({ file, signature: 'x' }), 'no multipart', new Blob([odd], type)]) {
      const response = await post(mock, '/api/validate/signature', body);
      assert.equal(response.status, 400);
      assert.match(
        (await response.json()).msg,
        /^Eroare tehnică: request incorect\. Cauza: cel puțin unul din documente NU a fost încărcat/,
      );
    }
  });
});
