import type { Invoice, InvoiceLine } from './invoice.ts';

/** Amounts for one VAT rate, in bani. */
export interface VatGroup {
  readonly vatPercent: number;
  readonly netBani: number;
  readonly vatBani: number;
}

/** The amounts of an invoice, in bani. */
export interface Totals {
  readonly netBani: number;
  readonly vatBani: number;
  readonly grossBani: number;
  readonly vatGroups: readonly VatGroup[];
}

/** Net amount of a line, rounded to whole bani. */
export function lineNetBani(line: InvoiceLine): number {
  return Math.round(line.quantity * line.unitPriceBani);
}

/** Adds up an invoice, highest VAT rate first. EN 16931 rounds VAT once per rate (BR-CO-17), not once per line. */
export function totalsOf(invoice: Pick<Invoice, 'lines'>): Totals {
  const vatGroups = [...Map.groupBy(invoice.lines, (line) => line.vatPercent)]
    .map(([vatPercent, lines]) => {
      const netBani = sum(lines.map(lineNetBani));
      return { vatPercent, netBani, vatBani: Math.round((netBani * vatPercent) / 100) };
    })
    .sort((left, right) => right.vatPercent - left.vatPercent);
  const netBani = sum(vatGroups.map((group) => group.netBani));
  const vatBani = sum(vatGroups.map((group) => group.vatBani));
  return { netBani, vatBani, grossBani: netBani + vatBani, vatGroups };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
