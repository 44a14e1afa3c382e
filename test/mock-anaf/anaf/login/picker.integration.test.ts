import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { authorizeUrl, outcomeOf, startMock } from '../../support/login.ts';

interface Tab {
  readonly page: string;
  post(fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** Opens the picker in a tab of a browser with this cookie jar. */
async function openTab(
  mock: MockAnaf,
  jar: Map<string, string>,
  headers: Readonly<Record<string, string>> = {},
  state = 'a state',
): Promise<Tab> {
  const visit = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(path, { ...init, headers: { ...headers, cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    return response;
  };
  await visit(authorizeUrl(mock.urls.picker, { state }));
  const page = await (await visit(`${mock.urls.picker}/my.policy`)).text();
  const session = /name="session" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
  const post = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ session, ...fields });
    let response = await visit(`${mock.urls.picker}/my.policy`, { method: 'POST', body });
    for (let next = response.headers.get('location'); next?.startsWith('/'); next = response.headers.get('location')) {
      response = await visit(mock.urls.picker + next);
    }
    return response;
  };
  return { page, post };
}

describe('the picker', () => {
  it('the picker lists every person with issuer and serial number, and says that it is a simulation', async () => {
    await using mock = await startMock();

    const { page } = await openTab(mock, new Map());

    assert.match(page, /<html lang="ro">/);
    assert.match(page, /Simulare/);
    for (const persona of mock.personas) assert.ok(page.includes(`value="${persona.name}"`), persona.name);
    assert.ok(page.includes(mock.personas[0]?.serial.slice(0, 11) ?? '?'));
  });

  it('the picker is in English for a browser that prefers it', async () => {
    await using mock = await startMock();

    const { page } = await openTab(mock, new Map(), { 'accept-language': 'en-GB,en;q=0.9,ro;q=0.1' });

    assert.match(page, /<html lang="en">[\s\S]*Select a certificate/);
  });

  it('the picker loads no external resource and needs no script', async () => {
    await using mock = await startMock();
    const first = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');

    const response = await fetch(`${mock.urls.picker}/my.policy`, { headers: { cookie } });

    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'$/);
    assert.doesNotMatch(await response.text(), /<script|src=|https?:\/\//);
  });

  it('the picker asks for the PIN again after a wrong one, and then accepts the correct one', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());
    await tab.post({ act: 'choose', persona: 'administrator' });

    const wrong = await (await tab.post({ act: 'pin', persona: 'administrator', pin: '0000' })).text();
    const right = await tab.post({ act: 'pin', persona: 'administrator', pin: '1234' });

    assert.match(wrong, /role="alert">PIN greșit\. Au mai rămas 2 încercări\./);
    assert.match(right.headers.get('location') ?? '', /[?&]code=[0-9a-f]{64}/);
  });

  it('after three wrong PINs the token is locked, and even the correct PIN is refused', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());
    for (const pin of ['1', '2', '3']) await tab.post({ act: 'pin', persona: 'administrator', pin });

    const locked = await (await tab.post({ act: 'pin', persona: 'administrator', pin: '1234' })).text();
    const end = await tab.post({ act: 'cancel' });

    assert.match(locked, /Tokenul s-a blocat/);
    assert.match(end.headers.get('location') ?? '', /[?&]error=access_denied/);
  });

  for (const act of ['cancel', 'wrong-pin', 'unplug'] as const) {
    it(`the picker ends in access_denied after the act ${act}`, async () => {
      await using mock = await startMock();

      const outcome = await outcomeOf(mock, { persona: 'administrator', act });

      assert.deepEqual(outcome, { error: 'access_denied', state: 'a state' });
    });
  }

  it('the picker lists no certificate while the token is unplugged, and all of them afterwards', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());

    const out = await (await tab.post({ act: 'unplug' })).text();
    const back = await (await tab.post({ act: 'plug' })).text();

    assert.doesNotMatch(out, /name="persona"/);
    assert.match(out, /Browserul nu vede niciun certificat/);
    assert.match(back, /name="persona"/);
  });

  it('two tabs of one browser keep their own login sessions', async () => {
    await using mock = await startMock();
    const jar = new Map<string, string>();
    const first = await openTab(mock, jar, {}, 'first');
    const second = await openTab(mock, jar, {}, 'second');

    const firstEnd = await first.post({ act: 'pin', persona: 'administrator', pin: '1234' });
    const secondEnd = await second.post({ act: 'cancel' });

    assert.match(firstEnd.headers.get('location') ?? '', /code=[0-9a-f]{64}&state=first$/);
    assert.match(secondEnd.headers.get('location') ?? '', /error=access_denied&state=second$/);
  });

  it('a form without a session, or of an ended session, is answered with "Your session is finished"', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());
    await tab.post({ act: 'cancel' });

    const over = await (await tab.post({ act: 'pin', persona: 'administrator', pin: '1234' })).text();
    const never = await (await tab.post({ session: 'x', act: 'cancel' })).text();

    for (const page of [over, never]) assert.match(page, /Your session is finished/);
  });

  it('an invalid form is answered with the list of certificates', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());

    for (const fields of [{}, { act: 'fly' }, { act: 'choose' }, { act: 'pin', persona: 'nobody' }] as Record<
      string,
      string
    >[]) {
      assert.match(await (await tab.post(fields)).text(), /name="persona"/);
    }
  });

  it('a login session ends after ten minutes of inactivity', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());
    mock.clock.advance(601);

    const late = await (await tab.post({ act: 'cancel' })).text();

    assert.match(late, /Your session is finished/);
  });

  it('a form that is much too long is answered with the page of the firewall', async () => {
    await using mock = await startMock();
    const tab = await openTab(mock, new Map());

    const answer = await tab.post({ act: 'pin', pin: '1'.repeat(70_000) });

    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Request Rejected/);
  });
});
