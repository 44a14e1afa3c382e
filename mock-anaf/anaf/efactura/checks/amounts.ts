import type { XmlElement } from '../xml/xml-element.ts';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Whether a text is a decimal number as UBL writes it. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/** An amount in hundredths, so that sums are exact; `undefined` if it is missing or not a decimal number. */
export function hundredthsAt(element: XmlElement, path: string): number | undefined {
  const text = element.textAt(path);
  return isDecimal(text) ? Math.round(Number(text) * 100) : undefined;
}

/** The same for an optional amount: a missing one counts as 0. */
export function hundredthsOrZero(element: XmlElement, path: string): number {
  return hundredthsAt(element, path) ?? 0;
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Whether two amounts differ at two decimals; `false` if one of them is missing. */
export function differ(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

/**
 * Whether two amounts differ by at least one unit of the currency; `false` if one of them is missing. Rules on VAT compare this way,
 * to leave room for rounding.
 */
export function differByUnit(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && Math.abs(left - right) >= 100;
}

/** Whether an amount at a path has more than two decimals. Documented: two are the limit. */
export function hasMoreThanTwoDecimals(element: XmlElement, path: string): boolean {
  return element.all(path).some(({ text }) => /\.\d{3}/.test(text));
}
