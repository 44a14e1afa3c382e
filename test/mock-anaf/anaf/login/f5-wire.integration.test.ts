import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { MockAnaf } from 'mock-anaf';
import { authorizeUrl, startMock } from '../../support/login.ts';
import { askOverRawTls } from '../../support/raw-tls.ts';
import { identityOf, tlsClients, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const alert = 21;
const doors = ['login', 'loginAtHandshake'] as const;

describe('how the login sends its pages', () => {
  for (const door of doors) {
    it(`the login at ${door} sends its pages in HTTP/1.0 and ends TLS with close_notify`, async () => {
      await using mock = await startMock();

      const { text, recordTypes } = await askOverRawTls(`${mock.urls[door]}/my.logout.php3`, mock.caPem);

      assert.match(text, /^HTTP\/1\.0 200 OK\r\n[\s\S]*Connection: close\r\n[\s\S]*Your session is finished/);
      assert.equal(recordTypes.at(-1), alert);
    });

    it(`under login-no-close-notify, the login at ${door} ends TLS without close_notify after a complete page`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: 'login-no-close-notify' });

      const { text, recordTypes } = await askOverRawTls(`${mock.urls[door]}/my.logout.php3`, mock.caPem);

      assert.match(text, /Your session is finished[\s\S]*<\/html>$/);
      assert.doesNotMatch(text, /Content-Length/i);
      assert.equal(recordTypes.includes(alert), false);
      assert.equal(mock.journal.entries().at(-1)?.about.scenario, 'login-no-close-notify');
    });
  }

  it('the login sends its pages in HTTP/1.1 if the switch loginHttpVersion is 1.1', async () => {
    await using mock = await startMock({ switches: { loginHttpVersion: '1.1' } });

    const { text } = await askOverRawTls(`${mock.urls.login}/my.logout.php3`, mock.caPem);

    assert.match(text, /^HTTP\/1\.1 200 OK\r\n/);
  });

  it('a redirect of the login in HTTP/1.0 has the cookies and the address', async () => {
    await using mock = await startMock();

    const { text } = await askOverRawTls(authorizeUrl(mock.urls.login), mock.caPem);

    assert.match(text, /^HTTP\/1\.0 302 Found\r\nServer: BigIP\r\n/);
    assert.match(text, /\r\nSet-Cookie: MRHSession=[0-9a-f]{32}; path=\/; secure\r\n/);
    assert.match(text, /\r\nLocation: \/my\.policy\r\nContent-Length: 0\r\n\r\n$/);
  });

  it('a strict Python client reports the missing close_notify as an error after the complete page', async () => {
    await using mock = await startMock();
    const announced = await strictPython(mock);
    mock.scenarios.add({ name: 'login-no-close-notify' });

    const unannounced = await strictPython(mock);

    assert.equal(announced, 'whole, then a clean end');
    assert.equal(unannounced, 'whole, then SSLEOFError');
  });

  for (const [name, client] of Object.entries(tlsClients)) {
    it(`${name} gets its code without close_notify`, async () => {
      await using mock = await startMock();
      mock.scenarios.add({ name: 'login-no-close-notify' });

      const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), client, identityOf(mock, 'accountant'));

      assert.match(end.searchParams.get('code') ?? '', /^[0-9a-f]{64}$/);
    });
  }

  it('the token endpoint answers in HTTP/1.1 and keeps the connection open', async () => {
    await using mock = await startMock();
    const url = new URL('/anaf-oauth2/v1/token', mock.urls.login);
    const client = await visitByNode({ url, cookie: '', caPem: mock.caPem, identity: undefined });
    const posted = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, { method: 'POST' });

    assert.equal(client.connection, 'close', 'a GET is not routed: a page of the F5');
    assert.equal(posted.headers.get('connection'), 'keep-alive');
  });
});

const python = `
import socket, ssl, sys
host, port, ca = sys.argv[1:4]
context = ssl.create_default_context(cafile=ca)
context.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
raw = socket.create_connection((host, int(port)))
connection = context.wrap_socket(raw, server_hostname=host, suppress_ragged_eofs=False)
connection.sendall(b'GET /my.logout.php3 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n')
page, end = b'', 'a clean end'
try:
    while data := connection.recv(65536): page += data
except ssl.SSLError as error:
    end = type(error).__name__
print('whole' if page.endswith(b'</html>') else 'cut', 'then ' + end, sep=', ')
`;

/** Reads a page with a Python client that does not ignore a missing close_notify. Returns the page and how the connection ended. */
async function strictPython({ urls, caPem }: MockAnaf): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-wire-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, caPem);
  const { hostname, port } = new URL(urls.login);
  try {
    const child = spawn('python3', ['-c', python, hostname, port, ca], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    for await (const chunk of child.stdout) output += chunk;
    return output.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
