import { authorityNames, identityOf, pkcs12Of } from '../../engine/pki/authority.ts';
import type { KeyRing } from '../../engine/pki/key-ring.ts';
import { pkcs12Passphrase } from '../../engine/pki/pkcs12.ts';
import { colonSeparated, serialOf } from '../../engine/pki/serial.ts';
import type { Person } from '../../engine/state/mock-state.ts';

/** A person with their certificate, for tests. Key and certificate are generated when they are first read (about 0.1 s). */
export interface Persona {
  readonly name: string;
  readonly fullName: string;
  /** What can be tested with this certificate, one sentence in Romanian. */
  readonly title: string;
  /** CUIs that the certificate has rights for, even if the login refuses it. */
  readonly companies: readonly string[];
  readonly pin: string;
  /** Serial number of the certificate, as in the token's claim `serial`: hexadecimal, colons between bytes. */
  readonly serial: string;
  /** Common name of the issuer, as in the token's claim `issuer`. */
  readonly issuer: string;
  /** Certificate, key and chain, for import into a browser. */
  pkcs12(): Promise<{ readonly bytes: Uint8Array; readonly passphrase: string }>;
  certificatePem(): string;
  privateKeyPem(): string;
}

/** Makes the public view of a person. */
export function personaOf(person: Person, keys: KeyRing): Persona {
  const { name, fullName, title, pin, rights, authority } = person;
  return {
    name,
    fullName,
    title,
    pin,
    companies: rights.map(({ cui }) => cui),
    serial: colonSeparated(serialOf(person)),
    issuer: authorityNames[authority],
    pkcs12: async () => ({ bytes: pkcs12Of(person, keys), passphrase: pkcs12Passphrase }),
    certificatePem: () => identityOf(person, keys).certificatePem,
    privateKeyPem: () => identityOf(person, keys).privateKeyPem,
  };
}
