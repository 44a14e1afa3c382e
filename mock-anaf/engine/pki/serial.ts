import { createHash } from 'node:crypto';
import type { CertificateOwner } from './certificate-owner.ts';

/** Cache of the hashes, one for each name, because every API call looks a certificate up by its serial number. */
const serials = new Map<string, string>();

/**
 * Serial number of a persona's certificate, hexadecimal without colons. The same at every start, as it is derived from the name and
 * the number of renewals.
 */
export function serialOf({ name, renewals = 0 }: Pick<CertificateOwner, 'name' | 'renewals'>): string {
  const which = renewals === 0 ? name : `${name}, renewal ${renewals}`;
  const known = serials.get(which);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(`mock-anaf certificate of ${which}`).digest('hex');
  const serial = `34${digest.slice(0, 30)}`;
  serials.set(which, serial);
  return serial;
}

/** A serial number as tokens and the API write it, e.g. `34:ab:0f`. */
export function colonSeparated(serial: string): string {
  return serial.match(/../g)?.join(':') ?? serial;
}
