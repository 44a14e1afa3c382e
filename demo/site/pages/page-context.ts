import type { Tenant } from '../../invoices/seed.ts';
import type { Dictionary } from '../texts/dictionary.ts';
import { en } from '../texts/en.ts';
import { ro } from '../texts/ro.ts';

/** What every page needs from the request: the chosen company, all companies of the account, and the language. */
export interface PageContext {
  readonly tenant: Tenant;
  readonly tenants: readonly Tenant[];
  readonly texts: Dictionary;
  readonly format: Format;
}

/** Formats values in the visitor's language. */
export interface Format {
  /** Formats an amount of bani in lei. */
  money(bani: number): string;
  quantity(value: number): string;
  /** Formats an ISO date. */
  date(iso: string): string;
}

/** The languages of the site. */
export const languages: Readonly<Record<'ro' | 'en', Dictionary>> = { ro, en };

/** Dates have the Romanian format in both languages, as on the invoices themselves. */
export function formatFor(lang: 'ro' | 'en'): Format {
  const locale = lang === 'ro' ? 'ro-RO' : 'en-GB';
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'RON' });
  const quantity = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat('ro-RO', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  return {
    money: (bani) => money.format(bani / 100),
    quantity: (value) => quantity.format(value),
    date: (iso) => date.format(new Date(iso)),
  };
}
