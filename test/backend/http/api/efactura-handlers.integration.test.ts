import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  messagesAnswer,
  uploadAnswer,
  uploadStateAnswer,
} from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { anyProblemDetails } from 'spv-authorize-backend/internal/http/middleware/problem.ts';
import * as v from 'valibot';
import { invoice as sampleInvoice } from '../../../mock-anaf/support/invoice.ts';
import { authorize, readAuthorization } from '../../support/authorize.ts';
import { hostSecret } from '../../support/keys.ts';
import { setup } from '../../support/setup.ts';
import { hostAnswer, hostRequest, Site } from '../../support/site.ts';
import { betaTaxId, exempluTaxId } from '../../support/stack.ts';

const invoice = sampleInvoice({ seller: exempluTaxId, buyer: betaTaxId });

describe('e-Factura for hosts in any language', async () => {
  const stack = await setup();
  const exemplu = await openAuthorized(exempluTaxId);
  const beta = await openAuthorized(betaTaxId);
  afterEach(() => stack.mock.scenarios.clear());

  it('an invoice is uploaded, its state is read, and its ZIP is downloaded by seller and buyer', async () => {
    const { uploadId } = v.parse(uploadAnswer, (await upload(exemplu)).body);
    const processing = await hostAnswer(stack, 'GET', `/companies/${exemplu.companyId}/uploads/${uploadId}`);
    stack.clock.advance(10);
    const done = await hostAnswer(stack, 'GET', `/companies/${exemplu.companyId}/uploads/${uploadId}`);
    const received = await hostAnswer(stack, 'GET', `/companies/${beta.companyId}/messages?days=1&filter=received`);

    assert.deepEqual(processing.body, { state: 'processing' });
    const state = v.parse(uploadStateAnswer, done.body);
    assert.ok(state.state === 'accepted');
    const { messages } = v.parse(messagesAnswer, received.body);
    const message = messages.find((one) => one.uploadId === uploadId);
    assert.ok(message);
    for (const path of [
      `/companies/${exemplu.companyId}/messages/${state.downloadId}`,
      `/companies/${beta.companyId}/messages/${message.id}`,
    ]) {
      const zip = await hostRequest(stack, 'GET', path);
      assert.equal(zip.headers.get('content-type'), 'application/zip');
      assert.match(zip.headers.get('content-disposition') ?? '', /^attachment; filename="?\d+\.zip"?$/);
      assert.equal(Buffer.from(await zip.arrayBuffer()).toString('latin1', 0, 2), 'PK');
    }
  });

  it('the options of an upload reach ANAF in its own words', async () => {
    stack.mock.journal.clear();

    await upload(exemplu, '?standard=CII&extern=true&selfBilled=true');
    await upload(exemplu, '?consumer=true&extern=false');

    const sent = stack.mock.journal.entries({ path: '/upload' }).map(({ path, query }) => ({ path, query }));
    assert.deepEqual(sent, [
      {
        path: '/test/FCTEL/rest/upload',
        query: { standard: 'CII', cif: exempluTaxId, extern: 'DA', autofactura: 'DA' },
      },
      { path: '/test/FCTEL/rest/uploadb2c', query: { standard: 'UBL', cif: exempluTaxId } },
    ]);
  });

  it('the bytes of a document reach ANAF unchanged, whatever encoding it declares', async () => {
    const latin2 = { ă: 'ã', â: 'â', î: 'î', ș: 'º', ț: 'þ' };
    const text = Object.entries(latin2).reduce((xml, [letter, byte]) => xml.replaceAll(letter, byte), invoice);
    const bytes = Buffer.from(text.replace('UTF-8', 'ISO-8859-2'), 'latin1');

    const response = await uploadBytes(bytes, {});

    const { uploadId } = v.parse(uploadAnswer, await response.json());
    assert.match(String(stack.mock.state.uploads[uploadId]?.xml), /Strada Vânzării 1/);
  });

  it('a compressed body is accepted, and one that unfolds to more than ANAF takes is refused', async () => {
    const accepted = await uploadBytes(gzipSync(invoice), { 'content-encoding': 'gzip' });
    const bomb = await uploadBytes(gzipSync(Buffer.alloc(200_000_000)), { 'content-encoding': 'gzip' });

    assert.equal(accepted.status, 201);
    assert.deepEqual([bomb.status, v.parse(anyProblemDetails, await bomb.json()).code], [413, 'payload-too-large']);
  });

  it('a document above 10 MB is refused in the words of ANAF, and a much larger one by the backend', async () => {
    const large = await upload(exemplu, '', invoice.padEnd(10.5 * 1024 * 1024));
    const huge = await upload(exemplu, '', invoice.padEnd(12 * 1024 * 1024));

    const { code, detail } = v.parse(anyProblemDetails, large.body);
    assert.deepEqual([large.status, code], [422, 'anaf-refused']);
    assert.equal(detail, 'Marime fisier transmis mai mare de 10 MB.');
    assert.deepEqual([huge.status, v.parse(anyProblemDetails, huge.body).code], [413, 'payload-too-large']);
  });

  it("another company's upload and message are answered with 404 message-unknown, and ANAF is not asked for them", async () => {
    const { uploadId } = v.parse(uploadAnswer, (await upload(exemplu)).body);
    stack.clock.advance(10);
    const { body } = await hostAnswer(stack, 'GET', `/companies/${exemplu.companyId}/uploads/${uploadId}`);
    const state = v.parse(uploadStateAnswer, body);
    assert.ok(state.state === 'accepted');
    stack.mock.journal.clear();

    const answers = [
      await hostAnswer(stack, 'GET', `/companies/${beta.companyId}/uploads/${uploadId}`),
      await hostAnswer(stack, 'GET', `/companies/${beta.companyId}/messages/${state.downloadId}`),
    ];

    for (const answer of answers)
      assert.deepEqual([answer.status, v.parse(anyProblemDetails, answer.body).code], [404, 'message-unknown']);
    assert.deepEqual(stack.mock.journal.entries({ path: 'stareMesaj' }), []);
    assert.deepEqual(stack.mock.journal.entries({ path: 'descarcare' }), []);
  });

  const troubles = [
    { scenario: 'api-unavailable', status: 503, code: 'anaf-unavailable' },
    { scenario: 'api-limit', status: 429, code: 'quota-exceeded' },
    { scenario: 'api-forbidden', status: 422, code: 'anaf-refused' },
  ] as const;
  for (const { scenario, status, code } of troubles) {
    it(`ANAF's trouble ${scenario} is answered with ${status} ${code}`, async () => {
      stack.mock.scenarios.add({ name: scenario });

      const answer = await hostAnswer(stack, 'GET', `/companies/${exemplu.companyId}/messages?days=1`);

      assert.deepEqual([answer.status, v.parse(anyProblemDetails, answer.body).code], [status, code]);
    });
  }

  it('an upload that ANAF does not answer is not to be repeated at once', async () => {
    stack.mock.scenarios.add({ name: 'api-reset' });

    const response = await hostRequest(stack, 'POST', `/companies/${exemplu.companyId}/uploads`, invoice);

    const { code, detail } = v.parse(anyProblemDetails, await response.json());
    assert.deepEqual([response.status, code], [503, 'anaf-unavailable']);
    assert.equal(response.headers.get('retry-after'), null);
    assert.match(String(detail), /before you send it again/);
  });

  it('a call that ANAF denies is answered with 409 no-right and its text, and one without authorization with not-authorized', async () => {
    const denied = await openAuthorized(exempluTaxId);
    const unauthorized = await Site.open(stack);
    stack.mock.scenarios.add({ name: 'api-no-rights' });

    const first = await hostAnswer(stack, 'GET', `/companies/${denied.companyId}/messages?days=1`);
    const second = await hostAnswer(stack, 'GET', `/companies/${unauthorized.companyId}/messages?days=1`);

    const problem = v.parse(anyProblemDetails, first.body);
    assert.deepEqual([first.status, problem.code], [409, 'no-right']);
    assert.match(String(problem.detail), /^Nu (aveti drept|exista niciun CIF)/);
    assert.equal((await readAuthorization(denied)).status, 'no-rights');
    assert.deepEqual([second.status, v.parse(anyProblemDetails, second.body).code], [409, 'not-authorized']);
  });

  const wrong = [
    { path: '/messages', field: 'days', says: /is missing/ },
    { path: '/messages?days=61', field: 'days', says: /60/ },
    { path: '/messages?days=1.5', field: 'days', says: /number/ },
    { path: '/messages?days=1&days=2', field: 'days', says: /number/ },
    { path: '/messages?days=1&filter=all', field: 'filter', says: /received/ },
    { path: '/messages?days=1&dayz=1', field: 'dayz', says: /no such field/ },
    { path: '/messages/..%2F5', field: 'messageId', says: /not an id/ },
    { path: '/uploads/%00', field: 'uploadId', says: /not an id/ },
  ];
  for (const { path, field, says } of wrong) {
    it(`a request for ${path} is answered with 400 and the name of the field, and ANAF is not asked`, async () => {
      stack.mock.journal.clear();

      const { status, body } = await hostAnswer(stack, 'GET', `/companies/${exemplu.companyId}${path}`);

      const { code, errors } = v.parse(anyProblemDetails, body);
      assert.deepEqual([status, code], [400, 'malformed-request']);
      assert.deepEqual(
        errors?.map((one) => one.field),
        [field],
      );
      assert.match(String(errors?.[0]?.message), says);
      assert.deepEqual(stack.mock.journal.entries(), []);
    });
  }

  it('an upload without a document or with a wrong option is answered with 400, and ANAF is not asked', async () => {
    stack.mock.journal.clear();

    const answers = [
      await hostAnswer(stack, 'POST', `/companies/${exemplu.companyId}/uploads`),
      await upload(exemplu, '', ''),
      await upload(exemplu, '?standard=PDF'),
      await upload(exemplu, '?extern=DA'),
      await upload(exemplu, '?cif=90234171'),
    ];

    for (const { status, body } of answers)
      assert.deepEqual([status, v.parse(anyProblemDetails, body).code], [400, 'malformed-request']);
    assert.deepEqual(stack.mock.journal.entries(), []);
  });

  function upload({ companyId }: Site, query = '', xml = invoice) {
    return hostAnswer(stack, 'POST', `/companies/${companyId}/uploads${query}`, xml);
  }

  function uploadBytes(body: Buffer<ArrayBuffer>, headers: Record<string, string>): Promise<Response> {
    const url = `${stack.publicUrl}/host/v1/companies/${exemplu.companyId}/uploads`;
    return fetch(url, { method: 'POST', headers: { authorization: `Bearer ${hostSecret}`, ...headers }, body });
  }

  /** The accountant's certificate has rights for every company. */
  async function openAuthorized(taxId: string): Promise<Site> {
    const site = await Site.open(stack, stack.newCompany(taxId));
    await authorize(stack, site, { persona: 'accountant' });
    return site;
  }
});
