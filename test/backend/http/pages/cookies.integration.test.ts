import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startAttempt } from '../../support/authorize.ts';
import { Browser } from '../../support/browser.ts';
import { setup } from '../../support/setup.ts';
import { Site } from '../../support/site.ts';

describe('the cookies of the pages', () => {
  it('cookies have the prefix __Host- on https, so that no other host can set them', async () => {
    const stack = await setup({ publicUrl: 'https://spv.example/spv' });
    const { authorizeUrl } = await startAttempt(await Site.open(stack));
    assert.ok(authorizeUrl.startsWith('https://spv.example/spv/authorize/'));

    // The test reaches the backend without the proxy that would add https and the prefix.
    const path = new URL(authorizeUrl).pathname.replace('/spv', '');
    const opened = await new Browser(stack.publicUrl).submit(path);

    const cookies = opened.headers.getSetCookie();
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) {
      assert.match(
        cookie,
        /^__Host-spv-(o-[0-9a-f]{16}|browser)=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
      );
    }
  });

  it('cookies have no prefix on http, where browsers do not accept it', async () => {
    const stack = await setup();
    const { authorizeUrl } = await startAttempt(await Site.open(stack));

    const opened = await new Browser(stack.publicUrl).submit(authorizeUrl);

    const cookies = opened.headers.getSetCookie();
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) {
      assert.match(cookie, /^spv-(o-[0-9a-f]{16}|browser)=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/);
    }
  });
});
