import type { XmlElement } from '../xml/xml-element.ts';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Whether a text is a decimal number in the format of UBL. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/** An amount in hundredths, so that sums are exact; `undefined` if it is missing or not a decimal number. */
export function hundredthsAt(element: XmlElement, path: string): number | undefined {
  const text = element.textAt(path);
  return isDecimal(text) ? Math.round(Number(text) * 100) : undefined;
}

/** An optional amount in hundredths; 0 if it is missing. */
export function hundredthsOrZero(element: XmlElement, path: string): number {
  return hundredthsAt(element, path) ?? 0;
}

/** The sum of amounts in hundredths. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Whether two amounts (in hundredths) differ; `false` if one of them is missing. */
export function differ(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

/**
 * Whether two amounts (in hundredths) differ by at least one unit of the currency; `false` if one of them is missing. VAT rules use this
 * comparison to allow for rounding.
 */
export function differByUnit(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && Math.abs(left - right) >= 100;
}

/** Whether an amount at a path has more than two decimals. Documented: at most two are allowed. */
export function hasMoreThanTwoDecimals(element: XmlElement, path: string): boolean {
  return element.all(path).some(({ text }) => /\.\d{3}/.test(text));
}
