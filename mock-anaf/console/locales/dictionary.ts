import type { ro } from './ro.ts';

/** All texts of the console. Romanian defines the keys; every language must have all of them. */
export type Dictionary = typeof ro;
