import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tls from 'node:tls';

/**
 * Writes the authorities that Node and the system know and the mock's into one file, for programs that take their trust from an environment
 * variable: with the mock's alone they would trust nobody else any more.
 */
export function writeTrustBundle(caPem: string): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-'));
  const file = join(folder, 'authorities.pem');
  writeFileSync(file, [...new Set([...tls.rootCertificates, ...systemCertificates(), caPem])].join('\n'));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Those that an administrator put into the system, for example of a company's own proxy. Node before 22.15 cannot read them. */
function systemCertificates(): readonly string[] {
  return 'getCACertificates' in tls ? tls.getCACertificates('system') : [];
}
