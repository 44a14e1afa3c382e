import { SignedXml } from 'xml-crypto';
import type { Signing } from '../../../engine/pki/key-ring.ts';

const exclusiveCanonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/**
 * Signs a document as the Ministry of Finance does. Observed: enveloped signature, exclusive canonicalization, rsa-sha256 over a
 * sha256 digest.
 */
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
  signature.computeSignature(signable(xml), { location: { reference: '/*', action: 'append' } });
  return signature.getSignedXml();
}

// Matches comments and CDATA, which are kept; then processing instructions, and character references to U+0085 and U+2028.
const tokens = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?(?!xml\s)[\s\S]*?\?>|&#(?:0*133|x0*85|0*8232|x0*2028);/gi;

/**
 * Changes a document so that xml-crypto 6 signs it correctly, and other programs can verify the signature. xml-crypto canonicalizes
 * a processing instruction as text, or fails, so the signed copy has none. It reads U+0085 and U+2028 as line breaks, except when they
 * are written as character references, so the signed copy has line breaks for both.
 */
function signable(xml: string): string {
  return xml.replaceAll(tokens, (token) => {
    if (token.startsWith('<?')) return '';
    return token.startsWith('&') ? '\n' : token;
  });
}
