import type { XmlElement } from '../xml/xml-element.ts';

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/** An amount in hundredths, so that sums are exact; `undefined` where none can be read. */
export function hundredthsAt(element: XmlElement, path: string): number | undefined {
  const text = element.textAt(path);
  return isDecimal(text) ? Math.round(Number(text) * 100) : undefined;
}

/** As above for what may be left out: nothing is zero. */
export function hundredthsOrZero(element: XmlElement, path: string): number {
  return hundredthsAt(element, path) ?? 0;
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** Whether two amounts are there and differ at two decimals. */
export function differ(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

/** As the rules on VAT judge it, which leave room for roundings: whether they are one unit of the currency or more apart. */
export function differByUnit(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && Math.abs(left - right) >= 100;
}

/** Documented: amounts carry two decimals at most. */
export function hasMoreThanTwoDecimals(element: XmlElement, path: string): boolean {
  return element.all(path).some(({ text }) => /\.\d{3}/.test(text));
}
