import { type PageContext, pageValues } from '../page.ts';
import { shownName } from '../shown-name.ts';
import { en } from './en.ts';
import type { LinkText, LinkValues } from './link-text.ts';
import { ro } from './ro.ts';

/** What the pages show of a link. */
export interface Invitation {
  /** The name that the host gave to the person who asks. */
  readonly requester: string | undefined;
  /** The host's account of that person. Unlike the company, the person did not type it. */
  readonly account: string | undefined;
  readonly company: { readonly name: string; readonly taxId: string };
  readonly expiresAt: number;
}

const linkTexts: Readonly<Record<PageContext['locale'], LinkText>> = { ro, en };

/** The texts of the pages of a link in the language of the page. */
export function linkTextOf({ locale }: PageContext): LinkText {
  return linkTexts[locale];
}

/** The values of the sentences about a link. */
export function linkValuesOf(context: PageContext, { company, requester }: Invitation, loginHost: string): LinkValues {
  return {
    ...pageValues(context, company),
    requester: requester === undefined ? undefined : shownName(requester),
    loginHost,
  };
}
