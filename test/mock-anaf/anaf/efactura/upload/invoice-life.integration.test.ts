import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import type { MockAnaf } from 'mock-anaf';
import { archiveOf } from 'mock-anaf/internal/anaf/efactura/messages/archive.ts';
import { type ApiClient, apiOf } from '../../../support/api.ts';
import { beta, exemplu, gama, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';
import { sealVerifies } from '../../../support/seal.ts';

async function upload(api: ApiClient, xml: string, query = `standard=UBL&cif=${exemplu.cui}`): Promise<string> {
  const { text } = await api.post(`upload?${query}`, xml);
  const id = /ExecutionStatus="0" index_incarcare="(\d+)"/.exec(text)?.[1];
  assert.ok(id, text);
  return id;
}

async function listed(
  api: ApiClient,
  cif: string,
  more = '',
): Promise<{ tip: string; id: string; id_solicitare: string; detalii: string }[]> {
  const { text } = await api.get(`listaMesajeFactura?zile=60&cif=${cif}${more}`);
  return JSON.parse(text).mesaje ?? [];
}

/** Advances the clock past the processing time of uploads. */
function process(mock: MockAnaf): void {
  mock.clock.advance(2);
}

describe('an uploaded invoice', () => {
  it('an uploaded invoice is "in prelucrare" for its processing time, and then "ok"', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'administrator');
    const id = await upload(api, invoice());

    const before = await api.get(`stareMesaj?id_incarcare=${id}`);
    process(mock);
    const after = await api.get(`stareMesaj?id_incarcare=${id}`);

    assert.match(before.text, /stare="in prelucrare"\/>$/);
    assert.match(after.text, /stare="ok" id_descarcare="\d+"\/>$/);
  });

  it('an uploaded invoice is listed as sent by the seller and as received by the buyer', async () => {
    await using mock = await startMock();
    const seller = await apiOf(mock, 'administrator');
    const buyer = await apiOf(mock, 'other-company');
    const id = await upload(seller, invoice());
    process(mock);

    const sent = await listed(seller, exemplu.cui);
    const received = await listed(buyer, beta.cui);

    const detalii = `Factura cu id_incarcare=${id} emisa de cif_emitent=${exemplu.cui} pentru cif_beneficiar=${beta.cui}`;
    assert.deepEqual(
      [...sent, ...received].map((message) => [message.tip, message.id_solicitare, message.detalii]),
      [
        ['FACTURA TRIMISA', id, detalii],
        ['FACTURA PRIMITA', id, detalii],
      ],
    );
  });

  it('an entry of a list has the observed keys, and every value is a string', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    await upload(api, invoice());
    process(mock);

    const answer = JSON.parse((await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`)).text);

    assert.deepEqual(Object.keys(answer), ['mesaje', 'serial', 'cui', 'titlu']);
    assert.equal(answer.titlu, 'Lista Mesaje disponibile din ultimele 1 zile');
    assert.deepEqual(Object.keys(answer.mesaje[0]), ['data_creare', 'cif', 'id_solicitare', 'detalii', 'tip', 'id']);
    for (const value of Object.values(answer.mesaje[0])) assert.equal(typeof value, 'string');
    assert.match(answer.mesaje[0].data_creare, /^\d{12}$/);
  });

  it('an invoice from a company to itself is listed twice', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    await upload(api, invoice({ buyer: exemplu.cui }));
    process(mock);

    const kinds = (await listed(api, exemplu.cui)).map(({ tip }) => tip);

    assert.deepEqual(kinds.sort(), ['FACTURA PRIMITA', 'FACTURA TRIMISA']);
  });

  it('a message is found by the filter of its kind and by no other filter', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    await upload(api, invoice());
    await upload(api, invoice({ changes: { 'EX-1': '' } }));
    process(mock);

    const found = await Promise.all(
      ['E', 'T', 'P', 'R'].map((filter) => listed(api, exemplu.cui, `&filtru=${filter}`)),
    );

    assert.deepEqual(
      found.map((messages) => messages.map(({ tip }) => tip)),
      [['ERORI FACTURA'], ['FACTURA TRIMISA'], [], []],
    );
  });

  it('a download is a ZIP of the document and of a signed copy whose signature verifies', async () => {
    await using mock = await startMock();
    const seller = await apiOf(mock, 'administrator');
    const buyer = await apiOf(mock, 'other-company');
    const id = await upload(seller, invoice());
    process(mock);
    const [message] = await listed(buyer, beta.cui);

    const files = unzipSync(await buyer.bytes(`descarcare?id=${message?.id}`));

    assert.deepEqual(Object.keys(files), [`${id}.xml`, `semnatura_${id}.xml`]);
    assert.equal(Buffer.from(files[`${id}.xml`] ?? []).toString('utf8'), invoice());
    const signed = Buffer.from(files[`semnatura_${id}.xml`] ?? []).toString('utf8');
    assert.equal(sealVerifies(mock, signed), true);
    assert.equal(sealVerifies(mock, signed.replace('121.00', '921.00')), false);
  });

  it("an invoice of an unknown seller gets the status nok, with ANAF's rule R6.1 in its archive of errors", async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    const id = await upload(api, invoice({ seller: '6443019833' }));
    process(mock);
    const status = await api.get(`stareMesaj?id_incarcare=${id}`);
    const [message] = await listed(api, exemplu.cui);

    const files = unzipSync(await api.bytes(`descarcare?id=${message?.id}`));

    assert.match(status.text, new RegExp(`stare="nok" id_descarcare="${message?.id}"/>$`));
    assert.equal(message?.detalii, `Erori de validare identificate la factura primita cu id_incarcare=${id}`);
    assert.equal(
      Buffer.from(files[`${id}.xml`] ?? []).toString('utf8'),
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<header xmlns="mfp:anaf:dgti:efactura:mesajEroriFactuta:v1" Index_incarcare="${id}" Cif_emitent="${exemplu.cui}">
    <Error errorMessage="E: validari globale&#xA; eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833"/>
</header>`,
    );
  });

  it('a certificate without a right for seller or buyer can neither query nor download an invoice', async () => {
    await using mock = await startMock();
    const accountant = await apiOf(mock, 'accountant');
    const stranger = await apiOf(mock, 'other-company');
    const id = await upload(accountant, invoice({ buyer: gama.cui }));
    process(mock);
    const [message] = await listed(accountant, exemplu.cui);

    const status = await stranger.get(`stareMesaj?id_incarcare=${id}`);
    const download = await stranger.get(`descarcare?id=${message?.id}`);

    assert.match(
      status.text,
      new RegExp(`<Errors errorMessage="Nu aveti dreptul de inteorgare pentru id_incarcare= ${id}"/>`),
    );
    assert.deepEqual(JSON.parse(download.text), {
      eroare: 'Nu aveti dreptul sa descarcati acesta factura',
      titlu: 'Descarcare mesaj',
    });
  });

  it('an invoice of the test environment is unknown in production', async () => {
    await using mock = await startMock();
    const test = await apiOf(mock, 'administrator');
    const prod = await apiOf(mock, 'administrator', 'prod');
    const id = await upload(test, invoice());
    process(mock);
    const [message] = await listed(test, exemplu.cui);

    assert.deepEqual(await listed(prod, exemplu.cui), []);
    assert.match((await prod.get(`stareMesaj?id_incarcare=${id}`)).text, /Nu exista factura/);
    assert.match((await prod.get(`descarcare?id=${message?.id}`)).text, /nu exista inregistrata nici o factura/);
  });

  it('an invoice can no longer be downloaded after 60 days', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    await upload(api, invoice());
    process(mock);
    const [message] = await listed(api, exemplu.cui);
    mock.clock.advance(61 * 86_400);

    const answer = await api.get(`descarcare?id=${message?.id}`);

    assert.equal(
      JSON.parse(answer.text).eroare,
      'Fisierul nu mai poate fi descarcat pentru ca a trecut perioada de 60 de zile in care este disponibil',
    );
  });

  for (const year of [1975, 2107]) {
    it(`a download in the year ${year}, which is outside the range of ZIP, is still a valid ZIP`, async () => {
      await using mock = await startMock();
      const [uploadId = ''] = mock.addMessages({ cui: exemplu.cui });
      const upload = mock.state.uploads[uploadId];
      assert.ok(upload);

      const archive = archiveOf({ ...upload, processedAt: Date.UTC(year, 5) / 1000 }, mock.state.keys);

      assert.ok(Object.hasOwn(unzipSync(archive), `${uploadId}.xml`));
    });
  }

  it('a credit note is accepted with the standard CN and refused with UBL', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    const creditNote = invoice({ root: 'CreditNote' });

    const asInvoice = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, creditNote);
    const id = await upload(api, creditNote, `standard=CN&cif=${exemplu.cui}`);

    assert.match(asInvoice.text, /Cannot find the declaration of element 'CreditNote'/);
    assert.match(id, /^\d+$/);
  });
});
