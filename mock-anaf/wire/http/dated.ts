import type { HttpAnswer } from './answer.ts';

/**
 * Returns the headers of an answer with `Date` added (RFC 9110, 6.6.1). Pages of the F5, recognized by their `Server` header, get none.
 * @param now epoch seconds; absent: no `Date`
 */
export function dated({ headers }: HttpAnswer, now: (() => number) | undefined): HttpAnswer['headers'] {
  return !now || headers.Server !== undefined ? headers : { Date: dateOf(Math.floor(now())), ...headers };
}

/** The last formatted date, cached because many answers are sent within one second. */
const cached = { second: Number.NaN, date: '' };

function dateOf(second: number): string {
  if (cached.second !== second) Object.assign(cached, { second, date: new Date(second * 1000).toUTCString() });
  return cached.date;
}
