import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeInvoice } from 'mock-anaf/internal/anaf/efactura/judgement/judge-invoice.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { beta, exemplu, gama, invoice } from '../../../support/invoice.ts';

const companies = [exemplu, beta];
const good = { stare: 'ok', seller: exemplu.cui, buyer: beta.cui };
const judge = (changes: Readonly<Record<string, string>> = {}) =>
  judgeInvoice(readXmlDocument(Buffer.from(invoice({ changes }))), companies);

const scheme = (number: string, name: string) =>
  `<cac:PartyTaxScheme>${number && `<cbc:CompanyID>${number}</cbc:CompanyID>`}<cac:TaxScheme><cbc:ID>${name}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const sellerScheme = scheme(`RO${exemplu.cui}`, 'VAT');
const sellerName = '<cbc:RegistrationName>Exemplu SRL</cbc:RegistrationName>';
const outsideScope = {
  '<cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>': '<cbc:ID>O</cbc:ID>',
  '<cbc:ID>O</cbc:ID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>':
    '<cbc:ID>O</cbc:ID><cbc:TaxExemptionReason>Neplatitor</cbc:TaxExemptionReason></cac:TaxCategory>',
  '>21.00<': '>0.00<',
  '>121.00<': '>100.00<',
};

describe('judgeInvoice', () => {
  it('an accepted invoice has the CUIs of its parties in the verdict', () => {
    assert.deepEqual(judge(), good);
  });

  for (const [title, schemes] of [
    ['its VAT scheme, although another comes first', scheme('12345', 'TAX') + sellerScheme],
    ['a VAT scheme in small letters', scheme('12345', 'TAX') + scheme(`RO${exemplu.cui}`, 'vat')],
    ['the first scheme if none is for VAT', scheme(exemplu.cui, 'TAX') + scheme('12345', 'OTHER')],
  ] as const) {
    it(`the CUI of a seller is the number of ${title}`, () => {
      assert.deepEqual(judge({ [sellerScheme]: schemes }), good);
    });
  }

  it('the CUI of a seller is its legal number if its tax schemes have none', () => {
    const verdict = judge({
      ...outsideScope,
      [sellerScheme]: scheme('', 'VAT'),
      [sellerName]: `${sellerName}<cbc:CompanyID>${exemplu.cui}</cbc:CompanyID>`,
    });

    assert.deepEqual(verdict, good);
  });

  it('a seller that only has an identifier is not known to ANAF', () => {
    const identifier = '<cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification>';

    assert.deepEqual(judge({ ...outsideScope, [sellerScheme]: identifier }), {
      stare: 'nok',
      errors: ['E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:'],
    });
  });

  it('an invoice of an unknown seller that breaks a rule gets both complaints', () => {
    const verdict = judge({ [sellerScheme]: scheme(`RO${gama.cui}`, 'VAT'), 'EX-1': 'EX' });

    assert.ok(verdict.stare === 'nok');
    assert.equal(verdict.errors.length, 2);
    assert.match(verdict.errors.join('\n'), new RegExp(`^\\[BR-RO-010\\][^]*R6\\.1.*:${gama.cui}$`));
  });

  it('an invoice that does not name its sender is refused', () => {
    const document = readXmlDocument(Buffer.from(invoice()));

    assert.equal(judgeInvoice(document, companies, { role: 'seller', cui: exemplu.cui }).stare, 'ok');
    assert.equal(judgeInvoice(document, companies, { role: 'seller', cui: beta.cui }).stare, 'nok');
  });
});
