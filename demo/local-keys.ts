import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** The secrets of one local installation. */
export interface LocalKeys {
  /** Signs the sessions of the element. */
  readonly session: string;
  /** 32 bytes in base64; encrypts the stored tokens. */
  readonly encryption: string;
  /** The demo's OAuth client secret at mock ANAF. */
  readonly clientSecret: string;
}

/** Reads the keys from the data folder. The first start generates them, readable only by their owner (mode 0600). */
export function localKeys(dataFolder: string): LocalKeys {
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
    // Written by this module. If it was edited by hand, the backend's configuration check names the wrong key.
    return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys;
  } catch (cause) {
    throw new StartError(
      `${file} cannot be read. Delete the data folder to start again; its authorizations are lost.`,
      {
        cause,
      },
    );
  }
}
