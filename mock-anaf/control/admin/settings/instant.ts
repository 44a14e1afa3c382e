/** In epoch seconds, the year 5138: a `Date` goes further, but sums of dates and lifetimes must not. */
const latest = 1e11;

/** Epoch seconds of an ISO 8601 instant; `undefined` for a text that is none, or is not from 1970 to 5138. */
export function instantOf(text: string): number | undefined {
  const instant = Date.parse(text) / 1000;
  return isDay(text) && instant >= 0 && instant <= latest ? instant : undefined;
}

/** `Date.parse` reads 30 February as 2 March. */
function isDay(text: string): boolean {
  const [, day] = /^\d{4}-\d{2}-(\d{2})/.exec(text) ?? [];
  return day === undefined || new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() === Number(day);
}
