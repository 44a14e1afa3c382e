import { assert } from './support/assert.ts';
import { describe, it } from './support/mocha.ts';

const policy = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  `connect-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** What `support/strict-page.ts` reports from inside the frame. */
interface Report {
  readonly heading: string;
  readonly borderTopLeftRadius: string;
  readonly violations: readonly string[];
}

describe('<spv-authorize>, on a page with a strict CSP', () => {
  it('the element works with its styles on a page with a strict CSP, without a violation', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="ro"><head>
      <meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module" src="/test/widget/support/strict-page.ts"></script></head><body></body></html>`;
    const reported = new Promise<Report>((resolve) => {
      window.addEventListener('message', ({ source, data }) => source === frame.contentWindow && resolve(data));
    });

    document.body.append(frame);
    const { heading, violations, borderTopLeftRadius } = await reported;
    frame.remove();

    assert.equal(heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(borderTopLeftRadius, '10px');
    assert.deepEqual(violations, ['img-src of strict-page.ts']);
  });
});
