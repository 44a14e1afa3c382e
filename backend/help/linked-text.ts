import type { LinkedText } from './help-text.ts';

/** A part of a text: plain, or a link. */
export interface TextPart {
  readonly text: string;
  /** Another topic (`#wrong-pin`) or an https address. */
  readonly target?: string;
}

const link = /\[([^\]]+)\]\(([^)]+)\)/;

/** Divides a text at its links. */
export function partsOf(text: LinkedText): TextPart[] {
  // Splitting at a pattern with two groups gives: plain, label, target, plain, label, target, … plain.
  return text.split(link).flatMap((part, index, all): TextPart[] => {
    if (index % 3 === 2 || part === '') return [];
    const target = index % 3 === 1 ? all[index + 1] : undefined;
    return [target === undefined ? { text: part } : { text: part, target }];
  });
}

/** The text as a person reads it, without the targets of its links. */
export function plainText(text: LinkedText): string {
  return partsOf(text)
    .map((part) => part.text)
    .join('');
}
