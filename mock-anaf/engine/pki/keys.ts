import { generateKeyPair, generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';

/** An RSA key pair as PEM: PKCS#8 and SPKI. */
export interface KeyPair {
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}

const generate = promisify(generateKeyPair);
const options = {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} as const;

/** Generates a key pair with node:crypto on the thread pool, because node-forge takes seconds. */
export async function newKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generate('rsa', options);
  return { privateKeyPem: privateKey, publicKeyPem: publicKey };
}

/** Generates a key pair synchronously, in about 0.1 s. */
export function newKeyPairNow(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', options);
  return { privateKeyPem: privateKey, publicKeyPem: publicKey };
}
