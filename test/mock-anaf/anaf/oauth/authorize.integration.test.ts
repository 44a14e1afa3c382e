import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessTokenOf, authorizeUrl, claimsOf, clientId, outcomeOf, startMock } from '../../support/login.ts';
import { visitByNode } from '../../support/tls-clients.ts';

describe('the authorization endpoint', () => {
  for (const [name, changes, reason] of [
    ['an unknown client', { client_id: 'f'.repeat(48) }, 'unknown client_id'],
    ['no client', { client_id: undefined }, 'unknown client_id'],
    [
      'a foreign redirect_uri',
      { redirect_uri: 'https://evil.example/' },
      'redirect_uri is not one of the registered addresses',
    ],
    [
      'a redirect_uri with one slash more',
      { redirect_uri: 'http://localhost:4001/callback/' },
      'redirect_uri is not one of the registered addresses',
    ],
    ['no redirect_uri', { redirect_uri: undefined }, 'redirect_uri is not one of the registered addresses'],
  ] as const) {
    it(`an authorization request with ${name} is answered with a page and not redirected`, async () => {
      await using mock = await startMock();

      const response = await fetch(authorizeUrl(mock.urls.picker, changes), { redirect: 'manual' });

      assert.equal(response.status, 400);
      assert.equal(response.headers.get('location'), null);
      assert.match(await response.text(), /Access was denied/);
      assert.equal(mock.journal.entries().at(-1)?.reason, reason);
    });
  }

  it('a registered http redirect_uri is refused when the picker is closed', async () => {
    await using mock = await startMock({ picker: false, clients: [] });
    const redirectUri = 'http://localhost:4001/callback';
    mock.state.clients = [{ clientId, clientSecret: 'x', redirectUris: [redirectUri], services: ['EFACTURA'] }];
    const url = authorizeUrl(mock.urls.login, { redirect_uri: redirectUri });

    const answer = await visitByNode({ url: new URL(url), cookie: '', caPem: mock.caPem, identity: undefined });

    assert.equal(answer.status, 400);
    assert.equal(mock.journal.entries().at(-1)?.reason, 'redirect_uri is not https');
  });

  for (const [name, state] of [
    ['a space as %20', 'a%20b'],
    ['a space as +', 'a+b'],
    ['bytes that are not UTF-8', '%ff%FE'],
    ['marks that need no encoding', "a(b)*~!'"],
    ['nothing', ''],
  ] as const) {
    it(`the state is returned byte for byte, with a code and with an error: ${name}`, async () => {
      await using mock = await startMock();
      const url = `${authorizeUrl(mock.urls.picker, { state: undefined })}&state=${state}`;
      const endings: (string | undefined)[] = [];

      for (const act of ['ok', 'cancel'] as const) {
        const { location } = await mock.authorize({ url, persona: 'administrator', act });
        endings.push(location?.split('&').at(-1));
      }

      // `fetch` encodes a quotation mark before the mock receives it.
      const expected = `state=${state.replace("'", '%27')}`;
      assert.deepEqual(endings, [expected, expected]);
    });
  }

  it('the query of the registered address is kept', async () => {
    await using mock = await startMock();
    const callback = "http://localhost:4001/callback?tenant=a%20b+c&state=own&q='";
    mock.state.clients = mock.state.clients.map((client) => ({ ...client, redirectUris: [callback] }));
    const url = authorizeUrl(mock.urls.picker, { redirect_uri: callback, state: 'x' });

    const { location } = await mock.authorize({ url, persona: 'administrator', act: 'cancel' });

    assert.equal(location, `${callback}&error=access_denied&state=x`);
  });

  it('a state of 20 KB is accepted and returned', async () => {
    await using mock = await startMock();
    const state = 'x'.repeat(20_000);
    const url = authorizeUrl('https://logincert.anaf.ro', { state });

    const { location } = await mock.authorize({ url, persona: 'administrator' });

    assert.ok(location?.endsWith(`&state=${state}`));
  });

  it('a request line and headers of more than 64 KB are answered with the page of the firewall and recorded in the journal', async () => {
    await using mock = await startMock();

    const response = await fetch(authorizeUrl(mock.urls.picker, { state: 'x'.repeat(100_000) }), {
      redirect: 'manual',
    });

    assert.equal(response.status, 400);
    assert.match(await response.text(), /<title>Request Rejected<\/title>/);
    assert.deepEqual(
      mock.journal.entries().map(({ door, status, reason }) => [door, status, reason]),
      [['picker', 400, 'request line and headers are longer than 64 KB']],
    );
  });

  it('a browser without a session is sent to /my.policy with the three cookies of an F5', async () => {
    await using mock = await startMock();

    const response = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });

    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/my.policy');
    assert.equal(response.headers.get('server'), 'BigIP');
    assert.equal(response.headers.get('connection'), 'close');
    const names = response.headers.getSetCookie().map((line) => line.split('=')[0]);
    assert.deepEqual(names, ['LastMRH_Session', 'MRHSession', 'F5_ST']);
  });

  it('an unsupported response_type is reported to the application', async () => {
    await using mock = await startMock();

    const response = await fetch(authorizeUrl(mock.urls.picker, { response_type: 'token' }), { redirect: 'manual' });

    assert.equal(
      response.headers.get('location'),
      'http://localhost:4001/callback?error=unsupported_response_type&state=a+state',
    );
  });

  for (const state of ['{"link":"ă&b=c"}', 'x'.repeat(1500), '', undefined]) {
    it(`the state is returned unchanged: ${state === undefined ? 'none' : JSON.stringify(state.slice(0, 20))}`, async () => {
      await using mock = await startMock();

      const { location } = await mock.authorize({
        url: authorizeUrl(mock.urls.picker, { state }),
        persona: 'accountant',
      });

      assert.equal(new URL(location ?? '').searchParams.get('state'), state ?? null);
    });
  }

  it('an enrolled certificate, with or without rights, gets a code of 64 hexadecimal digits', async () => {
    await using mock = await startMock();

    for (const persona of ['administrator', 'no-company']) {
      assert.match((await outcomeOf(mock, { persona })).code ?? '', /^[0-9a-f]{64}$/);
    }
  });

  it('each certificate that the login refuses gets access_denied without a description', async () => {
    await using mock = await startMock();

    for (const persona of ['not-enrolled', 'enrolled-today', 'expired', 'unknown-authority']) {
      assert.deepEqual(await outcomeOf(mock, { persona }), { error: 'access_denied', state: 'a state' });
    }
  });

  it('a certificate that was enrolled two hours ago is accepted a day later', async () => {
    await using mock = await startMock();
    mock.clock.advance(22 * 3600 + 1);

    assert.ok((await outcomeOf(mock, { persona: 'enrolled-today' })).code);
  });

  it('the certificates are still accepted in twenty years', async () => {
    await using mock = await startMock();
    mock.clock.advance(20 * 365 * 86_400);

    assert.ok((await outcomeOf(mock, { persona: 'accountant' })).code);
  });

  for (const path of ['/anaf-oauth2/v1/revoke', '/nothing']) {
    it(`POST ${path} is redirected to /my.policy, which returns HTML`, async () => {
      await using mock = await startMock();

      const response = await fetch(mock.urls.picker + path, { method: 'POST', body: 'token=x', redirect: 'manual' });
      const followed = await fetch(mock.urls.picker + (response.headers.get('location') ?? ''));

      assert.equal(response.status, 302);
      assert.equal(followed.status, 200);
      assert.match(await followed.text(), /Your session is finished/);
    });
  }

  it('the switch staleSession determines whether the cookie of an ended session starts a new session or is refused', async () => {
    const seen = [];
    for (const staleSession of ['renewed', 'finished'] as const) {
      await using mock = await startMock({ switches: { staleSession } });
      const visit = async (cookie: string) => {
        const response = await fetch(authorizeUrl(mock.urls.picker), { headers: { cookie }, redirect: 'manual' });
        return response.headers.get('location') ?? (/Your session is finished/.exec(await response.text()) ?? [])[0];
      };
      const own = (await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' })).headers.getSetCookie()[1] ?? '';
      mock.clock.advance(601);
      seen.push(await visit('MRHSession=0123456789abcdef'), await visit(own.split(';')[0] ?? ''));
      seen.push(await visit('MRHSession=deleted'), await visit('a=b'));
    }

    const finished = 'Your session is finished';
    assert.deepEqual(seen.slice(0, 4), ['/my.policy', '/my.policy', '/my.policy', '/my.policy']);
    assert.deepEqual(seen.slice(4), [finished, finished, '/my.policy', '/my.policy']);
  });

  it('a browser with a stale session is refused until it has visited the logout address', async () => {
    await using mock = await startMock();
    mock.scenarios.add({ name: 'login-stale-session', times: 1 });
    const first = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const visit = async (path: string) => (await fetch(path, { headers: { cookie }, redirect: 'manual' })).text();

    const again = await visit(authorizeUrl(mock.urls.picker));
    await visit(`${mock.urls.picker}/my.logout.php3?errorcode=19`);
    const cured = await fetch(authorizeUrl(mock.urls.picker), { headers: { cookie }, redirect: 'manual' });

    assert.match(await first.text(), /Your session is finished/);
    assert.match(again, /Your session is finished/);
    assert.equal(cured.headers.get('location'), '/my.policy');
  });
});

