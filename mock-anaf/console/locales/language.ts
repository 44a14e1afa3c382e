import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { Formats } from './formats.ts';
import { ro } from './ro.ts';

/** The languages of the console. */
export const languageCodes = ['ro', 'en'] as const;
/** One of `languageCodes`. */
export type LanguageCode = (typeof languageCodes)[number];

/** One language with its texts and formats. */
export interface Language {
  readonly code: LanguageCode;
  readonly texts: Dictionary;
  readonly formats: Formats;
}

/** The name of each language, in that language. */
export const languageNames = { ro: 'Română', en: 'English' } as const satisfies Record<LanguageCode, string>;

const languages: Readonly<Record<LanguageCode, Language>> = {
  ro: { code: 'ro', texts: ro, formats: new Formats('ro-RO', ro) },
  en: { code: 'en', texts: en, formats: new Formats('en-GB', en) },
};

/** The language with this code. */
export function languageOf(code: LanguageCode): Language {
  return languages[code];
}

/** The language chosen earlier, or the first supported language of the browser, or Romanian, the language of ANAF's pages. */
export function preferredLanguage(remembered: string | null, wanted: readonly string[]): LanguageCode {
  const spoken = (tag: string) => languageCodes.find((code) => tag.toLowerCase().split('-')[0] === code);
  return [remembered ?? '', ...wanted].map(spoken).find((code) => code !== undefined) ?? 'ro';
}
