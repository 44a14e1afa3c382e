import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:https';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { beta, exemplu, invoice } from '../../../support/invoice.ts';
import { accessTokenOf, startMock } from '../../../support/login.ts';
import {
  identityOf,
  type RawAnswer,
  serialOf,
  type TlsClient,
  tlsClients,
  visitByNode,
} from '../../../support/tls-clients.ts';

const clients = { 'Node https': visitByNode, curl: tlsClients.curl ?? visitByNode };
const list = (cui: string) => `/test/FCTEL/rest/listaMesajeFactura?zile=1&cif=${cui}`;

describe('the certificate host', () => {
  for (const [name, client] of Object.entries(clients)) {
    it(`the certificate host answers ${name} according to the rights of its certificate`, async () => {
      await using mock = await startMock();
      mock.addMessages({ cui: exemplu.cui });

      const own = await call(mock, list(exemplu.cui), 'administrator', client);
      const other = await call(mock, list(beta.cui), 'administrator', client);

      const { mesaje, serial } = JSON.parse(own.body);
      assert.equal(mesaje.length, 1);
      assert.equal(serial, serialOf(mock, 'administrator').replaceAll(':', '').toUpperCase());
      assert.match(other.body, new RegExp(`Nu aveti drept in SPV pentru CIF=${beta.cui}`));
    });

    it(`the certificate host redirects ${name} without a certificate to the page "Certificatul nu a fost prezentat"`, async () => {
      await using mock = await startMock();

      const refused = await call(mock, list(exemplu.cui), undefined, client);
      const page = await call(mock, String(refused.location), undefined, client);

      assert.deepEqual([refused.status, refused.location], [302, '/vdesk/hangup.php3']);
      assert.equal(page.status, 200);
      assert.match(page.body, /<title>Pagina logout<\/title>[\s\S]*Certificatul nu a fost prezentat/);
    });
  }

  for (const [persona, reason] of Object.entries({
    expired: 'the certificate is not valid at this time',
    'unknown-authority': 'the certificate was not issued by an accepted authority',
    'not-enrolled': 'the certificate is not enrolled in SPV',
    'enrolled-today': 'the certificate was enrolled in SPV less than 24 hours ago',
    revoked: 'the certificate was revoked by its issuer',
  })) {
    it(`the certificate host refuses the persona ${persona} as the login does`, async () => {
      await using mock = await startMock();

      const { status, location } = await call(mock, list(exemplu.cui), persona);

      assert.deepEqual([status, location], [302, '/vdesk/hangup.php3']);
      assert.equal(mock.journal.entries({ door: 'apiCertificate' })[0]?.reason, reason);
    });
  }

  it('the certificate host serves validare and transformare, but not validate/signature', async () => {
    await using mock = await startMock();
    const post = async (path: string, persona: string | undefined) => {
      const { certificatePem, privateKeyPem } =
        persona === undefined ? { certificatePem: undefined, privateKeyPem: undefined } : identityOf(mock, persona);
      const sent = request(mock.urls.apiCertificate + path, {
        ...{ method: 'POST', ca: mock.caPem, cert: certificatePem, key: privateKeyPem, agent: false },
      }).end(invoice());
      const [response] = await once(sent, 'response');
      response.resume();
      return [response.statusCode, response.headers['content-type']];
    };
    const [validare, transformare] = ['validare', 'transformare'].map((name) => `/prod/FCTEL/rest/${name}/FACT1`);

    assert.deepEqual(await post(String(validare), 'no-company'), [200, 'application/json']);
    assert.deepEqual(await post(String(transformare), 'administrator'), [200, 'application/pdf']);
    assert.deepEqual(await post(String(validare), 'expired'), [302, undefined]);
    assert.deepEqual(await post(String(validare), undefined), [302, undefined]);
    assert.equal((await post('/api/validate/signature', 'administrator'))[0], 403);
    assert.equal(mock.journal.entries({ path: 'validare' })[0]?.about.persona, 'no-company');
  });

  it('the certificate host does not accept a token instead of a certificate, and keeps no session between two calls', async () => {
    await using mock = await startMock();
    const token = await accessTokenOf(mock, 'administrator');
    await call(mock, list(exemplu.cui), 'administrator');

    const response = await visitByNode({
      url: new URL(list(exemplu.cui), mock.urls.apiCertificate),
      cookie: `Authorization=${token}`,
      caPem: mock.caPem,
      identity: undefined,
    });

    assert.equal(response.status, 302);
  });

  it('the certificate host answers 403 to an unknown path', async () => {
    await using mock = await startMock();

    assert.equal((await call(mock, '/FCTEL/rest/upload', 'administrator')).status, 403);
  });

  it('a scenario for a persona affects calls with the certificate of that persona at the certificate host', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'api-unavailable', persona: 'administrator' });

    const statuses = [
      (await call(mock, list(exemplu.cui), 'administrator')).status,
      (await call(mock, list(exemplu.cui), 'accountant')).status,
    ];

    assert.deepEqual(statuses, [503, 200]);
  });

  it('the certificate host counts the calls per minute for each persona', async () => {
    await using mock = await startMock({ limits: { callsPerMinute: 1 } });
    mock.clock.freeze();

    const statuses = [
      (await call(mock, list(exemplu.cui), 'administrator')).status,
      (await call(mock, list(exemplu.cui), 'administrator')).status,
      (await call(mock, list(exemplu.cui), 'accountant')).status,
    ];

    assert.deepEqual(statuses, [200, 429, 200]);
  });
});

function call(
  mock: MockAnaf,
  path: string,
  persona: string | undefined,
  client: TlsClient = visitByNode,
): Promise<RawAnswer> {
  const identity = persona === undefined ? undefined : identityOf(mock, persona);
  return client({ url: new URL(path, mock.urls.apiCertificate), cookie: '', caPem: mock.caPem, identity });
}
