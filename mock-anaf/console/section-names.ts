/** In the order of the navigation; each is also the fragment of its address. */
export const sectionNames = ['companies', 'people', 'scenarios', 'clock', 'journal', 'token'] as const;
export type SectionName = (typeof sectionNames)[number];

/** The section of a fragment such as `#journal`; the first one for any other. */
export function sectionOf(fragment: string): SectionName {
  return sectionNames.find((name) => fragment === `#${name}`) ?? 'companies';
}
