import { generate } from 'lean-qr/nano';

/** Modules of white around the code, which readers need. */
const margin = 4;

/** A QR code as the path of an SVG whose view box is a square of `size`. */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text);
  const rows = Array.from({ length: code.size }, (_, y) => rowPath(y, code));
  return { size: code.size + 2 * margin, path: rows.join('') };
}

/** The black modules of a row, one square for each. */
function rowPath(y: number, code: ReturnType<typeof generate>): string {
  const columns = Array.from({ length: code.size }, (_, x) => x).filter((x) => code.get(x, y));
  return columns.map((x) => `M${x + margin} ${y + margin}h1v1h-1z`).join('');
}
