import { createHash } from 'node:crypto';
import type { CertificateOwner } from './certificate-owner.ts';

/** Cache of the serial numbers, because every API call looks up a certificate by serial number. */
const serials = new Map<string, string>();

/**
 * Serial number of a person's certificate, hexadecimal without colons. It is derived from the name and the number of renewals, so it
 * is the same after every start.
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
