import type { ro } from './ro.ts';

/** All texts of the element. Romanian is the source: every language has the same keys. */
export type Dictionary = typeof ro;

/** Some of the texts, by group: a host's own wording, or a language that the host adds. */
export type Messages = { readonly [Group in keyof Dictionary]?: Partial<Dictionary[Group]> };

/** Returns a dictionary in which `messages` replace single texts. */
export function withMessages(dictionary: Dictionary, messages: Messages | undefined): Dictionary {
  if (!messages) return dictionary;
  const groups = Object.entries(dictionary).map(([group, texts]) => [
    group,
    { ...texts, ...messages[group as keyof Dictionary] },
  ]);
  // True because every group was copied with at least the dictionary's own texts.
  return Object.fromEntries(groups) as Dictionary;
}
