import { createHash } from 'node:crypto';
import type { CertificateOwner } from './certificate-owner.ts';

/** Every call of the API looks a certificate up by its serial: the hashes are kept, one for each name there ever was. */
const serials = new Map<string, string>();

/**
 * Serial of a persona's certificate, hexadecimal without colons: the same at every start, as it is made from the name and the
 * number of renewals.
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

export function colonSeparated(serial: string): string {
  return serial.match(/../g)?.join(':') ?? serial;
}
