import type { DelegationWords } from './delegation-ro.ts';
import type { ro } from './ro.ts';

/** All texts of the element. Romanian is the source: every language has the same keys. */
export type Dictionary = typeof ro;

/** All texts that a host can replace. Those about links are loaded on demand. */
type AllWords = Dictionary & DelegationWords;

/** Some of the texts, by group: a host's own wording, or a language that the host adds. */
export type Messages = { readonly [Group in keyof AllWords]?: Partial<AllWords[Group]> };

/** Returns a dictionary in which `messages` replace single texts. */
export function withMessages<Words extends object>(dictionary: Words, messages: Messages | undefined): Words {
  if (!messages) return dictionary;
  const own: Readonly<Record<string, object | undefined>> = messages;
  const groups = Object.entries(dictionary).map(([group, texts]) => [group, { ...texts, ...own[group] }]);
  // True because every group was copied with at least the dictionary's own texts.
  return Object.fromEntries(groups) as Words;
}
