import assert from 'node:assert/strict';
import { connect as connectPlain } from 'node:net';
import { Duplex } from 'node:stream';
import { describe, it } from 'node:test';
import { connect } from 'node:tls';
import { authorizeUrl, clientId, clientSecret, codeOf, redirectUri, startMock } from '../../support/login.ts';
import {
  identityOf,
  postByNode,
  type TlsClient,
  tlsClients,
  type Visit,
  visitByNode,
  walkTlsDoor,
} from '../../support/tls-clients.ts';

const doors = { login: 'renegotiation', loginAtHandshake: 'handshake' } as const;

describe('the TLS doors of the login', () => {
  for (const [door, how] of Object.entries(doors) as [keyof typeof doors, string][]) {
    for (const [name, client] of Object.entries(tlsClients)) {
      it(`the login accepts the certificate of ${name} at the ${how}`, async () => {
        await using mock = await startMock();

        const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls[door]), client, identityOf(mock, 'accountant'));

        assert.match(end.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
        assert.equal(end.searchParams.get('state'), 'a state');
        assert.equal(mock.journal.entries({ reason: 'the certificate was accepted' })[0]?.about.persona, 'accountant');
      });

      it(`the login redirects ${name} without a certificate back with access_denied at the ${how}`, async () => {
        await using mock = await startMock();

        const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls[door]), client, undefined);

        assert.deepEqual(Object.fromEntries(end.searchParams), { error: 'access_denied', state: 'a state' });
        assert.equal(mock.journal.entries({ reason: 'no certificate was presented' }).length, 1);
      });
    }

    for (const [persona, reason] of Object.entries({
      expired: 'the certificate is not valid at this time',
      'unknown-authority': 'the certificate was not issued by an accepted authority',
      'not-enrolled': 'the certificate is not enrolled in SPV',
      'enrolled-today': 'the certificate was enrolled in SPV less than 24 hours ago',
    })) {
      it(`the login refuses the persona ${persona} at the ${how}, and the journal says why`, async () => {
        await using mock = await startMock();

        const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls[door]), visitByNode, identityOf(mock, persona));

        assert.deepEqual(Object.fromEntries(end.searchParams), { error: 'access_denied', state: 'a state' });
        assert.deepEqual(
          mock.journal.entries({ path: '/my.policy', door }).map((entry) => [entry.reason, entry.about.persona]),
          [[reason, persona]],
        );
      });
    }

    it(`under login-stranded, a person without a certificate stays on the page of the F5 at the ${how}`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: 'login-stranded' });

      const { answers, end } = await walkTlsDoor(mock, authorizeUrl(mock.urls[door]), visitByNode, undefined);

      assert.equal(end.pathname, '/vdesk/hangup.php3');
      assert.equal(answers.at(-1)?.status, 200);
      assert.match(answers.at(-1)?.body ?? '', /<title>Pagina logout<\/title>[\s\S]*Certificatul nu a fost prezentat/);
    });

    it(`the login closes the connection after every page at the ${how}`, async () => {
      await using mock = await startMock();

      const { answers } = await walkTlsDoor(
        mock,
        authorizeUrl(mock.urls[door]),
        visitByNode,
        identityOf(mock, 'accountant'),
      );

      assert.equal(answers.length, 4);
      assert.deepEqual(new Set(answers.map(({ connection }) => connection)), new Set(['close']));
    });
  }

  it('a client that closes the connection at the certificate request and returns with its certificate keeps its login session', async () => {
    await using mock = await startMock();
    const hesitant: TlsClient = async (visit) => {
      if (visit.url.pathname === '/my.policy') await hangUpOverTheQuestion(visit);
      return visitByNode(visit);
    };

    const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), hesitant, identityOf(mock, 'accountant'));

    assert.match(end.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(
      mock.journal.entries({ path: '/my.policy', door: 'login' }).map(({ status }) => status),
      ['reset', 302, 302],
    );
  });

  it('the door that renegotiates supports at most TLS 1.2', async () => {
    await using mock = await startMock();

    const protocols = await Promise.all(
      [mock.urls.login, mock.urls.loginAtHandshake].map((url) => protocolOf(url, mock.caPem)),
    );

    assert.deepEqual(protocols, ['TLSv1.2', 'TLSv1.3']);
  });

  for (const door of ['login', 'loginAtHandshake'] as const) {
    it(`a code is exchanged at ${door} without a certificate`, async () => {
      await using mock = await startMock();
      const code = await codeOf(mock, 'accountant');
      const form = new URLSearchParams({
        ...{ grant_type: 'authorization_code', code, redirect_uri: redirectUri, token_content_type: 'jwt' },
        ...{ client_id: clientId, client_secret: clientSecret },
      });

      const answer = await postByNode(new URL('/anaf-oauth2/v1/token', mock.urls[door]), form.toString(), mock.caPem);

      assert.equal(answer.status, 200);
      assert.equal(JSON.parse(answer.body).token_type, 'Bearer');
    });
  }
});

/** Behaves like Chromium before the person has chosen a certificate: closes the connection at the server's `HelloRequest`. */
function hangUpOverTheQuestion({ url, cookie, caPem }: Visit): Promise<void> {
  return new Promise((resolve) => {
    const wire = connectPlain(Number(url.port), url.hostname);
    const secured = connect({ socket: Duplex.from({ readable: wire, writable: wire }), ca: caPem, host: url.hostname });
    secured.once('secureConnect', () => {
      wire.once('data', () => wire.destroy());
      secured.write(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nCookie: ${cookie}\r\n\r\n`);
    });
    // This function ends the stream below on purpose, which is reported as an error.
    secured.on('error', () => secured.destroy());
    wire.on('close', () => resolve());
  });
}

function protocolOf(address: string, ca: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port), ca }, () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
