const zone = { timeZone: 'Europe/Bucharest' } as const;

// Romanian order for every language: the dates are those of Romanian documents.
const dateFormat = new Intl.DateTimeFormat('ro-RO', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('ro-RO', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `24.11.2026`, the day in Romania. */
export function date(at: number): string {
  return dateFormat.format(at * 1000);
}

/** `09:12`, the time in Romania. */
export function time(at: number): string {
  return timeFormat.format(at * 1000);
}

/** Picks a plural form by the language's own rules. */
export function plural(
  language: string,
  count: number,
  forms: { readonly one: string; readonly few?: string; readonly other: string },
): string {
  const rule = new Intl.PluralRules(language).select(count);
  return (rule === 'one' && forms.one) || (rule === 'few' && forms.few) || forms.other;
}

/** `e-Factura`, `e-Factura și e-Transport`. */
export function list(language: string, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}
