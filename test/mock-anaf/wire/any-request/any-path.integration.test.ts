import assert from 'node:assert/strict';
import { Agent, type RequestOptions, request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { type ApiClient, apiOf } from '../../support/api.ts';
import { exemplu } from '../../support/invoice.ts';
import { accessTokenOf, startMock } from '../../support/login.ts';
import { sealVerifies } from '../../support/seal.ts';
import { type Answered, assertAnswerOfApi } from './answer-of-anaf.ts';
import { anyDocument, anyHeaders, parametersOf, wellFormedDocument } from './arbitraries.ts';

const loginPaths = [
  ...['/anaf-oauth2/v1/authorize', '/anaf-oauth2/v1/token', '/anaf-oauth2/v1/revoke', '/my.policy'],
  ...['/my.policy_nonce', '/vdesk/hangup.php3', '/my.logout.php3', '/', '//', '/%00'],
];
const loginNames = [
  ...['client_id', 'client_secret', 'redirect_uri', 'response_type', 'token_content_type', 'state', 'code_challenge'],
  ...['grant_type', 'code', 'code_verifier', 'refresh_token', 'act', 'session', 'persona', 'pin', 'errorcode', 'nonce'],
];

const rest = ['/test/FCTEL/rest', '/prod/FCTEL/rest'];
const apiPaths = [
  ...[
    'upload',
    'uploadb2c',
    'stareMesaj',
    'listaMesajeFactura',
    'listaMesajePaginatieFactura',
    'descarcare',
    'x',
  ].flatMap((name) => rest.map((base) => `${base}/${name}`)),
  ...['validare/FACT1', 'validare/FCN', 'validare/X', 'validare/', 'transformare/FACT1', 'transformare/FCN/DA'].flatMap(
    (name) => rest.map((base) => `${base}/${name}`),
  ),
  ...['/api/validate/signature', '/TestOauth/jaxrs/hello', '/FCTEL/rest/upload', '/'],
];
const apiNames = [
  ...[
    'standard',
    'cif',
    'extern',
    'autofactura',
    'executare',
    'id_incarcare',
    'zile',
    'filtru',
    'startTime',
    'endTime',
  ],
  ...['pagina', 'id', 'name'],
];

describe('any request', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;
  let api: ApiClient;
  let token: string;

  before(async () => {
    mock = await startMock({ limits: { callsPerMinute: Number.POSITIVE_INFINITY } });
    token = await accessTokenOf(mock, 'administrator');
    api = await apiOf(mock, 'administrator');
  });
  after(() => mock.stop());
  afterEach(async () => {
    const { status } = await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`);
    assert.equal(status, 200, 'the mock goes on working');
  });

  it('any request to the login gets an answer that the login could give', async () => {
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS');
    const parameters = parametersOf(loginNames);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          path: fc.constantFrom(...loginPaths),
          ...{ method, query: parameters, body: fc.oneof(parameters, anyDocument), headers: anyHeaders },
        }),
        async ({ path, method, query, body, headers }) => {
          const more = ['GET', 'HEAD'].includes(method) ? {} : { body: body as BodyInit };
          const response = await fetch(`${mock.urls.picker}${path}?${query}`, {
            method,
            headers,
            redirect: 'manual',
            ...more,
          });

          assert.ok([200, 302, 400].includes(response.status), `${method} ${path} ${response.status}`);
          if (response.status === 302) assert.ok(response.headers.get('location'));
          await response.text();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any request to the API, with or without a token, gets an answer that ANAF could give', async () => {
    const authorization = fc.oneof(
      { weight: 8, arbitrary: fc.constant('good') },
      fc.constantFrom('Bearer', 'Bearer a.b.c', 'Basic x', `Bearer ${'f'.repeat(64)}`, 'Bearer eyJ9.e30.x'),
      fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          path: fc.constantFrom(...apiPaths),
          method: fc.constantFrom('GET', 'POST', 'PUT'),
          query: parametersOf(apiNames),
          ...{ document: anyDocument, headers: anyHeaders, given: authorization },
        }),
        async ({ path, method, query, document, headers, given }) => {
          const response = await fetch(`${mock.urls.apiPlain}${path}?${query}`, {
            method,
            headers: { ...headers, authorization: given === 'good' ? `Bearer ${token}` : given },
            ...(method !== 'GET' && { body: Buffer.from(document) }),
          });

          const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
          assertAnswerOfApi({ status: response.status, type: response.headers.get('content-type') ?? '', text });
        },
      ),
      { numRuns: 600 },
    );
  });

  it('any request to the certificate host gets an answer that ANAF could give', async () => {
    const persona = mock.personas.find(({ name }) => name === 'administrator');
    assert.ok(persona);
    const identity = { ca: mock.caPem, cert: persona.certificatePem(), key: persona.privateKeyPem() };
    await assertAnswersAsAnaf(mock.urls.apiCertificate, new Agent({ ...identity, keepAlive: true }));
  });

  it('any request to the public host gets an answer that ANAF could give', async () => {
    await assertAnswersAsAnaf(mock.urls.apiPublic, new Agent({ ca: mock.caPem, keepAlive: true }));
  });

  it('any form sent to the signature check is judged or refused with a message', async () => {
    const agent = new Agent({ ca: mock.caPem, keepAlive: true });
    const type = fc.constantFrom('multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain');
    await fc.assert(
      fc.asyncProperty(anyDocument, type, async (document, contentType) => {
        const headers = { 'content-type': contentType };
        const url = `${mock.urls.apiPublic}/api/validate/signature`;
        const { status, text } = await visit(url, { agent, method: 'POST', headers }, document);

        assert.equal(status, /^\{"msg":"Fișierele încărcate/.test(text) ? 200 : 400, text);
        assert.match(text, /^\{"msg":"(Fișierele încărcate NU au putut|Eroare tehnică: request incorect)/);
      }),
      { numRuns: 400 },
    );
    agent.destroy();
  });

  it('any document is accepted or refused with a message by upload and uploadb2c in every standard', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('upload', 'uploadb2c'),
        fc.constantFrom('UBL', 'CN', 'CII', 'RASP'),
        anyDocument.filter((document) => document.length > 0),
        async (method, standard, document) => {
          const { status, text } = await api.post(`${method}?standard=${standard}&cif=${exemplu.cui}`, document);

          assert.equal(status, 200);
          assert.match(
            text,
            /ExecutionStatus="0"|Fisierul transmis nu este valid\. org\.xml\.sax\.SAXParseException; lineNumber/,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a well-formed document is accepted, gets a status, and is downloaded with a valid signature', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormedDocument, async ({ standard, xml }) => {
        const { text } = await api.post(`upload?standard=${standard}&cif=${exemplu.cui}`, xml);
        const id = /index_incarcare="(\d+)"/.exec(text)?.[1];
        mock.clock.advance(2);
        const state = (await api.get(`stareMesaj?id_incarcare=${id}`)).text;
        const message = /stare="n?ok" id_descarcare="(\d+)"/.exec(state)?.[1];
        assert.ok(message, `${text} ${state}`);

        const files = unzipSync(await api.bytes(`descarcare?id=${message}`));
        const signed = files[`semnatura_${id}.xml`];
        assert.ok(signed && files[`${id}.xml`]);
        assert.equal(sealVerifies(mock, Buffer.from(signed).toString('utf8')), true);
      }),
      { numRuns: 200 },
    );
  });
});

async function assertAnswersAsAnaf(origin: string, agent: Agent): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...apiPaths),
      fc.constantFrom('GET', 'POST', 'PUT'),
      parametersOf(apiNames),
      anyDocument,
      async (path, method, query, document) => {
        const answered = await visit(`${origin}${path}?${query}`, { agent, method }, document);

        assertAnswerOfApi(answered);
      },
    ),
    { numRuns: 200 },
  );
  agent.destroy();
}

function visit(url: string, options: RequestOptions, body: Uint8Array): Promise<Answered> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => {
      buffer(response).then((bytes) => {
        const type = response.headers['content-type'] ?? '';
        resolve({ status: response.statusCode ?? 0, type, text: bytes.toString('utf8') });
      }, reject);
    })
      .on('error', reject)
      .end(options.method === 'GET' ? undefined : body);
  });
}
