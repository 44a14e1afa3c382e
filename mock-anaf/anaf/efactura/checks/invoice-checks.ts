import { allowanceChecks } from './allowance-checks.ts';
import { dateChecks } from './date-checks.ts';
import { headerChecks } from './header-checks.ts';
import type { InvoiceCheck } from './invoice-check.ts';
import { lineChecks } from './line-checks.ts';
import { partyChecks } from './party-checks.ts';
import { sizeChecks } from './size-checks.ts';
import { totalChecks } from './total-checks.ts';
import { vatCategoryChecks } from './vat-category-checks.ts';
import { vatChecks } from './vat-checks.ts';

/** All checks on an invoice or credit note: a subset of EN 16931 and CIUS-RO. `CHECKS.md` lists them in this order. */
export const invoiceChecks: readonly InvoiceCheck[] = [
  ...headerChecks,
  ...dateChecks,
  ...partyChecks,
  ...lineChecks,
  ...allowanceChecks,
  ...totalChecks,
  ...vatChecks,
  ...vatCategoryChecks,
  ...sizeChecks,
];
