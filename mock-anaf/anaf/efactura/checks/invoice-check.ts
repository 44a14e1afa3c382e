import type { InvoiceView } from './invoice-view.ts';

/** Where a rule comes from. */
export type CheckSource =
  /** The European standard EN 16931-1, including the business rules of its UBL binding. */
  | 'EN 16931'
  /** Romania's usage specification of the standard, whose rules the Ministry of Finance publishes as Schematron. */
  | 'CIUS-RO'
  /** The schema of UBL 2.1, which defines the types of fields. Assumed: it is checked together with the rules, not at the upload. */
  | 'UBL 2.1'
  /** An archive of errors from ANAF. */
  | 'observed';

/**
 * One check. To add one, add it to the list of its subject, add an invoice that breaks it to the tests, and add its line to
 * `CHECKS.md`.
 */
export interface InvoiceCheck {
  /** Id of the rule, e.g. `BR-CO-10`. */
  readonly id: string;
  /** The id in the brackets of the error message, if several rules share one, e.g. `BR-RO-L030` for `BR-RO-L0301`. */
  readonly label?: string;
  readonly source: CheckSource;
  /** The two sentences of the error message. Their wording is the mock's own. */
  readonly romanian: string;
  readonly english: string;
  /**
   * Whether the invoice breaks the rule. A missing field that is required by another rule does not break this one, so that each mistake
   * gives one error message.
   */
  readonly isBroken: (invoice: InvoiceView) => boolean;
}

type Row = readonly [id: string, romanian: string, english: string, isBroken: InvoiceCheck['isBroken'], label?: string];

/** Builds the checks of one source from rows of a table. */
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

/** The error message of a check. Observed format: label, Romanian sentence, line break, English sentence. */
export function errorMessageOf({ id, label = id, romanian, english }: InvoiceCheck): string {
  return `[${label}]-${romanian}\n\t\t#${english}`;
}
