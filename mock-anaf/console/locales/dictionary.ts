import type { ro } from './ro.ts';

/** All texts of the console. The Romanian texts define the keys; every language must have all of them. */
export type Dictionary = typeof ro;
