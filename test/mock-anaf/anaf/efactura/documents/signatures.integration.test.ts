import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { MockAnaf } from 'mock-anaf';
import { type ApiClient, apiOf, postPublicly } from '../../../support/api.ts';
import { buyerMessage } from '../../../support/buyer-message.ts';
import { crossIndustryInvoice } from '../../../support/cross-industry-invoice.ts';
import { beta, exemplu, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';
import { sealVerifies } from '../../../support/seal.ts';

/** Documents of every standard, including some with errors and some with unusual characters. */
const documents: Readonly<Record<string, readonly [standard: string, xml: string]>> = {
  'an invoice': ['UBL', invoice()],
  'a credit note': ['CN', invoice({ root: 'CreditNote' })],
  'a Cross Industry Invoice': ['CII', crossIndustryInvoice(exemplu.cui)],
  'an invoice that breaks a rule': ['UBL', invoice({ changes: { 'EX-1': '' } })],
  'an invoice of an unknown seller': ['UBL', invoice({ seller: '6443019833' })],
  'a message about an unknown invoice': ['RASP', buyerMessage('&lt;&#10;&amp;')],
  'an invoice with a byte order mark': ['UBL', `\uFEFF${invoice()}`],
  'an invoice with Windows line breaks': ['UBL', invoice().replaceAll('\n', '\r\n')],
  'an invoice with a comment, CDATA and an instruction': [
    'UBL',
    invoice({ changes: { 'Exemplu SRL': '<![CDATA[Exemplu & <fiii>]]><!-- x --><?y z?>' } }),
  ],
  'an invoice with characters beyond the basic plane': [
    'UBL',
    invoice({ changes: { Produs: 'Produs 🧾 ȘȚ &#x1F9FE;' } }),
  ],
  'an invoice without XML declaration': ['UBL', invoice().replace(/^<\?xml.*\?>\n/, '')],
};

async function archiveOf(mock: MockAnaf, api: ApiClient, standard: string, xml: string) {
  const id = /index_incarcare="(\d+)"/.exec(
    (await api.post(`upload?standard=${standard}&cif=${exemplu.cui}`, xml)).text,
  )?.[1];
  mock.clock.advance(2);
  const message = /id_descarcare="(\d+)"/.exec((await api.get(`stareMesaj?id_incarcare=${id}`)).text)?.[1];
  const files = unzipSync(await api.bytes(`descarcare?id=${message}`));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
  return { names: Object.keys(files), id, file: text(`${id}.xml`), signature: text(`semnatura_${id}.xml`) };
}

describe('the signature of a download', () => {
  for (const [name, [standard, xml]] of Object.entries(documents)) {
    it(`the signature of ${name} verifies by its certificate and by validate/signature`, async () => {
      await using mock = await startMock();
      const { names, id, file, signature } = await archiveOf(mock, await apiOf(mock, 'accountant'), standard, xml);

      assert.deepEqual(names, [`${id}.xml`, `semnatura_${id}.xml`]);
      assert.equal(sealVerifies(mock, signature), true);
      assert.match(await judgeByAnaf(mock, file, signature), /au fost validate cu succes/);
    });
  }

  it('a signature does not verify for a document that was changed', async () => {
    await using mock = await startMock();
    const { file, signature } = await archiveOf(mock, await apiOf(mock, 'accountant'), 'UBL', invoice());
    const changed = (text: string) => text.replaceAll('121.00', '921.00');

    assert.equal(sealVerifies(mock, changed(signature)), false);
    assert.match(await judgeByAnaf(mock, changed(file), signature), /NU au putut fi validate cu succes/);
    assert.match(await judgeByAnaf(mock, changed(file), changed(signature)), /NU au putut fi validate cu succes/);
  });

  it('the signature of the archive that the buyer downloads verifies', async () => {
    await using mock = await startMock();
    const [id = ''] = mock.addMessages({ cui: beta.cui, other: exemplu.cui });
    const received = Object.values(mock.state.messages).find(({ cif }) => cif === beta.cui);
    const files = unzipSync(await (await apiOf(mock, 'other-company')).bytes(`descarcare?id=${received?.id}`));

    assert.equal(sealVerifies(mock, strFromU8(files[`semnatura_${id}.xml`] ?? new Uint8Array())), true);
  });
});

async function judgeByAnaf(mock: MockAnaf, file: string, signature: string): Promise<string> {
  const form = new FormData();
  for (const [name, text] of Object.entries({ file, signature })) form.set(name, new Blob([text]), `${name}.xml`);
  const { status, text } = await postPublicly(mock, '/api/validate/signature', form);
  assert.equal(status, 200);
  return text;
}
