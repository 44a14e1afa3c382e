import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { fillTemporaryFolder } from './temporary-folder.ts';

/** Files that make programs trust the mock's certificates. */
export interface TrustBundle {
  /** PEM file with all certificate authorities. */
  readonly file: string;
  /** Folder with PHP settings that point to the file, because PHP has no environment variable for it. */
  readonly phpSettings: string;
  remove(): void;
}

/**
 * Writes one file with the certificate authorities of Node, of the system and of the mock. A program that gets this file through an
 * environment variable trusts nothing else, so a file with only the mock's authority would break its other connections.
 * @throws TemporaryFolderError if the file cannot be written
 */
export function writeTrustBundle(caPem: string): TrustBundle {
  return fillTemporaryFolder((folder) => {
    const file = join(folder, 'authorities.pem');
    writeFileSync(file, [...new Set([...tls.rootCertificates, ...systemCertificates(), caPem])].join('\n'));
    const phpSettings = join(folder, 'php');
    mkdirSync(phpSettings);
    writeFileSync(join(phpSettings, 'mock-anaf.ini'), `curl.cainfo = "${file}"\nopenssl.cafile = "${file}"\n`);
    return { file, phpSettings };
  });
}

/** Certificate authorities that an administrator installed, for example for a company proxy. Node before 22.15 cannot read them. */
function systemCertificates(): readonly string[] {
  return 'getCACertificates' in tls ? tls.getCACertificates('system') : [];
}
