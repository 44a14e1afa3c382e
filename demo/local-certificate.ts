import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { StartError } from './start-error.ts';

/** A self-signed TLS certificate for `localhost` and `127.0.0.1`, with its private key. */
export interface LocalCertificate {
  readonly pem: string;
  readonly keyPem: string;
  /** Where the certificate is kept, for people who import it into their browser. */
  readonly file: string;
  /** SHA-256 of the certificate as browsers show it: `AA:BB:…`. */
  readonly fingerprint: string;
}

/**
 * Reads the certificate from the data folder, so that a browser's exception for it stays valid from one start to the next.
 * The first start generates it for one year, and so does a start after it has expired.
 */
export async function localCertificate(dataFolder: string, now: Date): Promise<LocalCertificate> {
  const file = join(dataFolder, 'localhost-certificate.pem');
  const keyFile = join(dataFolder, 'localhost-key.pem');
  const isUsable = existsSync(file) && existsSync(keyFile) && parse(file).validToDate > now;
  if (!isUsable) await writeNewPair(file, keyFile, now);
  return {
    pem: readFileSync(file, 'utf8'),
    keyPem: readFileSync(keyFile, 'utf8'),
    file,
    fingerprint: parse(file).fingerprint256,
  };
}

/** Writes both files with mode 0600, readable only by their owner, because a browser may have been told to trust this pair. */
async function writeNewPair(file: string, keyFile: string, now: Date): Promise<void> {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: now,
    extensions: [
      // Not an authority, so that a stolen key of an imported certificate cannot issue other certificates.
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  writeFileSync(keyFile, pair.private, { mode: 0o600 });
  writeFileSync(file, pair.cert, { mode: 0o600 });
}

function parse(file: string): X509Certificate {
  try {
    return new X509Certificate(readFileSync(file));
  } catch (cause) {
    throw new StartError(`${file} is not a certificate. Delete it, and the next start generates a new one.`, { cause });
  }
}
