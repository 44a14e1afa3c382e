import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeInvoice } from 'mock-anaf/internal/efactura/invoice-checks.ts';
import { readXmlDocument } from 'mock-anaf/internal/efactura/xml-document.ts';
import { beta, exemplu, type InvoiceParts, invoice } from '../support/invoice.ts';

const judge = (parts: InvoiceParts = {}) => judgeInvoice(readXmlDocument(Buffer.from(invoice(parts))), [exemplu, beta]);

describe('judgeInvoice', () => {
  it('reads seller and buyer, with and without RO', () => {
    assert.deepEqual(judge(), { stare: 'ok', seller: exemplu.cui, buyer: beta.cui });
  });

  it('takes the CUI of the legal entity where there is no tax scheme', () => {
    const changes = {
      'cac:PartyTaxScheme><cbc:CompanyID': 'cac:PartyLegalEntity><cbc:CompanyID',
      '/cbc:CompanyID></cac:PartyTaxScheme': '/cbc:CompanyID></cac:PartyLegalEntity',
    };

    assert.deepEqual(judge({ changes }), { stare: 'ok', seller: exemplu.cui, buyer: beta.cui });
  });

  for (const [rule, changes] of Object.entries({
    'BR-RO-001': { 'CIUS-RO:1.0.1': 'OTHER' },
    'BR-02': { '<cbc:ID>EX-1</cbc:ID>': '' },
    'BR-03': { '<cbc:IssueDate>2026-11-24</cbc:IssueDate>': '' },
    'BR-05': { '<cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>': '' },
    'BR-06': { '<cbc:RegistrationName>Exemplu SRL</cbc:RegistrationName>': '' },
    'BR-07': { '<cbc:RegistrationName>Beta Comerț SRL</cbc:RegistrationName>': '' },
    'BR-13': { '<cbc:TaxExclusiveAmount currencyID="RON">100.00</cbc:TaxExclusiveAmount>': '' },
    'BR-15': { '<cbc:PayableAmount currencyID="RON">121.00</cbc:PayableAmount>': '' },
    'R6.1': { RO90123459: '6443019833' },
  })) {
    it(`finds ${rule} broken, and nothing else`, () => {
      const verdict = judge({ changes });

      assert.equal(verdict.stare, 'nok');
      assert.deepEqual('errors' in verdict && verdict.errors.map((error) => /regula: ([\w.-]+):/.exec(error)?.[1]), [
        rule,
      ]);
    });
  }
});
