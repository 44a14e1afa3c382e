import type { HttpAnswer } from './answer.ts';

/**
 * The headers of an answer with its `Date`. RFC 9110, 6.6.1: a server that has a clock says when it answered. The F5's own pages,
 * which are known by `Server`, carry none.
 * @param now epoch seconds; absent: no date
 */
export function dated({ headers }: HttpAnswer, now: (() => number) | undefined): HttpAnswer['headers'] {
  return !now || headers.Server !== undefined ? headers : { Date: dateOf(Math.floor(now())), ...headers };
}

/** The last one that was written: many answers go out within a second. */
const written = { second: Number.NaN, date: '' };

function dateOf(second: number): string {
  if (written.second !== second) Object.assign(written, { second, date: new Date(second * 1000).toUTCString() });
  return written.date;
}
