import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales } from 'spv-authorize/catalogue';
import { landingPage } from 'spv-authorize-backend/internal/http/pages/link/landing-page.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { headingOf } from '../../../support/authorize.ts';
import { address, application, company, invitation, previewIn } from './examples.ts';

const place = { address, loginHost: 'logincert.anaf.ro', isPhone: false };
const inRomanian = pageContext('ro', application);

describe('the landing page of a link', () => {
  it('the landing page says who asks, from which account, for which company, and until when the link is valid', () => {
    const page = landingPage(inRomanian, invitation, place);

    assert.equal(headingOf(page), 'Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL');
    assert.match(page, /din contul Pop Consulting \(FacturaApp\)/);
    assert.match(page, /CUI 12345678/);
    assert.match(page, /Link valabil până la 01\.12\.2026, 14:00/);
  });

  it('the landing page names the application when the host gave no name of the person who asks', () => {
    const page = landingPage(inRomanian, { ...invitation, requester: undefined, account: undefined }, place);

    assert.equal(headingOf(page), 'FacturaApp îți cere să autorizezi e-Factura pentru Exemplu SRL');
    assert.doesNotMatch(page, /din contul/);
  });

  it('the landing page names the server that its button opens', () => {
    assert.match(landingPage(inRomanian, invitation, place), /Se deschide logincert\.anaf\.ro/);
  });

  it('the landing page leads to ANAF by a form and never by a link', () => {
    const page = landingPage(inRomanian, invitation, place);

    assert.match(page, /<form method="post"><button class="button">Continuă la ANAF<\/button><\/form>/);
    assert.doesNotMatch(page, /href="[^"]*anaf\.ro/);
  });

  it('the landing page shows its own address to copy, as text and as a QR code', () => {
    const page = landingPage(inRomanian, invitation, place);

    assert.ok(page.includes(`<code class="address">${address}</code>`));
    assert.match(page, /<svg class="qr"/);
  });

  it('on a phone the first button mails the link, and the button to ANAF is folded away', () => {
    const page = landingPage(inRomanian, invitation, { ...place, isPhone: true });

    const [before, folded] = page.split('<details>').map((part) => part.includes('Continuă la ANAF'));
    assert.equal(before, false);
    assert.equal(folded, false);
    assert.ok(page.includes(`href="mailto:?subject=Link%20pentru%20autorizare%20%C3%AEn%20FacturaApp&amp;body=`));
    assert.ok(page.includes(encodeURIComponent(address)));
    assert.match(page, /<form method="post"><button class="secondary">Continuă la ANAF/);
  });

  for (const locale of catalogueLocales) {
    it(`tab and preview of the landing page name the application, and neither company nor requester (${locale})`, () => {
      const preview = previewIn(landingPage(pageContext(locale, application), invitation, place));

      assert.match(preview, /<title>[^<]*FacturaApp<\/title>/);
      assert.match(preview, /<meta property="og:title" content="[^"]+e-Factura"/);
      assert.match(preview, /<meta property="og:site_name" content="FacturaApp"/);
      assert.match(preview, /<meta property="og:description" content="[^"]*FacturaApp/);
      assert.match(preview, /<meta property="og:image" content="https:\/\/app\.example\/logo\.png"/);
      for (const secret of [company.name, company.taxId, 'Maria', 'Consulting', address]) {
        assert.ok(!preview.includes(secret), secret);
      }
    });

    it(`names with markup are shown as text on the landing page (${locale})`, () => {
      const name = '"><script>alert(1)</script>';
      const hostile = { ...invitation, requester: name, account: name, company: { name, taxId: '1' } };

      for (const isPhone of [false, true]) {
        const page = landingPage(pageContext(locale, application), hostile, { ...place, isPhone });
        assert.ok(!page.includes('<script'));
      }
    });
  }

  it('a name cannot reorder the sentence that it stands in', () => {
    const reordering = { ...invitation, requester: '\u202Eשלום', account: '\u202Ecabinet' };
    const page = landingPage(inRomanian, reordering, place);

    assert.match(headingOf(page), /^\u2068שלום\u2069 îți cere/);
    assert.match(page, /din contul cabinet \(FacturaApp\)/);
    assert.ok(!page.includes('\u202E'));
  });
});
