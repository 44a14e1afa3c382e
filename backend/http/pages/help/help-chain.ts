import type { RequestHandler } from 'express';
import { rateLimit } from '../../middleware/rate-limit.ts';
import { type PageSources, pageHeaders } from '../../middleware/security-headers.ts';
import { sourceOf } from '../page.ts';
import type { HelpDependencies } from './help-handlers.ts';
import { helpStyle } from './help-style.ts';

export interface HelpChainDependencies extends HelpDependencies {
  readonly pageSources: PageSources;
  readonly pagesPerMinute: number;
}

/** Exactly the paths of the help: the host's own pages below `/help` get none of its headers. */
export const helpPaths = /^\/help(\/(ro|en)(\/feedback)?)?\/?$/;

/** What runs before every handler of the help: its headers and the rate limit. */
export function helpChain({ pageSources, pagesPerMinute }: HelpChainDependencies): RequestHandler[] {
  const sources = { ...pageSources, style: sourceOf(helpStyle), script: "'none'", formTargets: [] };
  return [...pageHeaders(sources), rateLimit('help', pagesPerMinute)];
}
