const zone = { timeZone: 'Europe/Bucharest' } as const;

// Every language uses the Romanian format, so that dates can be compared with ANAF's documents.
const dateFormat = new Intl.DateTimeFormat('ro-RO', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('ro-RO', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Formats an instant (epoch seconds) as the day in Romania: `24.11.2026`. */
export function date(at: number): string {
  return dateFormat.format(at * 1000);
}

/** Formats an instant (epoch seconds) as the time in Romania: `09:12`. */
export function time(at: number): string {
  return timeFormat.format(at * 1000);
}

/** Chooses a plural form by the rules of the language. */
export function plural(
  language: string,
  count: number,
  forms: { readonly one: string; readonly few?: string; readonly other: string },
): string {
  const rule = new Intl.PluralRules(language).select(count);
  return (rule === 'one' && forms.one) || (rule === 'few' && forms.few) || forms.other;
}

/** Joins items as a list in the language: `e-Factura`, `e-Factura și e-Transport`. */
export function list(language: string, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}
