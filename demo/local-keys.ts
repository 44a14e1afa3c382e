import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secrets of one local installation. */
export interface LocalKeys {
  /** Signs the sessions. */
  readonly session: string;
  /** 32 bytes, base64: encrypts the tokens at rest. */
  readonly encryption: string;
  /** The secret of the demo's application at mock ANAF. */
  readonly clientSecret: string;
}

/** Made at the first start and kept beside the data that they protect, readable by their owner only. */
export function localKeys(dataFolder: string | undefined): LocalKeys {
  if (!dataFolder) return newKeys();
  const file = join(dataFolder, 'keys.json');
  if (existsSync(file)) return readKeys(file);
  const keys = newKeys();
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}

function newKeys(): LocalKeys {
  return {
    session: randomBytes(32).toString('base64'),
    encryption: randomBytes(32).toString('base64'),
    clientSecret: createHash('sha256').update(randomBytes(32)).digest('hex'),
  };
}

function readKeys(file: string): LocalKeys {
  try {
    // Written by this module; a file that was edited by hand fails at its first use with the key's own message.
    return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys;
  } catch (cause) {
    throw new Error(`${file} cannot be read. Delete the folder to start afresh (authorizations are lost).`, { cause });
  }
}
