import { SignedXml } from 'xml-crypto';
import type { Signing } from '../state/mock-state.ts';

const exclusiveCanonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Observed form of the signature: enveloped, exclusive canonicalization, rsa-sha256 over a sha256 digest. */
export function sealDocument(xml: string, { privateKeyPem, certificatePem }: Signing): string {
  const signature = new SignedXml({
    privateKey: privateKeyPem,
    publicCert: certificatePem,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: exclusiveCanonicalization,
    getKeyInfoContent: (args = {}) => SignedXml.getKeyInfoContent(args),
  });
  signature.addReference({
    xpath: '/*',
    isEmptyUri: true,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusiveCanonicalization],
  });
  signature.computeSignature(xml, { location: { reference: '/*', action: 'append' } });
  return signature.getSignedXml();
}
