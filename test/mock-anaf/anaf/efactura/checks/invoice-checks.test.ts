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
  it('the table of checks has no duplicate rule', () => {
    const ids = invoiceChecks.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
  });

  it('the tests break no rule that the table of checks does not have', () => {
    const ids = new Set(invoiceChecks.map(({ id }) => id));

    assert.deepEqual(
      Object.keys(broken).filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const check of invoiceChecks) {
    it(`an invoice that breaks ${check.id} gets its complaint and no other: ${check.english}`, () => {
      const changes = broken[check.id];

      assert.ok(changes, `no sample breaks ${check.id}`);
      assert.deepEqual(judge({ changes }), { stare: 'nok', errors: [complaintOf(check)] });
    });
  }

  it('an invoice of a seller that ANAF does not know breaks R6.1', () => {
    assert.deepEqual(judge({ seller: '6443019833' }), {
      stare: 'nok',
      errors: [
        'E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833',
      ],
    });
  });

  it('an invoice that breaks two rules gets both complaints', () => {
    const verdict = judge({ changes: { ...broken['BR-02'], ...broken['BR-03'] } });

    const complaints = invoiceChecks.filter(({ id }) => ['BR-02', 'BR-03'].includes(id)).map(complaintOf);
    assert.deepEqual(verdict, { stare: 'nok', errors: complaints });
  });
});
