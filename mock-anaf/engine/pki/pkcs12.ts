import forge from 'node-forge';

/** Passphrase of every `.p12` file of the mock. It is public, so that the files are easy to import. */
export const pkcs12Passphrase = 'mock-anaf';

/** Packs a key and certificates into a PKCS#12 file for browsers, Windows, macOS and `pk12util`. */
export function packPkcs12(name: string, privateKeyPem: string, certificatePems: readonly string[]): Uint8Array {
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKeyPem),
    certificatePems.map((pem) => forge.pki.certificateFromPem(pem)),
    pkcs12Passphrase,
    // All importers can read 3DES, including Windows and Debian's pk12util.
    { algorithm: '3des', friendlyName: name },
  );
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}
