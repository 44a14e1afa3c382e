const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
/** Cache, by minutes since 1970. A list formats one time per entry, and `Intl` alone would take most of the response time. */
const compactTimes = new Map<number, string>();
const keptTimes = 1000;

/**
 * Formats an instant as `yyyyMMddHHmm` in Romania's local time, as in `dateResponse` and `data_creare`.
 * @param instant epoch seconds
 */
export function compactTime(instant: number): string {
  const minute = Math.floor(instant / 60);
  const known = compactTimes.get(minute);
  if (known !== undefined) return known;
  const time = wallClock(instant);
  const shown = `${time.year}${time.month}${time.day}${time.hour}${time.minute}`;
  if (compactTimes.size >= keptTimes) compactTimes.clear();
  compactTimes.set(minute, shown);
  return shown;
}

/** Formats an instant as `yyyy-MM-dd` in Romania's local time. */
export function dayOf(instant: number): string {
  const time = compactTime(instant);
  return `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`;
}

/** Formats an instant as `dd-MM-yyyy HH:mm:ss` in Romania's local time, as in error bodies and titles. */
export function longTime(instant: number): string {
  const { year, month, day, hour, minute, second } = wallClock(instant);
  return `${day}-${month}-${year} ${hour}:${minute}:${second}`;
}

function wallClock(instant: number): Record<string, string> {
  return Object.fromEntries(formatter.formatToParts(new Date(instant * 1000)).map(({ type, value }) => [type, value]));
}
