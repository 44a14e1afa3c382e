import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { type ApiClient, apiOf } from '../../../support/api.ts';
import { buyerMessage } from '../../../support/buyer-message.ts';
import { crossIndustryInvoice } from '../../../support/cross-industry-invoice.ts';
import { beta, exemplu, gama, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';

async function upload(mock: MockAnaf, api: ApiClient, path: string, body: string): Promise<string> {
  const { text } = await api.post(path, body);
  const id = /ExecutionStatus="0" index_incarcare="(\d+)"/.exec(text)?.[1];
  assert.ok(id, text);
  mock.clock.advance(2);
  return id;
}

async function kindsOf(api: ApiClient, cui: string, filter = ''): Promise<[string, string][]> {
  const { text } = await api.get(`listaMesajeFactura?zile=1&cif=${cui}${filter}`);
  return (JSON.parse(text).mesaje ?? []).map(({ tip, detalii }: Record<string, string>) => [tip, detalii]);
}

describe('upload', () => {
  it('a Cross Industry Invoice is accepted and listed for seller and buyer', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    await upload(mock, api, `upload?standard=CII&cif=${exemplu.cui}`, crossIndustryInvoice(exemplu.cui));

    assert.equal((await kindsOf(api, exemplu.cui))[0]?.[0], 'FACTURA TRIMISA');
    assert.equal((await kindsOf(api, beta.cui))[0]?.[0], 'FACTURA PRIMITA');
  });

  it('a Cross Industry Invoice of an unknown seller is nok', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    const id = await upload(mock, api, `upload?standard=CII&cif=${exemplu.cui}`, crossIndustryInvoice('1234'));

    assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, /stare="nok"/);
  });

  it('a message of the buyer is listed for buyer and seller', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    const id = await upload(mock, api, `upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    const message = buyerMessage(id, 'Nu am comandat.');

    await upload(mock, api, `upload?standard=RASP&cif=${beta.cui}`, message);

    assert.deepEqual(
      (await kindsOf(api, beta.cui, '&filtru=R')).map(([kind]) => kind),
      ['MESAJ CUMPARATOR TRANSMIS'],
    );
    assert.deepEqual(
      (await kindsOf(api, exemplu.cui, '&filtru=R')).map(([kind]) => kind),
      ['MESAJ CUMPARATOR PRIMIT'],
    );
  });

  for (const { who, persona, cui, path } of [
    { who: 'the seller', persona: 'accountant', cui: exemplu.cui, path: 'test' },
    { who: 'a third company', persona: 'accountant', cui: '90345285', path: 'test' },
    { who: 'the buyer, in the other service', persona: 'other-company', cui: beta.cui, path: 'prod' },
  ]) {
    it(`a message of the buyer that is sent by ${who} is nok`, async () => {
      await using mock = await startMock();
      const seller = await apiOf(mock, 'administrator');
      const id = await upload(mock, seller, `upload?standard=UBL&cif=${exemplu.cui}`, invoice());
      const message = buyerMessage(id);
      const { access_token } = await mock.issueTokens({ persona });
      const headers = { authorization: `Bearer ${access_token}` };
      const api = `${mock.urls.apiPlain}/${path}/FCTEL/rest`;

      const sent = await fetch(`${api}/upload?standard=RASP&cif=${cui}`, { method: 'POST', headers, body: message });
      const own = /index_incarcare="(\d+)"/.exec(await sent.text())?.[1];
      mock.clock.advance(2);
      const status = await (await fetch(`${api}/stareMesaj?id_incarcare=${own}`, { headers })).text();

      assert.match(status, /stare="nok"/);
      assert.deepEqual(await kindsOf(seller, exemplu.cui, '&filtru=R'), []);
      const [entry] = mock.journal.entries({ path: 'stareMesaj' }).slice(-1);
      assert.equal(entry?.reason, `the upload was processed: nok: E: Nu exista factura cu id_incarcare= ${id}`);
    });
  }

  it('a message of the buyer about an invoice that is still being processed is nok', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'accountant');
    const { text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    const id = /index_incarcare="(\d+)"/.exec(text)?.[1];
    assert.ok(id, text);
    const message = buyerMessage(id);

    const early = await upload(mock, api, `upload?standard=RASP&cif=${beta.cui}`, message);
    const later = await upload(mock, api, `upload?standard=RASP&cif=${beta.cui}`, message);

    assert.match((await api.get(`stareMesaj?id_incarcare=${early}`)).text, /stare="nok"/);
    assert.match((await api.get(`stareMesaj?id_incarcare=${later}`)).text, /stare="ok"/);
  });

  it('an upload with an unknown root element is refused with the name of the element and its prefix', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    const { text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, '<x:Foo xmlns:x="urn:a"/>');

    assert.match(text, /cvc-elt\.1\.a: Cannot find the declaration of element 'x:Foo'\. "\/>/);
  });

  it('the journal names every check that an uploaded invoice failed', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    const wrong = invoice().replace(/<cbc:ID>[^<]*<\/cbc:ID>/, '<cbc:ID></cbc:ID>');

    const id = await upload(mock, api, `upload?standard=UBL&cif=${exemplu.cui}`, wrong);
    await api.get(`stareMesaj?id_incarcare=${id}`);

    const reasons = ['upload', 'stareMesaj'].map((path) => mock.journal.entries({ path }).at(-1)?.reason ?? '');
    assert.match(reasons[0] ?? '', /^the document was accepted for processing; verdict: nok: .*BR-02/);
    assert.match(reasons[1] ?? '', /^the upload was processed: nok: .*BR-02/);
  });

  it('messages of the buyer over the daily limit are refused, and unreadable ones are not counted', async () => {
    await using mock = await startMock({ limits: { buyerMessagesPerDay: 1 } });
    const api = await apiOf(mock, 'accountant');
    const message = buyerMessage('1');
    await api.post(`upload?standard=RASP&cif=${beta.cui}`, '<broken');
    await upload(mock, api, `upload?standard=RASP&cif=${beta.cui}`, message);

    const { text } = await api.post(`upload?standard=RASP&cif=${beta.cui}`, message);
    const production = await (await apiOf(mock, 'accountant', 'prod')).post(
      `upload?standard=RASP&cif=${beta.cui}`,
      message,
    );

    assert.match(production.text, /ExecutionStatus="0"/);
    assert.match(
      text,
      new RegExp(`"S-au incarcat deja 1 de mesaje de tip RASP pentru cui=${beta.cui} in cursul zilei"`),
    );
  });

  for (const [what, query, document, words] of [
    ['an invoice', `UBL&cif=${beta.cui}`, invoice(), `vanzatorului (${exemplu.cui})`],
    ['an invoice to a person', `UBL&cif=${beta.cui}`, invoice({ buyer: '' }), `vanzatorului (${exemplu.cui})`],
    ['a credit note', `CN&cif=${beta.cui}`, invoice({ root: 'CreditNote' }), `vanzatorului (${exemplu.cui})`],
    [
      'a Cross Industry Invoice',
      `CII&cif=${beta.cui}`,
      crossIndustryInvoice(exemplu.cui),
      `vanzatorului (${exemplu.cui})`,
    ],
    ['a self-billed invoice', `UBL&cif=${exemplu.cui}&autofactura=DA`, invoice(), `cumparatorului (${beta.cui})`],
  ] as const) {
    it(`${what} that is sent for the wrong company gets the status nok, and is listed only for that company`, async () => {
      await using mock = await startMock();
      const api = await apiOf(mock, 'accountant');
      const cif = new URLSearchParams(query).get('cif') ?? '';

      const id = await upload(mock, api, `upload?standard=${query}`, document);

      assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, /stare="nok"/);
      const lists = await Promise.all(
        [exemplu, beta].map(async ({ cui }) => [cui, (await kindsOf(api, cui)).flat()[0]]),
      );
      assert.deepEqual(Object.fromEntries(lists), {
        [exemplu.cui]: cif === exemplu.cui ? 'ERORI FACTURA' : undefined,
        [beta.cui]: cif === beta.cui ? 'ERORI FACTURA' : undefined,
      });
      const { reason } = mock.journal.entries({ path: 'stareMesaj' }).at(-1) ?? {};
      assert.ok(reason?.endsWith(`CIF-ul ${words} nu este cel pentru care s-a transmis factura (cif=${cif})`), reason);
    });
  }

  it('with the switch invoiceSentBefore, a second upload of an invoice gets the status nok and names the first one of the environment', async () => {
    await using mock = await startMock({ switches: { invoiceSentBefore: 'refused' } });
    mock.clock.set(Date.UTC(2026, 10, 24, 23) / 1000);
    const api = await apiOf(mock, 'accountant');
    const errorOf = async (document: string, standard = 'UBL') => {
      await upload(mock, api, `upload?standard=${standard}&cif=${exemplu.cui}`, document);
      const { reason = '' } = mock.journal.entries({ path: 'upload' }).at(-1) ?? {};
      return reason.replace('the document was accepted for processing; verdict: ', '');
    };

    const broken = await errorOf(invoice({ changes: { DueDate: 'x' } }));
    const first = await errorOf(invoice());
    const id = mock.state.nextUploadId - 1;
    const again = await errorOf(invoice({ changes: { Produs: 'Alt produs' } }));
    const others = [
      await errorOf(invoice({ changes: { 'EX-1': 'EX-2' } })),
      await errorOf(invoice({ changes: { '2026-11-24': '2026-11-23' } })),
      await errorOf(invoice({ root: 'CreditNote' }), 'CN'),
    ];
    const production = await apiOf(mock, 'accountant', 'prod');
    await production.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());

    assert.match(broken, /^nok/);
    assert.equal(first, 'ok');
    assert.equal(again, `nok: Factura a mai fost transmisa anterior cu index=${id} si data incarcare=2026-11-25`);
    assert.deepEqual(others, ['ok', 'ok', 'ok']);
    assert.equal(mock.journal.entries({ path: '/prod' }).at(-1)?.about.verdict, 'ok');
  });

  const legal = (cui: string) => `<cac:PartyLegalEntity><cbc:CompanyID>${cui}</cbc:CompanyID></cac:PartyLegalEntity>`;
  const scheme = (id: string, cui: string) =>
    `<cac:PartyTaxScheme><cbc:CompanyID>${cui}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${id}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
  const vat = scheme('VAT', `RO${exemplu.cui}`);
  for (const [what, numbers, stare] of [
    ['of the scheme VAT that follows another number', scheme('FC', 'J40/1/2020') + vat, 'ok'],
    [
      'of the scheme VAT, and not by one of another scheme in front of it',
      scheme('FC', exemplu.cui) + scheme('VAT', `RO${beta.cui}`),
      'nok',
    ],
    ['of another scheme if there is none of VAT', scheme('FC', exemplu.cui) + legal(beta.cui), 'ok'],
  ] as const) {
    it(`the seller is identified by the number ${what}`, async () => {
      await using mock = await startMock();
      const api = await apiOf(mock, 'accountant');

      const id = await upload(
        mock,
        api,
        `upload?standard=UBL&cif=${exemplu.cui}`,
        invoice({ changes: { [vat]: numbers } }),
      );
      const cross = crossIndustryInvoice(exemplu.cui).replace(
        '<ram:SpecifiedTaxRegistration>',
        `<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">J40/1/2020</ram:ID></ram:SpecifiedTaxRegistration><ram:SpecifiedTaxRegistration>`,
      );
      const crossId = await upload(mock, api, `upload?standard=CII&cif=${exemplu.cui}`, cross);

      assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, new RegExp(`stare="${stare}"`));
      assert.match((await api.get(`stareMesaj?id_incarcare=${crossId}`)).text, /stare="ok"/);
    });
  }

  it('a self-billed invoice is listed as sent by the buyer and as received by the seller', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    const id = await upload(mock, api, `upload?standard=UBL&cif=${beta.cui}&autofactura=DA`, invoice());

    const detalii = `Factura cu id_incarcare=${id} transmisa de cif=${beta.cui} ca autofactura in numele cif=${exemplu.cui}`;
    assert.deepEqual(await kindsOf(api, beta.cui), [['FACTURA TRIMISA', detalii]]);
    assert.deepEqual(await kindsOf(api, exemplu.cui), [['FACTURA PRIMITA', detalii]]);
  });

  it('an upload with executare=DA is accepted only for a company in the register of enforcement authorities', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'administrator');
    const path = `upload?standard=UBL&cif=${exemplu.cui}&executare=DA`;

    const refused = await api.post(path, invoice());
    mock.state.companies = mock.state.companies.map((company) => ({ ...company, isEnforcementAuthority: true }));
    const taken = await api.post(path, invoice({ seller: beta.cui, buyer: gama.cui }));
    mock.clock.advance(2);
    const id = /index_incarcare="(\d+)"/.exec(taken.text)?.[1];

    const message = /stare="ok" id_descarcare="(\d+)"/.exec((await api.get(`stareMesaj?id_incarcare=${id}`)).text)?.[1];

    assert.equal((await api.get(`descarcare?id=${message}`)).type, 'application/zip');
    assert.deepEqual(
      (await kindsOf(api, exemplu.cui)).map(([kind]) => kind),
      ['FACTURA TRIMISA'],
    );
    assert.match(
      refused.text,
      new RegExp(`"CIF introdus= ${exemplu.cui} nu este inregistrat in Registrul RO e-Factura executari silite"`),
    );
  });

  it('an invoice to a person (uploadb2c) is listed only for the seller', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    await upload(mock, api, `uploadb2c?standard=UBL&cif=${exemplu.cui}`, invoice({ buyer: '0000000000000' }));

    assert.deepEqual(
      (await kindsOf(api, exemplu.cui)).map(([kind]) => kind),
      ['FACTURA TRIMISA'],
    );
  });

  it('an invoice with elements of another vocabulary is accepted, but not processed', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    const foreign = invoice({ changes: { '</Invoice>': '<Alta xmlns="urn:alta"/></Invoice>' } });

    const id = await upload(mock, api, `upload?standard=UBL&cif=${exemplu.cui}`, foreign);

    assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, /stare="XML cu erori nepreluat de sistem"\/>$/);
    assert.deepEqual(await kindsOf(api, exemplu.cui), []);
  });

  it('an invoice may contain elements of another vocabulary in its extensions', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    const extension =
      '<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension><ext:ExtensionContent><a xmlns="urn:a"/></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:CustomizationID>';

    const id = await upload(
      mock,
      api,
      `upload?standard=UBL&cif=${exemplu.cui}`,
      invoice({ changes: { '<cbc:CustomizationID>': extension } }),
    );

    assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, /stare="ok"/);
  });

  it('the scenario api-xml-not-taken with times 1 affects the next upload of its company and no other call', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');
    mock.scenarios.add({ name: 'api-xml-not-taken', times: 1, cui: exemplu.cui });
    await api.get(`listaMesajeFactura?zile=1&cif=${exemplu.cui}`);
    const before = await upload(
      mock,
      api,
      `upload?standard=UBL&cif=${beta.cui}`,
      invoice({ seller: beta.cui, buyer: exemplu.cui }),
    );

    const id = await upload(mock, api, `upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    const after = await upload(mock, api, `upload?standard=UBL&cif=${exemplu.cui}`, invoice());

    const states = await Promise.all(
      [before, id, after].map(async (one) => (await api.get(`stareMesaj?id_incarcare=${one}`)).text),
    );
    assert.deepEqual(
      states.map((text) => /stare="([^"]+)"/.exec(text)?.[1]),
      ['ok', 'XML cu erori nepreluat de sistem', 'ok'],
    );
  });

  it('an upload that will not be processed is "in prelucrare" first', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'accountant');
    mock.scenarios.add({ name: 'api-xml-not-taken', times: 1 });
    const { text } = await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    const id = /index_incarcare="(\d+)"/.exec(text)?.[1];

    assert.match((await api.get(`stareMesaj?id_incarcare=${id}`)).text, /stare="in prelucrare"\/>$/);
  });

  it('uploadb2c accepts the parameters extern and autofactura', async () => {
    await using mock = await startMock();
    const api = await apiOf(mock, 'accountant');

    await upload(mock, api, `uploadb2c?standard=UBL&cif=${exemplu.cui}&extern=DA`, invoice({ buyer: '0000000000000' }));
    await upload(mock, api, `uploadb2c?standard=UBL&cif=${beta.cui}&autofactura=DA`, invoice());

    assert.deepEqual(
      (await kindsOf(api, exemplu.cui)).map(([kind]) => kind),
      ['FACTURA PRIMITA', 'FACTURA TRIMISA'],
    );
  });
});
