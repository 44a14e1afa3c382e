/** 15 s, 30 s, 1 min … up to one hour: a person waits for the first ones, nobody for the last. `tries` counts from 1. */
export function backoffSeconds(tries: number): number {
  return Math.min(15 * 2 ** (tries - 1), 3600);
}
