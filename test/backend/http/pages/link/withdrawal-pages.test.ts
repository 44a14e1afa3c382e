import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  unknownWithdrawalPage,
  withdrawalPage,
  withdrawnPage,
} from 'spv-authorize-backend/internal/http/pages/link/withdrawal-pages.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { headingOf } from '../../../support/authorize.ts';
import { application, certificate, company, previewIn } from './examples.ts';

const context = pageContext('ro', application);
const withdrawable = { company, certificate, authorizedAt: Date.UTC(2026, 10, 24, 14, 30) / 1000 };

describe('the pages of a withdrawal', () => {
  it('the page before a withdrawal says what ends, that ANAF has no revocation, and that the company is told', () => {
    const page = withdrawalPage(context, withdrawable);

    assert.equal(headingOf(page), 'Retragi accesul pentru Exemplu SRL?');
    assert.match(page, /nu mai poate trimite și prelua facturi pentru Exemplu SRL/);
    assert.match(page, /ANAF nu are o retragere care să funcționeze/);
    assert.match(page, /Exemplu SRL este anunțată/);
    assert.match(page, /certSIGN, seria 20061A/);
    assert.match(page, /<form method="post"><button class="button danger">/);
  });

  it('tab and preview of the withdrawal do not name the company', () => {
    const preview = previewIn(withdrawalPage(context, withdrawable));

    assert.match(preview, /FacturaApp/);
    assert.ok(!preview.includes(company.name) && !preview.includes(company.taxId));
  });

  it('the page after a withdrawal says what happened and asks for nothing more', () => {
    const page = withdrawnPage(context, company);

    assert.equal(headingOf(page), 'Accesul a fost retras');
    assert.match(page, /Autorizarea pentru Exemplu SRL a fost ștearsă din FacturaApp/);
    assert.doesNotMatch(page, /<form|<button/);
  });

  it('an address that withdraws nothing shows a page without a form', () => {
    const page = unknownWithdrawalPage(context);

    assert.equal(headingOf(page), 'Adresa nu este valabilă');
    assert.doesNotMatch(page, /<form|<button/);
  });
});
