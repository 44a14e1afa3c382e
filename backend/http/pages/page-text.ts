/** Values that are inserted into the sentences. */
export interface PageValues {
  readonly application: string;
  readonly company: string;
  readonly taxId: string;
  /** Names of ANAF's services, for example "e-Factura și e-Transport". */
  readonly services: string;
}

/** Heading and text of a page. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** Kinds of notice pages. */
const notices = [
  'unknown',
  'elsewhere',
  'ticket-unknown',
  'ended',
  'already-done',
  'refused',
  'not-found',
  'busy',
  'failed',
] as const;
export type Notice = (typeof notices)[number];

/** All texts of the pages that are not in the catalogue of causes. */
export interface PageText {
  readonly and: string;
  readonly taxId: (taxId: string) => string;
  readonly confirmation: {
    readonly title: (values: PageValues, askedBy: string | undefined) => string;
    readonly account: (account: string, application: string) => string;
    readonly promises: (values: PageValues) => readonly string[];
    readonly needs: { readonly title: string; readonly items: (values: PageValues) => readonly string[] };
    readonly submit: string;
    readonly safe: string;
  };
  /** Shown while the browser loads ANAF's page. */
  readonly leaving: { readonly title: string; readonly text: string; readonly link: string };
  readonly result: {
    readonly succeeded: (values: PageValues) => NoticeText;
    readonly kept: (values: PageValues) => NoticeText;
    readonly alreadyDone: (values: PageValues) => NoticeText;
    readonly ended: (values: PageValues) => NoticeText;
    readonly stillActive: string;
    readonly otherCauses: (count: number) => string;
    readonly details: string;
    readonly reference: (reference: string) => string;
    readonly certificate: (issuer: string, serial: string) => string;
    readonly close: string;
    readonly closeYourself: (application: string) => string;
    readonly back: (application: string) => string;
  };
  readonly notices: Readonly<Record<Notice, NoticeText>>;
  /** The link from a failure to its section in the help. */
  readonly moreHelp: string;
  readonly support: string;
  readonly privacy: string;
}
