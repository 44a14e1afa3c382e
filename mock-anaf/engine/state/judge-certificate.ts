import { X509Certificate } from 'node:crypto';
import type { PresentedCertificate } from '../../wire/http/mock-request.ts';
import type { MockState, Person } from './mock-state.ts';
import { findCertificate, propagationSeconds } from './people.ts';

/** The login's decision on a certificate. The reason is for the journal only; the application never gets it. */
export type Verdict =
  | {
      readonly accepted: true;
      readonly person: Person;
      /** Serial number of the presented certificate, hexadecimal without colons. It may belong to a renewed certificate. */
      readonly serial: string;
    }
  | { readonly accepted: false; readonly reason: Refusal; readonly person?: Person };

type Refusal =
  | 'no certificate was presented'
  | 'the certificate was not issued by an accepted authority'
  | 'the certificate is not valid at this time'
  | 'the certificate was revoked by its issuer'
  | 'the certificate is not enrolled in SPV'
  | 'the certificate was enrolled in SPV less than 24 hours ago';

/**
 * Judges a certificate as the login does: issuer, dates, revocation and enrolment. Rights for companies are not checked here; the API
 * checks them at every call.
 */
export function judgeCertificate(presented: PresentedCertificate | undefined, state: MockState, now: number): Verdict {
  if (!presented) return { accepted: false, reason: 'no certificate was presented' };
  const certificate = new X509Certificate(presented.der);
  const registered = findCertificate(state, certificate.serialNumber);
  const person = registered?.person;
  const refuse = (reason: Refusal): Verdict => ({ accepted: false, reason, ...(person && { person }) });

  const authority = new X509Certificate(state.keys.authority.certificatePem);
  if (!certificate.verify(authority.publicKey))
    return refuse('the certificate was not issued by an accepted authority');
  if (!isValidAt(certificate, now)) return refuse('the certificate is not valid at this time');
  // assumed: the F5 checks for revocation; the application sees the same refusal as for any other reason
  if (registered?.isRevoked) return refuse('the certificate was revoked by its issuer');
  if (!registered || registered.enrolledAt === null) return refuse('the certificate is not enrolled in SPV');
  // assumed: access_denied, as sources report for certificates that were enrolled today
  if (now - registered.enrolledAt < propagationSeconds) {
    return refuse('the certificate was enrolled in SPV less than 24 hours ago');
  }
  return { accepted: true, person: registered.person, serial: certificate.serialNumber.toLowerCase() };
}

function isValidAt(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now * 1000 && now * 1000 <= Date.parse(certificate.validTo);
}
