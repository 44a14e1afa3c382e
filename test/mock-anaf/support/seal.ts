import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import type { MockAnaf } from 'mock-anaf';
import { SignedXml } from 'xml-crypto';

/** Whether the signature of a document is valid. Asserts that its certificate is the seal issued by the mock's authority. */
export function sealVerifies(mock: MockAnaf, xml: string): boolean {
  const signature = /<Signature[\s\S]*<\/Signature>/.exec(xml)?.[0] ?? '';
  const written = /<X509Certificate>([^<]+)</.exec(signature)?.[1] ?? '';
  const certificate = new X509Certificate(Buffer.from(written, 'base64'));
  const seal = new X509Certificate(mock.state.keys.seal?.certificatePem ?? '');
  assert.equal(certificate.fingerprint256, seal.fingerprint256);
  assert.ok(certificate.verify(new X509Certificate(mock.caPem).publicKey));
  const checker = new SignedXml({ publicCert: certificate.toString() });
  checker.loadSignature(signature);
  try {
    return checker.checkSignature(xml);
  } catch {
    // xml-crypto throws if the digest does not match.
    return false;
  }
}
