import type { InvoiceView } from './invoice-view.ts';

/** Where a rule comes from. */
export type CheckSource =
  /** The European standard EN 16931-1, with the business rules of its UBL binding. */
  | 'EN 16931'
  /** Romania's specification of the standard, in the rules that the Ministry of Finance publishes as Schematron. */
  | 'CIUS-RO'
  /** The schema of UBL 2.1, which gives a field its type. Assumed: that it is checked with the rules, and not at the upload. */
  | 'UBL 2.1'
  /** An archive of errors that ANAF sent. */
  | 'observed';

/**
 * One row of the table of checks. To add one, add it to the group of its subject, add an invoice that breaks it to the tests, and add
 * its line to `CHECKS.md`.
 */
export interface InvoiceCheck {
  /** The rule, e.g. `BR-CO-10`. */
  readonly id: string;
  /** The id in the brackets of the complaint, if several rules share one, e.g. `BR-RO-L030` for `BR-RO-L0301`. */
  readonly label?: string;
  readonly source: CheckSource;
  /** The two sentences of the complaint. Assumed: their wording, which is the mock's own. */
  readonly romanian: string;
  readonly english: string;
  /** Whether the invoice breaks the rule. A field that another rule requires counts as correct if missing: one mistake, one complaint. */
  readonly isBroken: (invoice: InvoiceView) => boolean;
}

type Row = readonly [id: string, romanian: string, english: string, isBroken: InvoiceCheck['isBroken'], label?: string];

/** Builds the rows of one source. */
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

/** The complaint in an archive of errors. Observed form: label, Romanian sentence, line break, English sentence. */
export function complaintOf({ id, label = id, romanian, english }: InvoiceCheck): string {
  return `[${label}]-${romanian}\n\t\t#${english}`;
}
