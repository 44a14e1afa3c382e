import { en } from './en.ts';
import { ro } from './ro.ts';

export * from './cause-text.ts';
export * from './causes.ts';
export * from './issuers.ts';

/** The languages of the catalogue. */
export const catalogueLocales = ['ro', 'en'] as const;
export type CatalogueLocale = (typeof catalogueLocales)[number];

/** `causeTexts.ro['wrong-pin'](values)`: title, explanation and steps of one cause. */
export const causeTexts = { ro: ro.causes, en: en.causes };

/** `failureTexts.ro['access-denied'](values)`: heading and explanation of one failure code, without its causes. */
export const failureTexts = { ro: ro.failures, en: en.failures };
