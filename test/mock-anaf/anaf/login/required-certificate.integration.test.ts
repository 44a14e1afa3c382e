import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizeUrl, startMock } from '../../support/login.ts';
import { identityOf, type TlsClient, tlsClients, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const switches = { loginCertificate: 'required' } as const;
/** Clients that report the TLS alert. Python's loop is not among them, because it only ends with an empty answer. */
const { curl, 'Node https': node } = tlsClients as Record<'curl' | 'Node https', TlsClient>;

describe('the switch loginCertificate', () => {
  for (const [name, client] of Object.entries(tlsClients)) {
    it(`${name} with a certificate gets a code if a certificate is required`, async () => {
      await using mock = await startMock({ switches });

      const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), client, identityOf(mock, 'accountant'));

      assert.match(end.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    });
  }

  for (const [name, client] of Object.entries({ curl, 'Node https': node })) {
    it(`${name} without a certificate gets a TLS alert if one is required, and its session stays open`, async () => {
      await using mock = await startMock({ switches });

      await assert.rejects(
        walkTlsDoor(mock, authorizeUrl(mock.urls.login), client, undefined),
        /alert handshake failure|alert number 40/,
      );

      const { status, reason } = mock.journal.entries().at(-1) ?? {};
      assert.equal(status, 'reset');
      assert.match(reason ?? '', /^the handshake failed: a valid certificate is required .*; the session stays open$/);
    });
  }

  for (const persona of ['expired', 'unknown-authority']) {
    it(`the connection of ${persona} is reset if a certificate is required, but a certificate that is only not enrolled gets an answer`, async () => {
      await using mock = await startMock({ switches });
      const walk = (name: string) =>
        walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, identityOf(mock, name));

      await assert.rejects(walk(persona), { code: 'ECONNRESET' });
      const { status, reason } = mock.journal.entries().at(-1) ?? {};
      const { end } = await walk('not-enrolled');

      assert.equal(end.searchParams.get('error'), 'access_denied');
      assert.equal(status, 'reset');
      assert.match(reason ?? '', /^the handshake failed: a valid certificate is required/);
    });
  }
});
