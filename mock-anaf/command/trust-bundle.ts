import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { fillTemporaryFolder } from './temporary-folder.ts';

export interface TrustBundle {
  readonly file: string;
  /** Folder with settings for PHP that name the file: its curl and its streams look at no variable for it. */
  readonly phpSettings: string;
  remove(): void;
}

/**
 * Writes the authorities that Node and the system know and the mock's into one file, for programs that take their trust from
 * an environment variable: with the mock's alone they would trust nobody else any more.
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

/** Those that an administrator put into the system, for example of a company's own proxy. Node before 22.15 cannot read them. */
function systemCertificates(): readonly string[] {
  return 'getCACertificates' in tls ? tls.getCACertificates('system') : [];
}
