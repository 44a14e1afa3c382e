import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { authorizeUrl, startMock } from '../../support/login.ts';
import { visitByNode } from '../../support/tls-clients.ts';

/** Presses the button of the page: posts its form, and presents a certificate on request. */
async function press(mock: MockAnaf, origin: string, cookie: string): Promise<IncomingMessage> {
  const persona = mock.personas.find(({ name }) => name === 'accountant');
  const form = 'vhost=standard';
  const outgoing = request(`${origin}/my.policy`, {
    method: 'POST',
    agent: false,
    ca: mock.caPem,
    cert: persona?.certificatePem(),
    key: persona?.privateKeyPem(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length },
  });
  outgoing.end(form);
  const [response] = await once(outgoing, 'response');
  response.resume();
  return response;
}

async function newSessionCookie(mock: MockAnaf, origin: string): Promise<string> {
  const answer = await visitByNode({
    url: new URL(authorizeUrl(origin)),
    cookie: '',
    caPem: mock.caPem,
    identity: undefined,
  });
  return answer.cookies.map((line) => line.split(';')[0]).join('; ');
}

describe('the switch loginPage', () => {
  for (const door of ['login', 'loginAtHandshake'] as const) {
    it(`"Pagina login" is shown at the door ${door}, and its button "Prezentare certificat" requests the certificate`, async () => {
      await using mock = await startMock({ switches: { loginPage: 'button' } });
      const origin = mock.urls[door];
      const cookie = await newSessionCookie(mock, origin);

      const url = new URL(`${origin}/my.policy`);
      const page = await visitByNode({ url, cookie, caPem: mock.caPem, identity: undefined });
      const pressed = await press(mock, origin, cookie);

      assert.match(page.body, /<title>Pagina login<\/title>/);
      assert.match(
        page.body,
        /<form method="post" action="\/my\.policy"><input type="hidden" name="vhost" value="standard"><button type="submit">Prezentare certificat<\/button>/,
      );
      assert.match(pressed.headers.location ?? '', /^\/my\.policy_nonce\?nonce=/);
      assert.equal(mock.journal.entries({ reason: 'the certificate was accepted' })[0]?.about.persona, 'accountant');
    });
  }

  it('a POST to /my.policy is redirected while the switch loginPage has its default value', async () => {
    await using mock = await startMock();
    const origin = mock.urls.login;

    const pressed = await press(mock, origin, await newSessionCookie(mock, origin));

    assert.equal(pressed.headers.location, '/my.policy');
  });
});
