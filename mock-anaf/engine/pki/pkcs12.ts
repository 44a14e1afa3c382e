import forge from 'node-forge';

/** Every `.p12` of the mock opens with it. Toy secrets are better known than hidden. */
export const pkcs12Passphrase = 'mock-anaf';

/** Packs key and certificates for import in a browser, in Windows, in macOS or with `pk12util`. */
export function packPkcs12(name: string, privateKeyPem: string, certificatePems: readonly string[]): Uint8Array {
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKeyPem),
    certificatePems.map((pem) => forge.pki.certificateFromPem(pem)),
    pkcs12Passphrase,
    // 3DES is what every importer still reads, Windows and Debian's pk12util among them.
    { algorithm: '3des', friendlyName: name },
  );
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}
