import type { Dictionary } from './dictionary.ts';

/** Formats dates and times in one language and in the time zone of the browser. Instants are epoch seconds. */
export class Formats {
  readonly #texts: Dictionary;
  readonly #date: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #time: Intl.DateTimeFormat;

  constructor(locale: string, texts: Dictionary) {
    this.#texts = texts;
    this.#date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    this.#weekday = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    this.#time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  }

  date(instant: number): string {
    return this.#date.format(instant * 1000);
  }

  longDate(instant: number): string {
    return this.#weekday.format(instant * 1000);
  }

  time(instant: number): string {
    return this.#time.format(instant * 1000);
  }

  dateAndTime(instant: number): string {
    return `${this.date(instant)}, ${this.time(instant)}`;
  }

  /** Formats the length of a time span in its largest suitable unit: days, hours, minutes or seconds. */
  span(seconds: number): string {
    const { spanDays, spanHours, spanMinutes, spanSeconds } = this.#texts.clock;
    const minutes = Math.round(Math.abs(seconds) / 60);
    if (Math.abs(seconds) < 60) return spanSeconds(Math.round(Math.abs(seconds)));
    if (minutes < 60) return spanMinutes(minutes);
    if (minutes < 48 * 60) return spanHours(Math.round(minutes / 60));
    return spanDays(Math.round(minutes / 1440));
  }

  get zone(): string {
    return this.#time.resolvedOptions().timeZone;
  }
}
