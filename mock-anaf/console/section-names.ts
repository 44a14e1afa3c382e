/** The sections of the console, in the order of the navigation. Each name is also the URL fragment of its section. */
export const sectionNames = ['companies', 'people', 'scenarios', 'clock', 'journal', 'token'] as const;
/** One of `sectionNames`. */
export type SectionName = (typeof sectionNames)[number];

/** The section of a fragment such as `#journal`; the first section if there is none. */
export function sectionOf(fragment: string): SectionName {
  return sectionNames.find((name) => fragment === `#${name}`) ?? 'companies';
}
