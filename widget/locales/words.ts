import type { Cure } from '../catalogue/causes.ts';
import type { AuthorizationStatus } from '../contract/authorization.ts';

/** One text for each member of a union. */
export type Words<Key extends string> = Record<Key, string>;
export type CureLabels = Words<Cure>;
export type StatusWords = Words<Exclude<AuthorizationStatus, 'none'>>;
