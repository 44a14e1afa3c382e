import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizeUrl, startMock } from '../../support/login.ts';
import { identityOf, type TlsClient, tlsClients, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const switches = { loginCertificate: 'required' } as const;
/** How each client words the alert. Python's loop ends without a word, as its answer is empty. */
const { curl, 'Node https': node } = tlsClients as Record<'curl' | 'Node https', TlsClient>;

describe('the switch loginCertificate', () => {
  for (const [name, client] of Object.entries(tlsClients)) {
    it(`lets ${name} through with a certificate`, async () => {
      await using mock = await startMock({ switches });

      const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), client, identityOf(mock, 'accountant'));

      assert.match(end.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    });
  }

  for (const [name, client] of Object.entries({ curl, 'Node https': node })) {
    it(`refuses ${name} without one in TLS, with an alert, and the session waits`, async () => {
      await using mock = await startMock({ switches });

      await assert.rejects(
        walkTlsDoor(mock, authorizeUrl(mock.urls.login), client, undefined),
        /alert handshake failure|alert number 40/,
      );

      const { status, reason } = mock.journal.entries().at(-1) ?? {};
      assert.equal(status, 'reset');
      assert.match(reason ?? '', /^the handshake ended: no certificate, .* is required; the session waits$/);
    });
  }

  for (const persona of ['expired', 'unknown-authority']) {
    it(`cuts ${persona} off, while one that is only not enrolled gets to the page`, async () => {
      await using mock = await startMock({ switches });
      const walk = (name: string) =>
        walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, identityOf(mock, name));

      await assert.rejects(walk(persona), { code: 'ECONNRESET' });
      const { status, reason } = mock.journal.entries().at(-1) ?? {};
      const { end } = await walk('not-enrolled');

      assert.equal(end.searchParams.get('error'), 'access_denied');
      assert.equal(status, 'reset');
      assert.match(reason ?? '', /^the handshake ended: no certificate, or none that is valid/);
    });
  }
});
