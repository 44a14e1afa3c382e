import type { WrittenLanguage } from 'spv-authorize/contract';

/** Where the companies, ANAF and the deadlines are. */
const timeZone = 'Europe/Bucharest';

const formats: Readonly<Record<WrittenLanguage, Intl.DateTimeFormat>> = {
  ro: new Intl.DateTimeFormat('ro-RO', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
};

/** The day of an instant (epoch seconds) in Romania: `24.11.2026` or `24 November 2026`. */
export function shownDate(language: WrittenLanguage, instant: number): string {
  return formats[language].format(instant * 1000);
}
