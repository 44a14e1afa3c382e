import forge from 'node-forge';

/** Passphrase of every `.p12` of the mock. It protects nothing and is documented, so that the files are easy to import. */
export const pkcs12Passphrase = 'mock-anaf';

/** Packs key and certificates for import in a browser, in Windows, in macOS or with `pk12util`. */
export function packPkcs12(name: string, privateKeyPem: string, certificatePems: readonly string[]): Uint8Array {
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKeyPem),
    certificatePems.map((pem) => forge.pki.certificateFromPem(pem)),
    pkcs12Passphrase,
    // Every importer still reads 3DES, among them Windows and Debian's pk12util.
    { algorithm: '3des', friendlyName: name },
  );
  return Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary');
}
