import type { CatalogueLocale } from 'spv-authorize/catalogue';

const timeZone = 'Europe/Bucharest';

const days: Readonly<Record<CatalogueLocale, Intl.DateTimeFormat>> = {
  ro: new Intl.DateTimeFormat('ro-RO', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
};
const times = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The day of an instant (epoch seconds) in Romania: `24.11.2026` or `24 November 2026`. */
export function shownDay(locale: CatalogueLocale, instant: number): string {
  return days[locale].format(instant * 1000);
}

/** The minute of an instant (epoch seconds) in Romania: `24.11.2026, 14:30`. */
export function shownInstant(locale: CatalogueLocale, instant: number): string {
  return `${shownDay(locale, instant)}, ${times.format(instant * 1000)}`;
}
