import { defaultCompanies } from 'mock-anaf';
import type { Invoice, InvoiceLine, Party } from './invoice.ts';

/** A company that uses the demo site: its key there and what its invoices say of it. */
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

/** The two firms of the account: what one sends, the other receives. */
export const tenants: readonly [Tenant, Tenant] = [tenant(0), tenant(1)];

function tenant(index: number): Tenant {
  return { companyId: `firma-${index + 1}`, party: party(index) };
}

function party(index: number): Party {
  const company = defaultCompanies[index];
  const address = addresses[index];
  if (!company || !address) throw new RangeError(`the seed has no firm number ${index + 1}`);
  return { name: company.name, taxId: company.cui, ...address };
}

interface Sketch {
  readonly from: number;
  readonly to: number;
  readonly issuedDaysAgo: number;
  readonly lines: readonly InvoiceLine[];
}

const sketches: readonly Sketch[] = [
  {
    from: 0,
    to: 1,
    issuedDaysAgo: 0,
    lines: [
      { name: 'Consultanță în logistică, noiembrie', quantity: 12, unit: 'HUR', unitPriceBani: 24_000, vatPercent: 21 },
      { name: 'Abonament platformă de transport', quantity: 1, unit: 'MON', unitPriceBani: 39_900, vatPercent: 21 },
    ],
  },
  {
    from: 0,
    to: 2,
    issuedDaysAgo: 1,
    lines: [
      { name: 'Manual de operare, ediția a III-a', quantity: 20, unit: 'H87', unitPriceBani: 6_450, vatPercent: 11 },
      { name: 'Instruire la sediul clientului', quantity: 6, unit: 'HUR', unitPriceBani: 30_000, vatPercent: 21 },
    ],
  },
  {
    from: 0,
    to: 3,
    issuedDaysAgo: 3,
    lines: [{ name: 'Audit de depozit', quantity: 1, unit: 'H87', unitPriceBani: 485_000, vatPercent: 21 }],
  },
  {
    from: 1,
    to: 0,
    issuedDaysAgo: 0,
    lines: [
      { name: 'Cafea boabe, 1 kg', quantity: 14.5, unit: 'KGM', unitPriceBani: 9_800, vatPercent: 11 },
      { name: 'Închiriere espressor', quantity: 1, unit: 'MON', unitPriceBani: 22_000, vatPercent: 21 },
    ],
  },
];

/** What both firms have to send on the first start, dated around `today` (epoch seconds). */
export function seedInvoices(today: number): readonly Invoice[] {
  return sketches.map((sketch, index) => {
    return {
      id: String(index + 1),
      companyId: tenant(sketch.from).companyId,
      number: `CND-2026-${String(148 - index).padStart(4, '0')}`,
      issuedOn: isoDay(today, -sketch.issuedDaysAgo),
      dueOn: isoDay(today, 30 - sketch.issuedDaysAgo),
      supplier: party(sketch.from),
      customer: party(sketch.to),
      lines: sketch.lines,
      iban: 'RO49AAAA1B31007593840000',
      delivery: { state: 'not-sent' },
    };
  });
}

function isoDay(today: number, days: number): string {
  return new Date((today + days * 86_400) * 1000).toISOString().slice(0, 10);
}
