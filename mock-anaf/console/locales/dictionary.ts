import type { ro } from './ro.ts';

/** Everything that the console says. Romanian is the source: what it has, every language has. */
export type Dictionary = typeof ro;
