/** A firm as an invoice names it. */
export interface Party {
  readonly name: string;
  /** CUI, digits only. */
  readonly taxId: string;
  /** Trade register number, as J40/1234/2019. */
  readonly tradeRegister: string;
  readonly street: string;
  /** In Bucharest CIUS-RO wants SECTOR1 … SECTOR6 here (rule BR-RO-100). */
  readonly city: string;
  /** ISO 3166-2:RO, as RO-B or RO-CJ. */
  readonly county: string;
}

export interface InvoiceLine {
  readonly name: string;
  readonly quantity: number;
  /** UN/ECE recommendation 20: H87 piece, HUR hour, MON month, KGM kilogram. */
  readonly unit: 'H87' | 'HUR' | 'MON' | 'KGM';
  /** Without VAT, in bani. */
  readonly unitPriceBani: number;
  readonly vatPercent: 21 | 11;
}

/** Where an invoice is on its way through e-Factura. */
export type Delivery =
  | { readonly state: 'not-sent' }
  | { readonly state: 'processing'; readonly uploadId: string; readonly sentAt: number }
  | { readonly state: 'accepted'; readonly uploadId: string; readonly sentAt: number; readonly messageId: string }
  /** The reasons are in a message at ANAF. */
  | { readonly state: 'rejected'; readonly uploadId: string; readonly sentAt: number; readonly messageId: string }
  /** ANAF's own words, in its language. */
  | { readonly state: 'rejected'; readonly uploadId: string; readonly sentAt: number; readonly reason: string };

export interface Invoice {
  readonly id: string;
  /** The host's key of the company that issues it. */
  readonly companyId: string;
  readonly number: string;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly supplier: Party;
  readonly customer: Party;
  readonly lines: readonly InvoiceLine[];
  readonly iban: string;
  readonly delivery: Delivery;
}
