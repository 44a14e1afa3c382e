import { MemoryAdapter, SpvAuthorize } from 'spv-authorize/define';
import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { assert } from './support/assert.ts';
import { afterEach, beforeEach, describe, it } from './support/mocha.ts';
import { settled } from './support/settled.ts';
import { shadowText } from './support/text.ts';
import { until } from './support/until.ts';
import { Waits } from './support/waits.ts';

describe('<spv-authorize>, attributes', () => {
  const { fetch: realFetch } = globalThis;
  const { warn: realWarn } = console;
  let warnings: string[] = [];
  let waits: Waits;

  beforeEach(() => {
    waits = new Waits();
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });

  afterEach(() => {
    waits.restore();
    globalThis.fetch = realFetch;
    console.warn = realWarn;
    for (const element of document.querySelectorAll('spv-authorize, spv-early')) element.remove();
  });

  async function withAttributes(attributes: Record<string, string>): Promise<SpvAuthorize> {
    const element = document.createElement('spv-authorize');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    await settled(element);
    return element;
  }

  it('two attributes are enough: the element asks the host for a session and the backend for the status', async () => {
    const seen: string[] = [];
    globalThis.fetch = async (input, init = {}) => {
      const url = String(input);
      seen.push(`${init.method} ${url} ${new Headers(init.headers).get('Authorization')} ${init.credentials}`);
      const session = { session: 'signed.jwt.here', expiresAt: exampleAnswer.now + 600 };
      return Response.json(url.endsWith('/spv-session') ? session : exampleAnswer);
    };

    const element = await withAttributes({
      lang: 'en',
      'backend-url': 'https://spv.example/app',
      'session-url': '/spv-session',
    });
    const text = 'Required before FacturaApp can send and fetch';
    await until(() => shadowText(element).includes(text), 'the first screen is shown');

    assert.deepEqual(seen, [
      `POST ${location.origin}/spv-session null same-origin`,
      'GET https://spv.example/app/v1/authorization Bearer signed.jwt.here omit',
    ]);
  });

  it('a missing attribute is reported on the page, and once in the console', async () => {
    const element = await withAttributes({ 'backend-url': '/spv', lang: 'ro' });
    element.setAttribute('backend-url', '/other');
    await settled(element);

    assert.includes(shadowText(element), 'session-url');
    assert.equal(warnings.length, 1);
    assert.includes(warnings[0], 'session-url="/spv-session"');
  });

  it('an element without any configuration is reported after two seconds', async () => {
    const element = await withAttributes({ lang: 'ro' });
    assert.deepEqual(warnings, []);

    waits.end(2000);
    await settled(element);

    assert.includes(shadowText(element), 'Elementul nu este configurat');
    assert.includes(warnings[0], 'backend-url="https://spv.example.ro" session-url="/spv-session"');
  });

  it('an adapter that is set within two seconds is in time', async () => {
    const element = await withAttributes({ lang: 'ro' });
    element.adapter = new MemoryAdapter();
    await settled(element);

    waits.end(2000);
    await settled(element);

    assert.includes(shadowText(element), 'Autorizare pentru e-Factura în SPV');
    assert.deepEqual(warnings, []);
  });

  it('a corrected attribute is accepted at once', async () => {
    const element = await withAttributes({ presentation: 'popup', lang: 'ro' });
    element.adapter = new MemoryAdapter();
    await settled(element);
    assert.includes(shadowText(element), 'presentation');

    element.setAttribute('presentation', 'panel');
    await settled(element);

    assert.includes(shadowText(element), 'Autorizare pentru e-Factura în SPV');
  });

  it('properties that were set before the element was defined are used', async () => {
    const early = document.createElement('spv-early');
    Object.assign(early, { adapter: new MemoryAdapter(), lang: 'en' });
    document.body.append(early);
    const { define } = await import('spv-authorize/define');

    define('spv-early');

    await until(() => shadowText(early).includes('e-Factura authorization in SPV'), 'the first screen is shown');
  });

  it('define() keeps the first registration of the name', async () => {
    const { define } = await import('spv-authorize/define');

    define();

    assert.equal(customElements.get('spv-authorize'), SpvAuthorize);
  });
});