describe('the access token', () => {
  it('the access token contains the claims of ANAF, and neither company nor person', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const persona = mock.personas.find(({ name }) => name === 'accountant');

    const token = await accessTokenOf(mock, 'accountant');
    const { jti, ...claims } = claimsOf(token);

    const now = Math.floor(mock.clock.now());
    assert.deepEqual(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()), {
      alg: 'RS512',
      kid: 'anaf_2023_2024',
    });
    assert.match(String(jti), /^[0-9a-f]{32}$/);
    assert.deepEqual(claims, {
      token_type: 'Bearer',
      scope: 'clientappid info issuer role serial',
      scope_data: [
        { id: 'clientappid', value: clientId },
        { id: 'info', value: '' },
        { id: 'issuer', value: 'mock-anaf Testing CA' },
        { id: 'role', value: 'HELLO@EFACTURA@SRV_EFACTURA' },
        { id: 'serial', value: persona?.serial },
      ],
      iss: 'https://logincert.anaf.ro',
      clientappid: clientId,
      issuer: 'mock-anaf Testing CA',
      serial: persona?.serial,
      sub: persona?.serial.replaceAll(':', ''),
      efactura: 'EFACTURA,SRV_EFACTURA',
      hello: 'HELLO',
      roles: 'HELLO@EFACTURA@SRV_EFACTURA',
      iat: now,
      exp: now + 7_776_000,
      nbf: now - 300,
    });
  });

  it('the access token separates the roles by commas under the switch roleClaim', async () => {
    await using mock = await startMock({ switches: { roleClaim: 'role' } });

    const claims = claimsOf(await accessTokenOf(mock, 'accountant'));

    assert.equal(claims.role, 'HELLO,EFACTURA,SRV_EFACTURA');
    assert.equal(claims.roles, undefined);
  });
});
