import { oneLine } from '../../markup/shown-text.ts';

/** Scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name from a host, as it may stand in a sentence: one line, without characters that reorder text. A name that is
 * written from right to left is isolated, so that it does not turn the rest of the sentence around.
 */
export function shownName(name: string): string {
  const line = oneLine(name);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
