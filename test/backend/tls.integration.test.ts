import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Browser } from './support/browser.ts';
import { Site, siteOrigin, startStack } from './support/stack.ts';
import { authorize, readAttempt, readAuthorization, startAttempt } from './support/walk.ts';

describe('the backend over TLS', () => {
  const authorities = getCACertificates('default');
  after(() => setDefaultCACertificates(authorities));

  it('the backend exchanges the code and checks the right over HTTPS', async () => {
    const stack = await startStack({ overTls: true });
    setDefaultCACertificates([...authorities, stack.mock.caPem]);
    const site = await Site.open(stack);

    await authorize(stack, site);

    assert.equal((await readAuthorization(site)).status, 'active');
    assert.deepEqual(
      ['/token', 'listaMesajeFactura'].map((path) => stack.mock.journal.entries({ path })[0]?.door),
      ['login', 'api'],
    );
    await stack.stop();
  });

  it('the backend refuses an ANAF server whose certificate is not trusted', async () => {
    setDefaultCACertificates(authorities);
    const stack = await startStack({ overTls: true });
    const site = await Site.open(stack);

    const { attemptId } = await authorize(stack, site);

    const attempt = await readAttempt(site, attemptId);
    assert.ok(attempt.state === 'failed');
    assert.equal(attempt.failure.code, 'anaf-unavailable');
    assert.deepEqual(stack.mock.journal.entries({ path: '/token' }), []);
    await stack.stop();
  });

  it('on https the backend sets __Host- cookies and sends HSTS', async () => {
    const stack = await startStack();
    const https = await startStack({ publicUrl: 'https://spv.example/spv' });
    const site = await Site.open(https);
    const { authorizeUrl } = await startAttempt(site);
    assert.ok(authorizeUrl.startsWith('https://spv.example/spv/authorize/'));

    const path = new URL(authorizeUrl).pathname.replace('/spv', '');
    const opened = await new Browser(https.publicUrl).visit(path, { from: siteOrigin });
    const plain = await new Browser(stack.publicUrl).visit('/callback');

    for (const cookie of opened.headers.getSetCookie()) {
      assert.match(
        cookie,
        /^__Host-spv-(o-[0-9a-f]{16}|browser)=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
      );
    }
    assert.equal(opened.headers.getSetCookie().length, 2);
    assert.match(opened.headers.get('strict-transport-security') ?? '', /max-age=\d+/);
    assert.equal(plain.headers.get('strict-transport-security'), null);
    const policy = plain.headers.get('content-security-policy');
    assert.ok(policy);
    assert.ok(!policy.includes('upgrade-insecure-requests'));
    await https.stop();
    await stack.stop();
  });
});
