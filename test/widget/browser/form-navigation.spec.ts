import { openIn } from 'spv-authorize/internal/browser/form-navigation.ts';
import type { Echo } from '../../support/form-echo.ts';
import { assert } from '../support/assert.ts';
import { describe, it } from '../support/mocha.ts';

/** Another site than the tests: `localhost` instead of `127.0.0.1`. */
const echoUrl = `http://localhost:${location.port}/form-echo`;

type Report = Echo & { readonly entries: number };

interface HostPage {
  /** `later`: in a window that was opened a moment before. */
  readonly place: 'tab' | 'window' | 'later';
  readonly url?: string;
  /** Markup of the page's head. */
  readonly head?: string;
}

describe('openIn, by a form', () => {
  for (const place of ['tab', 'window', 'later'] as const) {
    it(`the server learns the origin of the page by a form (${place})`, async () => {
      const { method, origin } = await reportOf({ place });

      assert.deepEqual([method, origin], ['POST', location.origin]);
    });

    it(`an address is opened without a form where the policy of the page blocks forms (${place})`, async () => {
      const head = `<meta http-equiv="Content-Security-Policy" content="form-action 'self'">`;

      const { method, origin } = await reportOf({ place, head });

      assert.deepEqual([method, origin], ['GET', '']);
    });

    it(`a form is sent where the policy of the page allows forms to the server only (${place})`, async () => {
      const head = `<meta http-equiv="Content-Security-Policy" content="form-action ${new URL(echoUrl).origin}">`;

      const { query } = await reportOf({ place, head, url: `${echoUrl}?next=proof` });

      assert.equal(query, 'proof');
    });
  }

  it('the form replaces the empty page of a window, so that no step back leads there', async () => {
    const { entries } = await reportOf({ place: 'later' });

    assert.equal(entries, 1);
  });

  for (const policy of ['no-referrer', 'same-origin']) {
    it(`a window’s form has the origin of a page with the referrer policy ${policy}`, async () => {
      const head = `<meta name="referrer" content="${policy}">`;

      const { method, origin } = await reportOf({ place: 'later', head });

      assert.deepEqual([method, origin], ['POST', location.origin]);
    });

    it(`a form in this tab hides the origin of a page with the referrer policy ${policy}`, async () => {
      const head = `<meta name="referrer" content="${policy}">`;

      const { method, origin } = await reportOf({ place: 'tab', head });

      assert.deepEqual([method, origin], ['POST', 'null']);
    });
  }

  it('a form opens in this tab although the page has a base target', async () => {
    const { method } = await reportOf({ place: 'tab', head: '<base target="_blank">' });

    assert.equal(method, 'POST');
  });

  it('the redirect after a form carries the cookies that the form itself lacks', async () => {
    await reportOf({ place: 'window' });

    const form = await reportOf({ place: 'window' });
    const redirected = await reportOf({ place: 'window', url: `${echoUrl}?next=proof` });

    assert.deepEqual([form.cookie, redirected.cookie], ['', 'echo=1']);
    assert.equal(redirected.method, 'GET');
  });

  it('a window that already shows another site is navigated without a form', async () => {
    const addresses: string[] = [];
    const foreign = {
      get document(): never {
        throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
      },
      location: { assign: (url: string) => addresses.push(url) },
    };

    // Only the two members are used.
    openIn(foreign as unknown as Window, echoUrl, true);

    assert.deepEqual(addresses, [echoUrl]);
  });
});

/** The request that opening the address led to. */
async function reportOf({ place, url = echoUrl, head = '' }: HostPage): Promise<Report> {
  const frame = document.createElement('iframe');
  frame.name = String(new URLSearchParams({ place, url }));
  frame.srcdoc = `<!doctype html><html lang="ro"><head>${head}
    <script type="module" src="/test/widget/browser/opening-page.ts"></script></head><body></body></html>`;
  const reported = new Promise<Report>((resolve) => {
    window.addEventListener('message', ({ source, data }) => source === frame.contentWindow && resolve(data));
  });
  document.body.append(frame);
  const report = await reported;
  frame.remove();
  return report;
}
