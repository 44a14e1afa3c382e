import type { Grant, MockState } from '../../../engine/state/mock-state.ts';
import { companiesOfSerial } from '../../../engine/state/people.ts';
import type { Facts } from '../../../wire/http/answer.ts';

/** Who makes a call: a certificate, with the companies that it may act for at the time of the call. */
export interface Caller {
  readonly grant: CallerGrant;
  /** CUIs. Looked up at every call, because an access token contains none. */
  readonly companies: readonly string[];
  hasRight(cui: string): boolean;
}

/** What identifies the caller: the grant of its access token, or its client certificate. */
export interface CallerGrant extends Pick<Grant, 'persona' | 'services' | 'issuer' | 'serial'> {
  /** Absent on the certificate host, where no application is involved. */
  readonly clientId?: string;
  /** Id of the grant, or the serial number of the certificate. */
  readonly id: string;
}

/** Looks up the rights of a caller. They belong to the serial number, so a certificate that is no longer enrolled has none. */
export function callerOf(state: MockState, grant: CallerGrant, now: number): Caller {
  const companies = companiesOfSerial(state, grant.serial, now);
  return { grant, companies, hasRight: (cui) => companies.includes(cui) };
}

/** The facts about a caller that the journal shows. */
export function factsOf({ grant: { persona, clientId } }: Caller): Facts {
  return { persona, ...(clientId !== undefined && { clientId }) };
}

/** The serial number in the format of message lists (`serial`) and of the test service (`serial_certificate`). */
export function serialWithoutColons({ grant }: Caller): string {
  return grant.serial.replaceAll(':', '').toUpperCase();
}
