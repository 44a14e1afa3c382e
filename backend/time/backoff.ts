/**
 * Pause before the next try: 15 s, 30 s, 1 min and so on, up to one hour. A person may be waiting for the first tries.
 * `tries` counts from 1.
 */
export function backoffSeconds(tries: number): number {
  return Math.min(15 * 2 ** (tries - 1), 3600);
}
