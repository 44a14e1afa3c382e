import { defaultCompanies } from 'mock-anaf';
import type { Invoice, InvoiceLine, Party } from './invoice.ts';

/** A company that uses the demo site: its key there, and how its invoices describe it. */
export interface Tenant {
  readonly companyId: string;
  readonly party: Party;
}

const addresses = [
  { tradeRegister: 'J40/4721/2014', street: 'Strada Mântuleasa 18', city: 'SECTOR2', county: 'RO-B' },
  { tradeRegister: 'J12/883/2017', street: 'Strada Memorandumului 9', city: 'Cluj-Napoca', county: 'RO-CJ' },
  { tradeRegister: 'J08/1290/2009', street: 'Strada Lungă 112', city: 'Brașov', county: 'RO-BV' },
  { tradeRegister: 'J35/260/2021', street: 'Bulevardul Take Ionescu 46', city: 'Timișoara', county: 'RO-TM' },
] as const;

type LineRow = readonly [
  name: string,
  quantity: number,
  unit: InvoiceLine['unit'],
  unitPriceBani: number,
  vatPercent: InvoiceLine['vatPercent'],
];

interface SeedInvoice {
  /** Positions in mock ANAF's list of companies; the supplier is one of the account's two firms. */
  readonly from: 0 | 1;
  readonly to: number;
  readonly issuedDaysAgo: number;
  readonly lines: readonly LineRow[];
}

// biome-ignore format: a table reads better with one invoice line per line.
const seed: readonly SeedInvoice[] = [
  { from: 0, to: 1, issuedDaysAgo: 0, lines: [
    ['Consultanță în logistică, noiembrie', 12, 'HUR', 24_000, 21],
    ['Abonament platformă de transport', 1, 'MON', 39_900, 21],
  ] },
  { from: 0, to: 2, issuedDaysAgo: 1, lines: [
    ['Manual de operare, ediția a III-a', 20, 'H87', 6_450, 11],
    ['Instruire la sediul clientului', 6, 'HUR', 30_000, 21],
  ] },
  { from: 0, to: 3, issuedDaysAgo: 3, lines: [
    ['Audit de depozit', 1, 'H87', 485_000, 21],
  ] },
  { from: 1, to: 0, issuedDaysAgo: 0, lines: [
    ['Cafea boabe, 1 kg', 14.5, 'KGM', 9_800, 11],
    ['Închiriere espressor', 1, 'MON', 22_000, 21],
  ] },
];

/**
 * The two firms of an account: each receives an invoice that the other sends.
 * @param account prefix of the firms' company ids
 */
export function tenantsOf(account: string): readonly [Tenant, Tenant] {
  return [
    { companyId: `${account}-1`, party: party(0) },
    { companyId: `${account}-2`, party: party(1) },
  ];
}

/** The account that the demo shows. */
export const demoTenants = tenantsOf('firma');

/**
 * The unsent invoices that an account starts with.
 * @param today epoch seconds; the invoices are dated around it
 */
export function seedInvoices(today: number, tenants: readonly [Tenant, Tenant] = demoTenants): readonly Invoice[] {
  return seed.map(({ from, to, issuedDaysAgo, lines }, index) => ({
    id: String(index + 1),
    companyId: tenants[from].companyId,
    number: `CND-2026-${String(148 - index).padStart(4, '0')}`,
    issuedOn: isoDay(today, -issuedDaysAgo),
    dueOn: isoDay(today, 30 - issuedDaysAgo),
    supplier: tenants[from].party,
    customer: party(to),
    lines: lines.map(invoiceLine),
    iban: 'RO49AAAA1B31007593840000',
    delivery: { state: 'not-sent' },
  }));
}

function invoiceLine([name, quantity, unit, unitPriceBani, vatPercent]: LineRow): InvoiceLine {
  return { name, quantity, unit, unitPriceBani, vatPercent };
}

function party(index: number): Party {
  const company = defaultCompanies[index];
  const address = addresses[index];
  if (!company || !address) throw new RangeError(`the seed has no firm at position ${index}`);
  return { name: company.name, taxId: company.cui, ...address };
}

function isoDay(today: number, days: number): string {
  return new Date((today + days * 86_400) * 1000).toISOString().slice(0, 10);
}
