import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { fillTemporaryFolder } from './temporary-folder.ts';

export interface TrustBundle {
  /** PEM file with every authority. */
  readonly file: string;
  /** Folder with PHP settings that name the file, because PHP reads no environment variable for it. */
  readonly phpSettings: string;
  remove(): void;
}

/**
 * Writes one file with the authorities of Node, of the system and of the mock. A program that reads its authorities from an
 * environment variable trusts only those in the file, so the mock's alone would break its other connections.
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

/** Authorities that an administrator installed, for example for a company's proxy. Node before 22.15 cannot read them. */
function systemCertificates(): readonly string[] {
  return 'getCACertificates' in tls ? tls.getCACertificates('system') : [];
}
