import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { localCertificate } from '../../demo/local-certificate.ts';
import { StartError } from '../../demo/start-error.ts';

const now = new Date('2026-11-24T10:00:00Z');
const dayMs = 86_400_000;

describe('the certificate of the demo', () => {
  let parent: string;
  let folder: string;
  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'spv-certificate-'));
  });
  beforeEach(() => {
    folder = mkdtempSync(join(parent, 'data-'));
  });
  after(() => rmSync(parent, { recursive: true, force: true }));

  it('a new certificate is for localhost and 127.0.0.1, signed by its own key, and cannot issue others', async () => {
    const { pem, keyPem, fingerprint } = await localCertificate(folder, now);

    const certificate = new X509Certificate(pem);
    assert.equal(certificate.checkHost('localhost'), 'localhost');
    assert.equal(certificate.checkIP('127.0.0.1'), '127.0.0.1');
    assert.equal(certificate.checkHost('example.com'), undefined);
    assert.ok(certificate.verify(certificate.publicKey));
    assert.ok(certificate.checkPrivateKey(createPrivateKey(keyPem)));
    assert.equal(certificate.ca, false);
    assert.equal(certificate.fingerprint256, fingerprint);
  });

  it('certificate and key are readable only by their owner', { skip: process.platform === 'win32' }, async () => {
    await localCertificate(folder, now);

    const modes = readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mode & 0o777]);
    assert.deepEqual(modes.sort(), [
      ['localhost-certificate.pem', 0o600],
      ['localhost-key.pem', 0o600],
    ]);
  });

  it('a start within a year keeps the certificate and its key, a later start generates new ones', async () => {
    const first = await localCertificate(folder, now);

    const kept = await localCertificate(folder, new Date(now.getTime() + 364 * dayMs));
    const renewed = await localCertificate(folder, new Date(now.getTime() + 366 * dayMs));

    assert.deepEqual(kept, first);
    assert.notEqual(renewed.fingerprint, first.fingerprint);
    assert.notEqual(renewed.keyPem, first.keyPem);
  });

  it('a file that is not a certificate stops the start with its name and what to do', async () => {
    const { file } = await localCertificate(folder, now);
    writeFileSync(file, 'not a certificate');

    await assert.rejects(
      localCertificate(folder, now),
      (error) => error instanceof StartError && error.message.startsWith(`${file} is not a certificate. Delete it`),
    );
  });
});
