import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorMessageOf } from 'mock-anaf/internal/anaf/efactura/checks/invoice-check.ts';
import { invoiceChecks } from 'mock-anaf/internal/anaf/efactura/checks/invoice-checks.ts';
import { judgeInvoice } from 'mock-anaf/internal/anaf/efactura/judgement/judge-invoice.ts';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { beta, exemplu, type InvoiceParts, invoice } from '../../../support/invoice.ts';
import { brokenHeaders } from './broken-headers.ts';
import { brokenLines } from './broken-lines.ts';
import { brokenParties } from './broken-parties.ts';
import { brokenRules } from './broken-rules.ts';
import { brokenSizes } from './broken-sizes.ts';
import { brokenTotals } from './broken-totals.ts';
import { sampleLine } from './changes.ts';
import { withRightNeighbours } from './right-neighbours.ts';
import { specialInvoices } from './special-invoices.ts';

const broken = { ...brokenHeaders, ...brokenParties, ...brokenLines, ...brokenTotals, ...brokenSizes };

/** Rules that an invoice no longer breaks when it gets another line or another VAT group. */
const endedByNeighbours = ['BR-16', 'BR-CO-18', 'BR-CO-26'];

function judge(parts: InvoiceParts = {}) {
  return judgeInvoice(readXmlDocument(Buffer.from(invoice(parts))), [exemplu, beta]);
}

describe('the table of checks', () => {
  it('the table of checks has no duplicate rule', () => {
    const ids = invoiceChecks.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
  });

  it('every rule that the tests break is in the table of checks', () => {
    const ids = new Set(invoiceChecks.map(({ id }) => id));

    assert.deepEqual(
      Object.keys(broken).filter((id) => !ids.has(id)),
      [],
    );
  });

  for (const check of invoiceChecks) {
    it(`an invoice that breaks ${check.id} gets only the error message of this rule: ${check.english}`, () => {
      const changes = broken[check.id];

      assert.ok(changes, `no sample breaks ${check.id}`);
      assert.deepEqual(judge({ changes }), { stare: 'nok', errors: [errorMessageOf(check)] });
    });
  }

  it('an invoice with more than one of everything breaks no rule', () => {
    assert.deepEqual(brokenRules(withRightNeighbours(invoice())), []);
  });

  for (const { id } of invoiceChecks.filter(({ id }) => !endedByNeighbours.includes(id))) {
    it(`an invoice that breaks ${id} breaks it as well when it has more lines, periods and groups that are correct`, () => {
      const changes = broken[id];

      assert.ok(changes);
      assert.deepEqual(brokenRules(withRightNeighbours(invoice({ changes }))), [id]);
    });
  }

  for (const [id, changes] of Object.entries(broken).filter(([id]) => /^BR-RO-L/.test(id))) {
    it(`a text that is exactly as long as ${id} allows breaks no rule`, () => {
      const oneLess = Object.fromEntries(
        Object.entries(changes).map(([from, to]) => [from, to.replace(/x{20,}/, (run) => run.slice(1))]),
      );

      assert.notDeepEqual(oneLess, changes);
      assert.deepEqual(brokenRules(invoice({ changes: oneLess })), []);
    });
  }

  it('an invoice with 999 lines breaks no rule', () => {
    const zero = sampleLine.replaceAll('100.00', '0.00');

    assert.deepEqual(brokenRules(invoice({ changes: { [sampleLine]: sampleLine + zero.repeat(998) } })), []);
  });

  for (const [title, changes, rules = [], root = 'Invoice'] of specialInvoices) {
    it(`an invoice that ${title} breaks ${rules.join(' and ') || 'no rule'}`, () => {
      const xml = invoice({ changes, root });

      assert.notEqual(xml, invoice({ root }));
      assert.deepEqual(brokenRules(xml), rules);
    });
  }

  it('an invoice without parties and totals breaks the rules that require them', () => {
    const xml = invoice().replaceAll(/<cac:(Accounting\w+Party|LegalMonetaryTotal)>[\s\S]*<\/cac:\1>/g, '');

    assert.deepEqual(brokenRules(xml), [
      ...['BR-06', 'BR-08', 'BR-07', 'BR-10', 'BR-RO-065', 'BR-RO-120', 'BR-12', 'BR-13', 'BR-14', 'BR-15'],
    ]);
  });

  it('an invoice of a seller that ANAF does not know breaks R6.1', () => {
    assert.deepEqual(judge({ seller: '6443019833' }), {
      stare: 'nok',
      errors: [
        'E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833',
      ],
    });
  });

  it('an invoice that breaks two rules gets both error messages', () => {
    const verdict = judge({ changes: { ...broken['BR-02'], ...broken['BR-03'] } });

    const errors = invoiceChecks.filter(({ id }) => ['BR-02', 'BR-03'].includes(id)).map(errorMessageOf);
    assert.deepEqual(verdict, { stare: 'nok', errors });
  });
});
