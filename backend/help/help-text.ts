import type { CauseCode } from 'spv-authorize/contract';
import type { GuideCode } from './topics.ts';

/** The values that the texts contain. Shown as text, never as markup. */
export interface HelpValues {
  /** The host application's name. */
  readonly application: string;
  /** ANAF's services that the application uses, for example "e-Factura și e-Transport". */
  readonly services: string;
}

/**
 * A sentence that may contain links, written `[label](target)`. The target is another topic of the help (`#wrong-pin`) or an https
 * address.
 */
export type LinkedText = string;

/** What the help adds to the catalogue's title of a cause. */
export interface CauseHelp {
  /** What the person has seen, one sign each. */
  readonly signs: readonly LinkedText[];
  /** Why it happens. */
  readonly reason: LinkedText;
  /** What to do, in order. */
  readonly steps: readonly LinkedText[];
}

/** A paragraph, steps in order, a list, explained terms, or the issuers of the catalogue with a remark on some of them. */
export type Block =
  | LinkedText
  | { readonly steps: readonly LinkedText[] }
  | { readonly items: readonly LinkedText[] }
  | { readonly terms: readonly (readonly [term: string, text: LinkedText])[] }
  | { readonly issuers: Readonly<Record<string, LinkedText>> };

/** A topic that is not a cause: how something is done, or what it means. */
interface GuideHelp {
  /** A heading without a full stop. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type CausesHelp = Readonly<Record<CauseCode, CauseHelp>>;
export type GuidesHelp = Readonly<Record<GuideCode, GuideHelp>>;
