import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { sealDocument } from 'mock-anaf/internal/anaf/efactura/xml/seal.ts';
import { issueCertificate } from 'mock-anaf/internal/engine/pki/certificate.ts';
import { SignedXml } from 'xml-crypto';

// Short keys, which are generated fast.
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const certificatePem = issueCertificate({
  ...{ commonName: 'Seal', organization: 'Test', serial: '01', use: 'person' },
  notBefore: new Date('2026-01-01'),
  notAfter: new Date('2027-01-01'),
  keys: { privateKeyPem: privateKey, publicKeyPem: publicKey },
});
const seal = (xml: string) => sealDocument(xml, { privateKeyPem: privateKey, certificatePem });
const signatureOf = (sealed: string) => /<Signature[\s\S]*<\/Signature>/.exec(sealed)?.[0] ?? '';

function verifies(sealed: string): boolean {
  const checker = new SignedXml({ publicCert: publicKey });
  checker.loadSignature(signatureOf(sealed));
  return checker.checkSignature(sealed);
}

describe('sealDocument', () => {
  it('the signature is the last child of the root element, and verifies', () => {
    const sealed = seal('<A><B>1</B></A>');

    assert.match(sealed, /^<A><B>1<\/B><Signature[\s\S]*<\/Signature><\/A>$/);
    assert.equal(verifies(sealed), true);
  });

  it('the signature has the form of the Ministry: enveloped, exclusive canonicalization, rsa-sha256 over sha256', () => {
    const signature = signatureOf(seal('<A/>'));

    assert.deepEqual(
      [...signature.matchAll(/<(\w+) Algorithm="([^"]*)"/g)].map(([, name, algorithm]) => [name, algorithm]),
      [
        ['CanonicalizationMethod', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
        ['SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
        ['Transform', 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'],
        ['Transform', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
        ['DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256'],
      ],
    );
    assert.match(signature, /<Reference URI="">/);
    assert.match(signature, /<X509Certificate>MII[\w+/=]+<\/X509Certificate>/);
  });

  for (const [title, xml, signed] of [
    ['an instruction is left out', '<A>1<?x y?>2<?z?></A>', '<A>12</A>'],
    ['an instruction whose name begins with xml is left out', '<A>1<?xml-stylesheet y?>2</A>', '<A>12</A>'],
    ['an instruction of several lines is left out', '<A>1<?x\ny\n?>2</A>', '<A>12</A>'],
    ['references to U+0085 become line breaks', '<A>1&#133;2&#0133;3&#x85;4&#x0085;</A>', '<A>1\n2\n3\n4\n</A>'],
    ['references to U+2028 become line breaks', '<A>1&#8232;2&#08232;3&#x2028;4&#x02028;5</A>', '<A>1\n2\n3\n4\n5</A>'],
    ['other references are kept', '<A>&#1331;&amp;&#x851;</A>', '<A>&#1331;&amp;&#x851;</A>'],
    [
      'what looks like an instruction in CDATA is kept',
      '<A><![CDATA[<?x?>\n&#133;]]></A>',
      '<A><![CDATA[<?x?>\n&#133;]]></A>',
    ],
    [
      'what looks like an instruction in a comment is kept',
      '<A><!-- <?x?>\n&#133; --></A>',
      '<A><!-- <?x?>\n&#133; --></A>',
    ],
  ] as const) {
    it(`in the signed copy ${title}`, () => {
      const sealed = seal(xml);
      // The serializer writes some references as characters.
      const plain = (text: string) =>
        text.replace(signatureOf(text), '').replaceAll('&#1331;', 'Գ').replaceAll('&#x851;', '\u0851');

      assert.equal(plain(sealed), plain(signed));
      assert.equal(verifies(sealed), true);
    });
  }

  it('the XML declaration is kept', () => {
    assert.match(
      seal('<?xml version="1.0" encoding="UTF-8"?>\n<A/>'),
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<A>/,
    );
  });
});
