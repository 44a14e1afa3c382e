import type { Failure } from '../contract/attempt.ts';
import type { Subject } from './screen.ts';

/**
 * The text that a person sends to support: one code or fact per line, in English. It identifies the company by its CUI and the
 * certificate by issuer and serial. It has no address, ticket, token or name of a person.
 */
export function supportText(failure: Failure, { taxId, application }: Subject): string {
  const { code, reference, evidence, diagnosis } = failure;
  const lines = [
    `application: ${application}`,
    `tax id: ${taxId}`,
    `failure: ${code}`,
    reference && `reference: ${reference}`,
    ...diagnosis.causes.map(
      ({ cause, likelihood, grounds }) => `cause: ${cause} (${likelihood}; ${grounds.join(', ')})`,
    ),
    evidence.answeredAfterSeconds !== undefined && `answered after: ${evidence.answeredAfterSeconds} s`,
    evidence.sight && `seen: ${evidence.sight}`,
    evidence.chooserSeen && `chooser seen: ${evidence.chooserSeen}`,
    evidence.pinAsked && `pin asked: ${evidence.pinAsked}`,
    evidence.certificate && `certificate: ${evidence.certificate.issuer}, ${evidence.certificate.serial}`,
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n');
}
