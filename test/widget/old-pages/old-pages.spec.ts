import { assert } from '../support/assert.ts';
import { describe, it } from '../support/mocha.ts';

/** Bundles that are deployed on somebody's page. A new one is added when the contract gets new values. */
const bundles = ['2026-11.min.js'];

interface Report {
  readonly text: string;
  readonly buttons: number;
}

describe('pages that were deployed before the backend', () => {
  for (const bundle of bundles) {
    it(`the element of ${bundle} offers to authorize although the backend has new capabilities`, async () => {
      const { text, buttons } = await reportOf(bundle, 'none');

      assert.includes(text, 'Autorizare pentru e-Factura în SPV');
      assert.equal(buttons > 0, true);
    });

    it(`the element of ${bundle} has general words for a status that it does not know`, async () => {
      const { text } = await reportOf(bundle, 'paused');

      assert.includes(text, 'Necunoscută');
      assert.includes(text, 'Drepturi pentru CUI 12345674: da');
    });
  }
});

async function reportOf(bundle: string, status: string): Promise<Report> {
  const frame = document.createElement('iframe');
  const address = new URLSearchParams({ bundle: `/test/widget/old-pages/${bundle}`, status });
  frame.src = `/test/widget/old-pages/old-page.html#${address}`;
  const reported = new Promise<Report>((resolve) => {
    window.addEventListener('message', ({ source, data }) => source === frame.contentWindow && resolve(data));
  });
  document.body.append(frame);
  const report = await reported;
  frame.remove();
  return report;
}
