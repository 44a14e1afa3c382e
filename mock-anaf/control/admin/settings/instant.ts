/** The year 5138 in epoch seconds. `Date` has a larger range, but there must be room for sums of dates and lifetimes. */
const latest = 1e11;

/** Converts an ISO 8601 instant to epoch seconds; `undefined` if the text is invalid, or not from 1970 to 5138. */
export function instantOf(text: string): number | undefined {
  const instant = Date.parse(text) / 1000;
  return isDay(text) && instant >= 0 && instant <= latest ? instant : undefined;
}

/** Whether the date exists. `Date.parse` reads 30 February as 2 March. */
function isDay(text: string): boolean {
  const [, day] = /^\d{4}-\d{2}-(\d{2})/.exec(text) ?? [];
  return day === undefined || new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() === Number(day);
}
