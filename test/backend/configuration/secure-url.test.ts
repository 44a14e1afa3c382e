import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSecureUrl } from 'spv-authorize-backend/internal/configuration/secure-url.ts';

const secure = [
  'https://app.example',
  'http://localhost:4000',
  'http://app.localhost',
  'http://127.0.0.1',
  'http://127.200.13.1',
  'http://[::1]:4000',
];

const insecure = [
  'http://app.example',
  'http://10.0.0.1',
  'http://localhost.example',
  'http://mylocalhost',
  'http://127.0.0.1.example',
  'http://[::2]',
  'ftp://localhost',
  'ws://localhost',
];

describe('isSecureUrl', () => {
  for (const url of secure) {
    it(`tokens may be sent to ${url}`, () => {
      assert.equal(isSecureUrl(new URL(url)), true);
    });
  }

  for (const url of insecure) {
    it(`tokens must not be sent to ${url}`, () => {
      assert.equal(isSecureUrl(new URL(url)), false);
    });
  }
});
