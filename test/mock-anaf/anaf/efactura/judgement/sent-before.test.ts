import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { invoiceKeyOf, sentBefore } from 'mock-anaf/internal/anaf/efactura/judgement/sent-before.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import type { Upload, UploadVerdict } from 'mock-anaf/internal/engine/state/mock-state.ts';
import { buyerMessage } from '../../../support/buyer-message.ts';
import { crossIndustryInvoice } from '../../../support/cross-industry-invoice.ts';
import { beta, exemplu, invoice } from '../../../support/invoice.ts';

const accepted: UploadVerdict = { stare: 'ok', seller: exemplu.cui, buyer: beta.cui };
const keyOf = (xml: string, verdict: UploadVerdict = accepted) =>
  invoiceKeyOf(readXmlDocument(Buffer.from(xml)), verdict);

describe('invoiceKeyOf', () => {
  it('the key of an accepted invoice has its kind, seller, number and day of issue', () => {
    assert.equal(keyOf(invoice()), `Invoice ${exemplu.cui} EX-1 2026-11-24`);
    assert.equal(keyOf(invoice({ root: 'CreditNote' })), `CreditNote ${exemplu.cui} EX-1 2026-11-24`);
  });

  it('an invoice that was refused has no key', () => {
    assert.equal(keyOf(invoice(), { stare: 'nok', errors: ['x'] }), undefined);
  });

  it('a message of a buyer has no key, whatever elements it contains', () => {
    assert.equal(keyOf(buyerMessage('1').replace('/>', '><ID>1</ID></header>')), undefined);
  });

  it('a document without a number has no key', () => {
    assert.equal(keyOf(crossIndustryInvoice(exemplu.cui)), undefined);
  });
});

describe('sentBefore', () => {
  const key = 'Invoice 1 EX-1 2026-11-24';
  const upload = (id: string, more: Partial<Upload>): Upload => ({
    ...{ id, environment: 'test', cif: exemplu.cui, standard: 'UBL', isSelfBilled: false, xml: '', messageId: null },
    // 24 November 2026, 23:30 UTC: the next day in Romania
    ...{ uploadedAt: Date.UTC(2026, 10, 24, 23, 30) / 1000, processedAt: 0, verdict: accepted, ...more },
  });
  const uploads = {
    '1': upload('1', {}),
    '2': upload('2', { environment: 'prod', invoiceKey: key }),
    '3': upload('3', { invoiceKey: 'Invoice 1 EX-2 2026-11-24' }),
    '4': upload('4', { invoiceKey: key }),
    '5': upload('5', { invoiceKey: key }),
  };
  const judged = (given: string | undefined, more: Readonly<Record<string, Upload>> = uploads, refuses = true) =>
    sentBefore(
      { state: { uploads: more }, switches: { invoiceSentBefore: refuses ? 'refused' : 'taken' } },
      'test',
      given,
    );

  it('a second upload is refused with the number of the first and its day in Romania', () => {
    assert.deepEqual(judged(key), {
      stare: 'nok',
      errors: ['Factura a mai fost transmisa anterior cu index=4 si data incarcare=2026-11-25'],
    });
  });

  it('an invoice that was uploaded in the other environment only is new', () => {
    assert.equal(judged(key, { '2': uploads['2'], '3': uploads['3'] }), undefined);
  });

  it('a document without a key is new, although others without a key were uploaded', () => {
    assert.equal(judged(undefined), undefined);
  });

  it('a second upload is accepted if the switch says so', () => {
    assert.equal(judged(key, uploads, false), undefined);
  });
});
