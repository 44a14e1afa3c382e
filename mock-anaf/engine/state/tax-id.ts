const weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];

/** Whether a text is a Romanian CUI: 2 to 10 digits, the last of which is the control digit. */
export function hasValidControlDigit(cui: string): boolean {
  if (!/^[1-9]\d{1,9}$/.test(cui)) return false;
  const digits = cui.slice(0, -1).padStart(9, '0');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return ((sum * 10) % 11) % 10 === Number(cui.at(-1));
}

/** Removes the country from a CUI as written in an invoice: `RO 123`, `RO123` and `123` all give `123`. */
export function bareTaxId(written: string): string {
  return written.trim().replace(/^RO/i, '').replaceAll(/\s/g, '');
}
