/** Characters that reorder or hide text: with them, a name could change how the sentence around it reads. */
const invisible = /[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const spacing = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A name from a host, as it may stand in a sentence: one line, without characters that reorder text. A name that is
 * written from right to left is isolated, so that it does not turn the rest of the sentence around.
 */
export function shownName(name: string): string {
  const line = name.toWellFormed().replace(invisible, '').replace(spacing, ' ').trim();
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
