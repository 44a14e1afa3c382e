import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFromPhone } from 'spv-authorize-backend/internal/http/pages/link/phone.ts';

const phones = {
  iPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  'Android phone':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Android tablet':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Firefox on Android': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
};
const computers = {
  'Chrome on Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Safari on a Mac':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  'Firefox on Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

describe('the guess whether a request comes from a phone', () => {
  for (const [name, userAgent] of Object.entries(phones)) {
    it(`a request of ${name} comes from a phone or tablet`, () => {
      assert.equal(isFromPhone(requestWith({ 'user-agent': userAgent })), true);
    });
  }

  for (const [name, userAgent] of Object.entries(computers)) {
    it(`a request of ${name} comes from a computer`, () => {
      assert.equal(isFromPhone(requestWith({ 'user-agent': userAgent, 'sec-ch-ua-mobile': '?0' })), false);
    });
  }

  it('the browser’s own hint counts when its name says nothing', () => {
    assert.equal(isFromPhone(requestWith({ 'sec-ch-ua-mobile': '?1' })), true);
    assert.equal(isFromPhone(requestWith({})), false);
  });
});

/** A request with these headers. */
function requestWith(headers: Readonly<Record<string, string>>): Parameters<typeof isFromPhone>[0] {
  // Express declares `get` with two signatures; only the one that returns a single text is called.
  return { get: ((name: string) => headers[name]) as Parameters<typeof isFromPhone>[0]['get'] };
}
