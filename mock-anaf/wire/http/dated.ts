import type { HttpAnswer } from './answer.ts';

/**
 * Adds the header `Date` (RFC 9110, 6.6.1) to an answer. Pages of the F5, which carry the header `Server`, have none.
 * @param now epoch seconds; absent: no `Date`
 */
export function dated({ headers }: HttpAnswer, now: (() => number) | undefined): HttpAnswer['headers'] {
  return !now || headers.Server !== undefined ? headers : { Date: dateOf(Math.floor(now())), ...headers };
}

/** The last date that was formatted: many answers are sent within one second. */
const written = { second: Number.NaN, date: '' };

function dateOf(second: number): string {
  if (written.second !== second) Object.assign(written, { second, date: new Date(second * 1000).toUTCString() });
  return written.date;
}
