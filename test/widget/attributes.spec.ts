import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import 'spv-authorize/define';
import { assert } from './support/assert.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { until } from './support/until.ts';

describe('<spv-authorize backend-url session-url>', () => {
  const { fetch: realFetch } = globalThis;

  afterEach(() => {
    globalThis.fetch = realFetch;
    for (const element of document.querySelectorAll('spv-authorize')) element.remove();
  });

  it('asks the host for a session and the backend for the status, with no script of the page', async () => {
    const seen: string[] = [];
    globalThis.fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      seen.push(`${init?.method} ${String(input)} ${headers.get('Authorization') ?? init?.credentials}`);
      const session = { session: 'signed.jwt.here', expiresAt: exampleAnswer.now + 600 };
      return Response.json(String(input).endsWith('/spv-session') ? session : exampleAnswer);
    };

    document.body.insertAdjacentHTML(
      'beforeend',
      '<spv-authorize lang="en" backend-url="https://spv.example/app" session-url="/spv-session"></spv-authorize>',
    );
    const element = document.querySelector('spv-authorize');
    const isShown = () => element?.shadowRoot?.textContent?.includes('Required before FacturaApp can send and fetch');
    await until(() => isShown() === true, 'the first screen is shown');

    assert.deepEqual(seen, [
      `POST ${location.origin}/spv-session same-origin`,
      'GET https://spv.example/app/v1/authorization Bearer signed.jwt.here',
    ]);
  });
});
