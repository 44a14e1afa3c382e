/** Every text of the site. `ro.ts` is the source of the translations. */
export interface Dictionary {
  readonly lang: 'ro' | 'en';
  readonly otherLanguage: string;
  readonly demoNotice: string;
  readonly navigation: {
    readonly sent: string;
    readonly received: string;
    readonly account: string;
    readonly company: string;
    readonly switchCompany: string;
  };
  readonly sent: {
    readonly title: string;
    readonly intro: string;
    readonly number: string;
    readonly customer: string;
    readonly issued: string;
    readonly due: string;
    readonly total: string;
    readonly delivery: string;
  };
  readonly invoice: {
    readonly title: (number: string) => string;
    readonly back: string;
    readonly supplier: string;
    readonly customer: string;
    readonly taxId: (taxId: string) => string;
    readonly item: string;
    readonly quantity: string;
    readonly price: string;
    readonly vat: string;
    readonly value: string;
    readonly net: string;
    readonly gross: string;
    readonly send: string;
    readonly sending: string;
    readonly checkStatus: string;
    readonly xml: string;
    readonly sentAs: (uploadId: string) => string;
    readonly rejectedBecause: (reason: string) => string;
    readonly rejectedMessage: (messageId: string) => string;
    readonly sendFailed: string;
  };
  readonly delivery: {
    readonly 'not-sent': string;
    readonly processing: string;
    readonly accepted: string;
    readonly rejected: string;
  };
  /** By code of UN/ECE Recommendation 20: the word that follows a quantity. */
  readonly units: Readonly<Record<'H87' | 'HUR' | 'MON' | 'KGM', (quantity: number) => string>>;
  readonly received: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly notAuthorized: string;
    readonly authorize: string;
    readonly message: string;
    readonly receivedOn: string;
    readonly details: string;
    readonly download: string;
  };
  readonly account: {
    readonly title: string;
    readonly integrations: string;
    readonly intro: string;
    readonly withoutScript: string;
    readonly secondPerson: { readonly title: string; readonly steps: (accountant: string) => readonly string[] };
  };
  readonly errors: {
    readonly notFound: string;
    readonly notFoundHint: string;
    readonly failed: string;
    readonly failedHint: string;
    readonly home: string;
    readonly notAuthorized: string;
    readonly noRight: string;
    readonly tooMany: string;
    readonly refused: string;
    readonly unavailable: string;
    readonly otherCompany: string;
  };
}
