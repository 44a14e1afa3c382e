import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { receiptPage } from 'spv-authorize-backend/internal/http/pages/link/receipt-page.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { headingOf } from '../../../support/authorize.ts';
import { application, certificate, company, resultPlace } from './examples.ts';

const context = pageContext('ro', application);
const { signal, otherLanguage } = resultPlace;
const shown = { signal, otherLanguage };
const withdrawUrl = 'https://app.example/spv/w/secret-of-the-receipt';
const receipt = {
  company,
  certificate,
  authorizedAt: Date.UTC(2026, 10, 24, 14, 30) / 1000,
  reauthorizeBy: Date.UTC(2027, 10, 24, 14, 30) / 1000,
};

describe('the receipt', () => {
  it('the receipt names company, application, service, certificate, and both dates', () => {
    const page = receiptPage(context, { ...receipt, withdrawUrl }, shown);

    assert.equal(headingOf(page), 'Gata, Exemplu SRL este autorizată');
    assert.match(page, /Mulțumim\. Exemplu SRL a fost anunțată; poți închide pagina\./);
    const expected = ['CUI 12345678', 'FacturaApp', 'doar pentru e-Factura', 'certSIGN, seria 20061A'];
    for (const fact of [...expected, '24.11.2026, 16:30', '24.11.2027']) assert.ok(page.includes(fact), fact);
  });

  it('the receipt shows the personal address to copy and as a link', () => {
    const page = receiptPage(context, { ...receipt, withdrawUrl }, shown);

    assert.ok(page.includes(`<code class="address">${withdrawUrl}</code>`));
    assert.ok(page.includes(`<a href="${withdrawUrl}">Retrage accesul</a>`));
  });

  it('a receipt that is shown again says that the personal address was shown before', () => {
    const page = receiptPage(context, receipt, shown);

    assert.match(page, /a fost arătată la prima afișare/);
    assert.doesNotMatch(page, /class="address"/);
  });

  it('the receipt offers to mail itself only where e-mail is configured', () => {
    const mailUrl = 'https://app.example/spv/receipt?opening=0123456789abcdef';

    assert.ok(
      receiptPage(context, { ...receipt, mailUrl }, shown).includes(`<form method="post" action="${mailUrl}">`),
    );
    assert.doesNotMatch(receiptPage(context, receipt, shown), /<form/);
  });

  it('the receipt stays open: its script does not close the window', () => {
    assert.doesNotMatch(receiptPage(context, { ...receipt, withdrawUrl }, shown), /data-succeeded/);
  });
});
