import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MockAnaf } from '../mock-anaf.ts';
import { makeKeysOf } from '../pki/authority.ts';

export interface ReadyFiles {
  readonly caFile: string;
  readonly personas: readonly PersonaFiles[];
  remove(): void;
}

interface PersonaFiles {
  readonly name: string;
  readonly companies: readonly string[];
  readonly pin: string;
  readonly p12File: string;
  readonly passphrase: string;
  readonly pemCertFile: string;
  readonly pemKeyFile: string;
}

/** Writes the authority and everybody's certificate into a temporary folder, for programs that take files. */
export async function writeReadyFiles(mock: MockAnaf): Promise<ReadyFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-'));
  const write = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const personas: PersonaFiles[] = [];
  await makeKeysOf(mock.state.people);
  for (const persona of mock.personas) {
    const { name, companies, pin } = persona;
    const { bytes, passphrase } = await persona.pkcs12();
    personas.push({
      ...{ name, companies, pin, passphrase },
      p12File: write(`${name}.p12`, bytes),
      pemCertFile: write(`${name}.crt.pem`, persona.certificatePem()),
      pemKeyFile: write(`${name}.key.pem`, persona.privateKeyPem()),
    });
  }
  return {
    caFile: write('ca.pem', mock.caPem),
    personas,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
