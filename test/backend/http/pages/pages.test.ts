import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales } from 'spv-authorize/catalogue';
import { failureCodes } from 'spv-authorize/contract';
import { noticePage } from 'spv-authorize-backend/internal/http/pages/notice-page.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { resultPage } from 'spv-authorize-backend/internal/http/pages/result-page.ts';
import { html } from 'spv-authorize-backend/internal/markup/html.ts';

const application = { name: '<b>Facturi & Co</b>', services: ['e-factura' as const] };
const attempt = {
  id: 'a1',
  openingId: '0123456789abcdef',
  mode: 'window' as const,
  returnUrl: null,
  origin: 'http://localhost:4000',
  company: { id: 'c1', name: '"><script>alert(1)</script>', taxId: '90123459' },
};

describe('html', () => {
  it('the html template escapes values and keeps nested templates as markup', () => {
    const inner = html`<b>${'<&"\'>'}</b>`;

    assert.equal(
      String(html`<p title="${'"x"'}">${inner}${[inner]}${undefined}${3}</p>`),
      ['<p title="&quot;x&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b><b>&lt;&amp;&quot;&#39;&gt;</b>3</p>'].join(''),
    );
  });
});

describe('the pages', () => {
  for (const locale of catalogueLocales) {
    const context = pageContext(locale, application);

    for (const code of failureCodes) {
      it(`the result page explains ${code} with a heading, steps and the code for support (${locale})`, () => {
        const failure = { code, evidence: {}, reference: '7F3K9Z' };

        const page = resultPage(context, { kind: 'failed', attempt, failure }, false);

        assert.match(page, /<h1>[^<]+<\/h1>/);
        assert.match(page, /<ol><li>/);
        assert.match(page, /7F3K9Z/);
      });
    }

    it(`every explained cause of the result page leads to its section of the help, if there is one (${locale})`, () => {
      const failure = { code: 'access-denied' as const, evidence: {}, reference: 'X' };
      const withHelp = pageContext(locale, { ...application, helpUrl: 'https://app.example.ro/spv/help' });

      const linksOf = (page: string) => [...page.matchAll(/href="([^"]+#[^"]+)"/g)].map(([, address]) => address);

      assert.deepEqual(linksOf(resultPage(context, { kind: 'failed', attempt, failure }, false)), []);
      const causes = ['no-certificate-chosen', 'token-not-inserted', 'wrong-pin', 'certificate-not-enrolled'];
      assert.deepEqual(
        linksOf(resultPage(withHelp, { kind: 'failed', attempt, failure }, false)).toSorted(),
        causes.map((cause) => `https://app.example.ro/spv/help/${locale}#${cause}`).toSorted(),
      );
    });

    it(`the pages show names as text, never as markup (${locale})`, () => {
      const pages = [
        ...(['succeeded', 'kept', 'already-done', 'ended'] as const).map((kind) =>
          resultPage(context, { kind, attempt }, true),
        ),
        noticePage(context, 'failed', '"><script>alert(2)</script>'),
      ];

      for (const page of pages) {
        assert.ok(!page.includes('<script>alert'));
        assert.ok(!page.includes('<b>Facturi'));
      }
    });

    it(`the result page mentions a running authorization only if there is one (${locale})`, () => {
      const failure = { code: 'access-denied' as const, evidence: {}, reference: 'X' };
      const { stillActive } = context.text.result;

      const pageOf = (isRunning: boolean) => resultPage(context, { kind: 'failed', attempt, failure }, isRunning);

      assert.ok(!pageOf(false).includes(stillActive));
      assert.ok(pageOf(true).includes(stillActive));
    });
  }
});
