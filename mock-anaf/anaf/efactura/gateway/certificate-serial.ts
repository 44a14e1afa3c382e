import type { Grant } from '../../../engine/state/mock-state.ts';

/** As `serial` of a message list and `serial_certificate` of the test service write it. */
export function serialWithoutColons({ serial }: Pick<Grant, 'serial'>): string {
  return serial.replaceAll(':', '').toUpperCase();
}
