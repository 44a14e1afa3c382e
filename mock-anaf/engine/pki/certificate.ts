import { isIP } from 'node:net';
import forge from 'node-forge';
import type { KeyPair } from './keys.ts';

/** The issuer of a certificate, as PEM. */
export interface Signer {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** The contents of a certificate to issue. */
export interface CertificateRequest {
  readonly commonName: string;
  readonly organization: string;
  /** Hexadecimal, even length, first bit not set. */
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keys: KeyPair;
  readonly use: 'authority' | 'server' | 'person';
  /** Names and addresses that a server certificate is valid for. */
  readonly hosts?: readonly string[];
}

/** Issues an X.509 certificate as PEM, signed by `signer`, or self-signed without one. */
export function issueCertificate(request: CertificateRequest, signer?: Signer): string {
  const certificate = forge.pki.createCertificate();
  const subject = nameOf(request);
  const issuer = signer ? forge.pki.certificateFromPem(signer.certificatePem) : undefined;
  certificate.publicKey = forge.pki.publicKeyFromPem(request.keys.publicKeyPem);
  certificate.serialNumber = request.serial;
  certificate.validity.notBefore = request.notBefore;
  certificate.validity.notAfter = request.notAfter;
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? issuer.subject.attributes : subject);
  certificate.setExtensions([...extensionsOf(request), ...identifiersOf(issuer)]);
  const signingKey = signer?.privateKeyPem ?? request.keys.privateKeyPem;
  certificate.sign(forge.pki.privateKeyFromPem(signingKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

function nameOf({ commonName, organization }: CertificateRequest): forge.pki.CertificateField[] {
  return [
    { name: 'countryName', value: 'RO' },
    { name: 'organizationName', value: organization, valueTagClass: forge.asn1.Type.UTF8 as never },
    { name: 'commonName', value: commonName, valueTagClass: forge.asn1.Type.UTF8 as never },
  ];
}

function extensionsOf({ use, hosts = [] }: CertificateRequest): object[] {
  switch (use) {
    case 'authority':
      return [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ];
    case 'server':
      return [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: hosts.map(alternativeName) },
      ];
    case 'person':
      return [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
        { name: 'extKeyUsage', clientAuth: true, emailProtection: true },
      ];
    default:
      return use satisfies never;
  }
}

/** Python 3.13 and `openssl -x509_strict` refuse a certificate without an authority key identifier. */
function identifiersOf(issuer: forge.pki.Certificate | undefined): object[] {
  const own = { name: 'subjectKeyIdentifier' };
  if (!issuer) return [own];
  const keyIdentifier = issuer.generateSubjectKeyIdentifier().getBytes();
  return [own, { name: 'authorityKeyIdentifier', keyIdentifier }];
}

function alternativeName(host: string): object {
  return isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };
}
