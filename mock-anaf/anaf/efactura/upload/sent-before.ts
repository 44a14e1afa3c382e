import type { Environment, UploadVerdict } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { dayOf } from '../messages/romanian-time.ts';
import type { XmlDocument } from '../xml/xml-document.ts';

/** What makes two documents one. Assumed: kind, seller, number and day of issue. `undefined` for what is no good invoice of UBL. */
export function invoiceKeyOf({ root, texts }: XmlDocument, verdict: UploadVerdict): string | undefined {
  const number = texts('ID')[0];
  if (verdict.stare !== 'ok' || root.name === 'header' || number === undefined) return undefined;
  return [root.name, verdict.seller, number, texts('IssueDate')[0]].join(' ');
}

/** Observed in an archive of errors, this sentence and no other: what becomes of an invoice that ANAF has already. */
export function sentBefore(
  { state, switches }: MockParts,
  environment: Environment,
  invoiceKey: string | undefined,
): UploadVerdict | undefined {
  if (switches.invoiceSentBefore === 'taken' || invoiceKey === undefined) return undefined;
  const first = Object.values(state.uploads).find(
    (upload) => upload.environment === environment && upload.invoiceKey === invoiceKey,
  );
  if (!first) return undefined;
  const when = `index=${first.id} si data incarcare=${dayOf(first.uploadedAt)}`;
  return { stare: 'nok', errors: [`Factura a mai fost transmisa anterior cu ${when}`] };
}
