import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaintOf } from 'mock-anaf/internal/anaf/efactura/checks/invoice-check.ts';
import { invoiceChecks } from 'mock-anaf/internal/anaf/efactura/checks/invoice-checks.ts';
import { judgeInvoice } from 'mock-anaf/internal/anaf/efactura/judgement/judge-invoice.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { beta, exemplu, type InvoiceParts, invoice } from '../../../support/invoice.ts';
import { brokenHeaders } from './broken-headers.ts';
import { brokenLines } from './broken-lines.ts';
import { brokenParties } from './broken-parties.ts';
import { brokenSizes } from './broken-sizes.ts';
import { brokenTotals } from './broken-totals.ts';

const broken = { ...brokenHeaders, ...brokenParties, ...brokenLines, ...brokenTotals, ...brokenSizes };

function judge(parts: InvoiceParts = {}) {
  return judgeInvoice(readXmlDocument(Buffer.from(invoice(parts))), [exemplu, beta]);
}

describe('the table of checks', () => {
  it('has each rule once', () => {
    const ids = invoiceChecks.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
  });

  it('has no broken invoice without its rule', () => {
    const ids = new Set(invoiceChecks.map(({ id }) => id));

    assert.deepEqual(
      Object.keys(broken).filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const check of invoiceChecks) {
    it(`${check.id}: ${check.english}`, () => {
      const changes = broken[check.id];

      assert.ok(changes, 'no invoice breaks this rule');
      assert.deepEqual(judge({ changes }), { stare: 'nok', errors: [complaintOf(check)] });
    });
  }

  it('R6.1: the seller must be a company that ANAF knows', () => {
    assert.deepEqual(judge({ seller: '6443019833' }), {
      stare: 'nok',
      errors: [
        'E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833',
      ],
    });
  });

  it('finds every rule that is broken', () => {
    const verdict = judge({ changes: { ...broken['BR-02'], ...broken['BR-03'] } });

    assert.equal('errors' in verdict && verdict.errors.length, 2);
  });
});
