import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales } from 'spv-authorize/catalogue';
import {
  declinedPage,
  declinePage,
  linkEndPage,
} from 'spv-authorize-backend/internal/http/pages/link/decline-pages.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { headingOf } from '../../../support/authorize.ts';
import { address, application, invitation } from './examples.ts';

const linkEnds = ['unknown', 'used', 'expired', 'cancelled', 'declined'] as const;

describe('the pages of a declined or ended link', () => {
  it('the page before declining names the company, declines by a form and leads back to the request', () => {
    const page = declinePage(pageContext('ro', application), invitation, address);

    assert.equal(headingOf(page), 'Nu te ocupi de Exemplu SRL?');
    assert.match(page, /<form method="post"><button class="button">/);
    assert.ok(page.includes(`href="${address}"`));
  });

  for (const locale of catalogueLocales) {
    const context = pageContext(locale, application);

    it(`every end of a link has a heading of its own (${locale})`, () => {
      const headings = linkEnds.map((end) => headingOf(linkEndPage(context, end)));

      assert.equal(new Set(headings).size, linkEnds.length);
    });

    it(`the pages of an ended link can be read in the other language, and name the application (${locale})`, () => {
      for (const page of linkEnds.map((end) => linkEndPage(context, end))) {
        assert.match(page, new RegExp(`href="\\?lang=${locale === 'ro' ? 'en' : 'ro'}"`));
        assert.match(page, /FacturaApp/);
      }
    });

    it(`the answer to a declined link says that nothing was authorized (${locale})`, () => {
      assert.match(declinedPage(context), locale === 'ro' ? /Nu s-a autorizat nimic/ : /Nothing was authorized/);
    });
  }
});
