import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockAnaf } from '../control/mock-anaf.ts';
import { makeKeysOf } from '../engine/pki/authority.ts';
import { fillTemporaryFolder } from './temporary-folder.ts';

/** Certificates and keys of a running mock as files, for programs that need a path. */
export interface ReadyFiles {
  readonly caFile: string;
  readonly personas: readonly PersonaFiles[];
  /** Deletes the files. */
  remove(): void;
}

interface PersonaFiles {
  readonly name: string;
  /** CUIs of the companies that the person has rights for. */
  readonly companies: readonly string[];
  readonly pin: string;
  readonly p12File: string;
  readonly passphrase: string;
  readonly pemCertFile: string;
  readonly pemKeyFile: string;
}

/**
 * Writes the certificate of the certificate authority, and the certificate and key of every person, into a temporary folder.
 * @throws TemporaryFolderError if the folder cannot be created
 */
export async function writeReadyFiles(mock: MockAnaf): Promise<ReadyFiles> {
  await makeKeysOf(mock.state.people);
  const people = await Promise.all(mock.personas.map(async (persona) => ({ persona, ...(await persona.pkcs12()) })));
  return fillTemporaryFolder((folder) => {
    const write = (name: string, content: string | Uint8Array) => {
      const file = join(folder, name);
      writeFileSync(file, content, { mode: 0o600 });
      return file;
    };
    const personas = people.map(({ persona, bytes, passphrase }): PersonaFiles => {
      const { name, companies, pin } = persona;
      return {
        ...{ name, companies, pin, passphrase },
        p12File: write(`${name}.p12`, bytes),
        pemCertFile: write(`${name}.crt.pem`, persona.certificatePem()),
        pemKeyFile: write(`${name}.key.pem`, persona.privateKeyPem()),
      };
    });
    return { caFile: write('ca.pem', mock.caPem), personas };
  });
}
