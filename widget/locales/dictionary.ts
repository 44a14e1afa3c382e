import type { ro } from './ro.ts';

/** Everything that the element says. Romanian is the source: what it has, every language has. */
export type Dictionary = typeof ro;

/** Some of it, by group: a host's own wording, or a language that it adds. */
export type Messages = { readonly [Group in keyof Dictionary]?: Partial<Dictionary[Group]> };

/** Lays `messages` over a dictionary, group by group. */
export function withMessages(dictionary: Dictionary, messages: Messages | undefined): Dictionary {
  if (!messages) return dictionary;
  const groups = Object.entries(dictionary).map(([group, texts]) => [
    group,
    { ...texts, ...messages[group as keyof Dictionary] },
  ]);
  // Every group of the dictionary is there with at least its own texts.
  return Object.fromEntries(groups) as Dictionary;
}
