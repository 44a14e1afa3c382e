import { createHash, randomBytes } from 'node:crypto';
import { anafHosts } from '../../wire/proxy/anaf-hosts.ts';
import { issueCertificate } from './certificate.ts';
import type { CertificateOwner } from './certificate-owner.ts';
import type { KeyRing, Signing } from './key-ring.ts';
import { type KeyPair, newKeyPair, newKeyPairNow } from './keys.ts';
import { packPkcs12 } from './pkcs12.ts';
import { serialOf } from './serial.ts';

/** Issuer names of the two certificate authorities, in certificates and in the `issuer` claim of tokens. */
export const authorityNames = { trusted: 'mock-anaf Testing CA', unknown: 'Unrecognized Testing CA' } as const;

const organization = 'mock-anaf, for testing only';
const years = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2056-01-01T00:00:00Z') };
const pastYears = { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter: new Date('2025-01-01T00:00:00Z') };

/** Host names in the certificate of the TLS doors. */
const serverNames = ['127.0.0.1', '::1', 'localhost', ...Object.keys(anafHosts)];

/** Generates the keys that are needed before the first request. All other keys are generated at first use. */
export async function newKeyRing(): Promise<KeyRing> {
  const [authorityKeys, tokens, server] = await Promise.all([newKeyPair(), newKeyPair(), newKeyPair()]);
  return {
    authority: newAuthority(authorityNames.trusted, authorityKeys),
    unknownAuthority: null,
    tokens,
    seal: null,
    server,
  };
}

/**
 * Issues the certificate of the TLS doors. Clients check its dates by their own clock, not the mock's, and some systems refuse a
 * validity of more than 825 days, so it is issued again at every start.
 *
 * @param machineNow the system time in epoch seconds
 * @param hosts names and addresses in addition to loopback and ANAF's host names
 */
export function issueServerCertificate(keys: KeyRing, machineNow: number, hosts: readonly string[] = []): string {
  const day = 86_400_000;
  return issueCertificate(
    {
      commonName: 'mock-anaf',
      organization,
      serial: newSerial(),
      notBefore: new Date(machineNow * 1000 - day),
      notAfter: new Date(machineNow * 1000 + 800 * day),
      keys: keys.server,
      use: 'server',
      hosts: [...new Set([...serverNames, ...hosts])],
    },
    keys.authority,
  );
}

/** Certificate and private key of a person, as PEM. */
export interface Identity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** Generates all missing keys in parallel on the thread pool, for callers that need the certificate of every person. */
export async function makeKeysOf(people: readonly CertificateOwner[]): Promise<void> {
  await Promise.all(
    people.map(async (person) => {
      const keys = person.keyPair ?? (await newKeyPair());
      // `identityOf` may have generated this one in the meantime.
      person.keyPair ??= keys;
    }),
  );
}

/** Key and certificate of a person, generated at the first call (about 0.1 s) and stored in the person. */
export function identityOf(person: CertificateOwner, keys: KeyRing): Identity {
  person.keyPair ??= newKeyPairNow();
  person.certificatePem ??= issueCertificate(
    {
      commonName: person.fullName,
      organization,
      serial: serialOf(person),
      ...(person.validity === 'expired' ? pastYears : years),
      keys: person.keyPair,
      use: 'person',
    },
    signerOf(person, keys),
  );
  return { certificatePem: person.certificatePem, privateKeyPem: person.keyPair.privateKeyPem };
}

/** Key and certificates of a person as a PKCS#12 file for import into a browser or an operating system. */
export function pkcs12Of(person: CertificateOwner, keys: KeyRing): Uint8Array {
  const { certificatePem, privateKeyPem } = identityOf(person, keys);
  const title = `${person.fullName} (mock-anaf ${person.name})`;
  return packPkcs12(title, privateKeyPem, [certificatePem, signerOf(person, keys).certificatePem]);
}

/** Key and certificate that sign the `semnatura_….xml` of a download, in place of the Ministry of Finance. Generated at first use. */
export function sealOf(keys: KeyRing): Signing {
  if (!keys.seal) {
    const pair = newKeyPairNow();
    const certificatePem = issueCertificate(
      { commonName: 'mock-anaf Testing Seal', organization, serial: newSerial(), ...years, keys: pair, use: 'person' },
      keys.authority,
    );
    keys.seal = { privateKeyPem: pair.privateKeyPem, certificatePem };
  }
  return keys.seal;
}

function signerOf(person: CertificateOwner, keys: KeyRing): Signing {
  if (person.authority === 'trusted') return keys.authority;
  keys.unknownAuthority ??= newAuthority(authorityNames.unknown, newKeyPairNow());
  return keys.unknownAuthority;
}

function newAuthority(commonName: string, keys: KeyPair): Signing {
  const serial = `01${createHash('sha256').update(keys.publicKeyPem).digest('hex').slice(0, 30)}`;
  const certificatePem = issueCertificate({ commonName, organization, serial, ...years, keys, use: 'authority' });
  return { privateKeyPem: keys.privateKeyPem, certificatePem };
}

function newSerial(): string {
  return `02${randomBytes(15).toString('hex')}`;
}
