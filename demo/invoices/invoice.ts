/** Supplier or customer of an invoice. */
export interface Party {
  readonly name: string;
  /** CUI, digits only. */
  readonly taxId: string;
  /** Trade register number, such as J40/1234/2019. */
  readonly tradeRegister: string;
  readonly street: string;
  /** In Bucharest one of SECTOR1 … SECTOR6, as CIUS-RO requires (rule BR-RO-100). */
  readonly city: string;
  /** ISO 3166-2:RO code, such as RO-B or RO-CJ. */
  readonly county: string;
}

/** One item of an invoice. */
export interface InvoiceLine {
  readonly name: string;
  readonly quantity: number;
  /** UN/ECE Recommendation 20: H87 piece, HUR hour, MON month, KGM kilogram. */
  readonly unit: 'H87' | 'HUR' | 'MON' | 'KGM';
  /** Without VAT, in bani. */
  readonly unitPriceBani: number;
  readonly vatPercent: 21 | 11;
}

/** The state of an invoice in e-Factura. `sentAt` is in epoch seconds. */
export type Delivery =
  | { readonly state: 'not-sent' }
  | { readonly state: 'processing'; readonly uploadId: string; readonly sentAt: number }
  | { readonly state: 'accepted'; readonly uploadId: string; readonly sentAt: number; readonly messageId: string }
  /** ANAF's reasons are in the message with this id. */
  | { readonly state: 'rejected'; readonly uploadId: string; readonly sentAt: number; readonly messageId: string }
  /** ANAF's reasons, in Romanian. */
  | { readonly state: 'rejected'; readonly uploadId: string; readonly sentAt: number; readonly reason: string };

/** An invoice that a company of the account issues. */
export interface Invoice {
  /** Unique within its company. */
  readonly id: string;
  /** The tenant that issues the invoice. */
  readonly companyId: string;
  readonly number: string;
  /** ISO date. */
  readonly issuedOn: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly supplier: Party;
  readonly customer: Party;
  readonly lines: readonly InvoiceLine[];
  readonly iban: string;
  readonly delivery: Delivery;
}
