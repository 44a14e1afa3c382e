import type { DeadLink } from '../../../links/link-visits.ts';
import type { NoticeText, PageValues } from '../page-text.ts';

/** Values of the sentences on the pages of a link. */
export interface LinkValues extends PageValues {
  /** The name that the host gave to the person who asks. */
  readonly requester: string | undefined;
  /** Host of ANAF's login, for example `logincert.anaf.ro`. */
  readonly loginHost: string;
}

/** A `<details>` with a list. */
interface ListText {
  readonly title: string;
  readonly items: (values: LinkValues) => readonly string[];
}

/** Texts of the pages for the recipient of a link, usually the company's accountant. */
export interface LinkText {
  /** Seen by people and programs that only have the link, so these texts name no company and no requester. */
  readonly preview: {
    readonly title: (services: string) => string;
    readonly description: (application: string) => string;
  };
  readonly landing: {
    readonly title: (values: LinkValues) => string;
    readonly requester: string;
    readonly account: (account: string, application: string) => string;
    readonly company: string;
    /** What the application does with the permission. */
    readonly does: (values: LinkValues) => readonly string[];
    /** What it does not do. */
    readonly doesNot: (values: LinkValues) => readonly string[];
    readonly submit: string;
    /** Below the button: where it leads, and what to do when ANAF does not lead back. */
    readonly leaving: (values: LinkValues) => string;
    readonly stranded: string;
    readonly decline: string;
    readonly doubt: (values: LinkValues) => string;
    readonly needs: ListText;
    readonly elsewhere: { readonly title: string; readonly text: string; readonly qr: string };
    readonly address: string;
    readonly validUntil: (instant: string) => string;
  };
  /** The landing page on a phone or tablet, where the certificate cannot be used. */
  readonly phone: {
    readonly title: string;
    readonly text: string;
    readonly mail: string;
    readonly mailSubject: (application: string) => string;
    readonly qr: string;
    readonly anyway: { readonly title: string; readonly text: string };
  };
  readonly decline: {
    readonly title: (values: LinkValues) => string;
    readonly text: string;
    readonly submit: string;
    readonly back: string;
    readonly done: NoticeText;
  };
  readonly ends: Readonly<Record<DeadLink['kind'], NoticeText>>;
  readonly receipt: {
    readonly title: (values: PageValues) => string;
    readonly text: (values: PageValues) => string;
    readonly labels: {
      readonly company: string;
      readonly application: string;
      readonly certificate: string;
      readonly at: string;
      readonly until: string;
    };
    readonly services: (services: string) => string;
    readonly certificate: (issuer: string, serial: string) => string;
    readonly allowed: (values: PageValues) => string;
    readonly withdraw: {
      readonly title: string;
      readonly text: (values: PageValues) => string;
      readonly link: string;
      readonly address: string;
      /** Instead of the address when the page is shown again later. */
      readonly shownBefore: string;
    };
    readonly mail: {
      readonly label: string;
      readonly hint: string;
      readonly submit: string;
      readonly sent: (address: string) => NoticeText;
      readonly refused: NoticeText;
      readonly tooLate: NoticeText;
    };
  };
  readonly result: {
    readonly kept: (values: PageValues) => NoticeText;
    readonly lookAgain: string;
    readonly alreadyDone: (values: PageValues) => NoticeText;
    readonly ended: NoticeText;
    /** The authorization has been withdrawn, disconnected or replaced. */
    readonly former: NoticeText;
    /** After a failure: the link still works. */
    readonly stillOpen: string;
    readonly again: string;
    readonly questions: { readonly title: string; readonly chooserSeen: string; readonly pinAsked: string };
    readonly replies: { readonly yes: string; readonly no: string; readonly unknown: string };
    readonly answer: string;
    readonly likelihoods: { readonly certain: string; readonly likely: string; readonly possible: string };
    readonly tellSupport: string;
    readonly supportSubject: (application: string) => string;
  };
  readonly withdrawal: {
    readonly title: (values: PageValues) => string;
    readonly text: (values: PageValues) => string;
    readonly effects: (values: PageValues) => readonly string[];
    readonly submit: string;
    readonly keep: string;
    readonly done: (values: PageValues) => NoticeText & { readonly effects: readonly string[] };
    readonly unknown: NoticeText;
  };
}
