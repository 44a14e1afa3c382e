import type { WrittenLanguage } from 'spv-authorize/contract';
import { shownDate } from '../../markup/shown-date.ts';

const times = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Bucharest',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The minute of an instant (epoch seconds) in Romania: `24.11.2026, 14:30`. */
export function shownInstant(locale: WrittenLanguage, instant: number): string {
  return `${shownDate(locale, instant)}, ${times.format(instant * 1000)}`;
}
