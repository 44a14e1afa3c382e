import type { InvoiceView } from './invoice-view.ts';

/** Who says that it must be so. */
export type CheckSource =
  /** European standard EN 16931-1 with the business rules of its UBL binding. */
  | 'EN 16931'
  /** Romania's specification of it, by the rules that the Ministry of Finance publishes as Schematron. */
  | 'CIUS-RO'
  /** UBL 2.1, whose schema gives a field its type. ANAF would find it at the upload; that it is found later here is assumed. */
  | 'UBL 2.1'
  /** Seen in an archive of errors. */
  | 'observed';

/** One row of the table of checks. */
export interface InvoiceCheck {
  /** The rule, e.g. `BR-CO-10`. */
  readonly id: string;
  /** What the complaint carries in brackets, where several rules share it, e.g. `BR-RO-L030` for `BR-RO-L0301`. */
  readonly label?: string;
  readonly source: CheckSource;
  /** The two sentences of the complaint. Assumed wording: ours, after the meaning of the rule. */
  readonly romanian: string;
  readonly english: string;
  /** Whether the invoice breaks the rule. What another rule demands is taken to be there: one mistake, one complaint. */
  readonly isBroken: (invoice: InvoiceView) => boolean;
}

type Row = readonly [id: string, romanian: string, english: string, isBroken: InvoiceCheck['isBroken'], label?: string];

/** Rows of one source. */
export function checksOf(source: CheckSource, rows: readonly Row[]): readonly InvoiceCheck[] {
  return rows.map(([id, romanian, english, isBroken, label]) => ({
    id,
    source,
    romanian,
    english,
    isBroken,
    ...(label !== undefined && { label }),
  }));
}

/** The complaint as it stands in an archive of errors. Observed form: label, Romanian, and after a line break English. */
export function complaintOf({ id, label = id, romanian, english }: InvoiceCheck): string {
  return `[${label}]-${romanian}\n\t\t#${english}`;
}
