import { type SVGTemplateResult, svg } from 'lit';
import type { SectionName } from './section-names.ts';

/** The icon of each section, for a 16 by 16 view box. */
export const sectionIcons: Readonly<Record<SectionName, SVGTemplateResult>> = {
  companies: svg`<path d="M2.5 13.5v-11h7v11M9.5 6h4v7.5M1 13.5h14M5 5.5h2M5 8h2M5 10.5h2M11.5 8.5v0M11.5 11v0"/>`,
  people: svg`<circle cx="6" cy="5" r="2.5"/><path d="M1.5 13.5c0-2.6 1.9-4.2 4.5-4.2s4.5 1.6 4.5 4.2M10.5 2.8a2.4 2.4 0 0 1 0 4.4M12 9.6c1.6.5 2.5 1.9 2.5 3.9"/>`,
  scenarios: svg`<path d="M9 1.5 3 9h4.5L7 14.5 13 7H8.5z"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.8"/>`,
  journal: svg`<path d="M2.5 3.5h11M2.5 6.5h11M2.5 9.5h7M2.5 12.5h7"/><circle cx="12.5" cy="11" r="1.6"/>`,
  token: svg`<circle cx="5" cy="8" r="3"/><path d="M8 8h6.5M12 8v2.5M14.5 8v1.8"/>`,
};
