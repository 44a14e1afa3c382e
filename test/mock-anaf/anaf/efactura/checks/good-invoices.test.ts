import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeInvoice } from 'mock-anaf/internal/anaf/efactura/judgement/judge-invoice.ts';
import { sampleInvoice } from 'mock-anaf/internal/anaf/efactura/xml/sample-invoice.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { seedInvoices } from '../../../../../demo/invoices/seed.ts';
import { ublDocument } from '../../../../../demo/invoices/ubl-document.ts';
import { beta, exemplu, invoice } from '../../../support/invoice.ts';
import { allowanceCharge, before, type Changes, lineAllowanceCharge, place, seller, untaxed } from './changes.ts';

const good = { stare: 'ok', seller: exemplu.cui, buyer: beta.cui };
const judge = (xml: string) => judgeInvoice(readXmlDocument(Buffer.from(xml)), [exemplu, beta]);
const reason = { reason: 'Motivul scutirii' };

const variants: Readonly<Record<string, Changes>> = {
  'without changes': {},
  'with an advance and a rounding': {
    ...before(
      place.rounding,
      '<cbc:PrepaidAmount currencyID="RON">20.99</cbc:PrepaidAmount><cbc:PayableRoundingAmount currencyID="RON">-0.01</cbc:PayableRoundingAmount>',
    ),
    '<cbc:PayableAmount currencyID="RON">121.00': '<cbc:PayableAmount currencyID="RON">100.00',
  },
  'with an allowance and a charge of the document': {
    ...before(place.tax, allowanceCharge(false, '10.00') + allowanceCharge(true, '10.00')),
    ...before(
      place.rounding,
      '<cbc:AllowanceTotalAmount currencyID="RON">10.00</cbc:AllowanceTotalAmount><cbc:ChargeTotalAmount currencyID="RON">10.00</cbc:ChargeTotalAmount>',
    ),
  },
  'with an allowance and a charge of a line': before(
    place.line,
    lineAllowanceCharge(false, '5.00', 'Reducere') + lineAllowanceCharge(true, '5.00', 'Transport'),
  ),
  'with VAT that differs by a few bani from its rate': { '>21.00<': '>21.03<', '>121.00<': '>121.03<' },
  'in euro, with its VAT also in lei': {
    'currencyID="RON"': 'currencyID="EUR"',
    '<cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>':
      '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>',
    ...before(place.tax, '<cac:TaxTotal><cbc:TaxAmount currencyID="RON">106.00</cbc:TaxAmount></cac:TaxTotal>'),
  },
  'of a seller outside București': { [seller.address]: seller.address.replace('SECTOR2', 'Iași'), 'RO-B<': 'RO-IS<' },
  'of zero rate': untaxed('Z'),
  'that is exempt': untaxed('E', reason),
  'of reverse charge': untaxed('AE', reason),
  'of export': untaxed('G', reason),
  'outside the scope of VAT': untaxed('O', { ...reason, percent: '' }),
};

describe('an invoice', () => {
  for (const [name, changes] of Object.entries(variants)) {
    it(`an invoice ${name} breaks no rule`, () => {
      assert.deepEqual(judge(invoice({ changes })), good);
    });
  }

  it('a credit note breaks no rule', () => {
    assert.deepEqual(judge(invoice({ root: 'CreditNote' })), good);
  });

  it('an invoice that the mock generates breaks no rule', () => {
    assert.deepEqual(judge(sampleInvoice('TEST-1', '2026-11-24', exemplu, beta)), good);
  });

  it('the invoices of the demo break no rule', () => {
    for (const one of seedInvoices(Date.UTC(2026, 10, 24) / 1000)) {
      assert.equal(judge(ublDocument(one)).stare, 'ok', one.number);
    }
  });
});
