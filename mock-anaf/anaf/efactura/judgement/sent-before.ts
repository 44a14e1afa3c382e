import { dayOf } from '../../../engine/clock/romanian-time.ts';
import type { Switches } from '../../../engine/settings/switches.ts';
import type { Environment, MockState, UploadVerdict } from '../../../engine/state/mock-state.ts';
import type { XmlDocument } from '../xml/xml-document.ts';

/**
 * A key that identifies an invoice, so that a second upload is recognized. Assumed: kind, seller, number and issue date. `undefined`
 * unless the document is an accepted UBL invoice or credit note.
 */
export function invoiceKeyOf({ root, texts }: XmlDocument, verdict: UploadVerdict): string | undefined {
  const number = texts('ID')[0];
  if (verdict.stare !== 'ok' || root.name === 'header' || number === undefined) return undefined;
  return [root.name, verdict.seller, number, texts('IssueDate')[0]].join(' ');
}

/**
 * The verdict on an invoice that was already uploaded; `undefined` for a new one, or if the switch `invoiceSentBefore` accepts it
 * again. Observed in an archive of errors: only this sentence.
 */
export function sentBefore(
  {
    state,
    switches,
  }: { readonly state: Pick<MockState, 'uploads'>; readonly switches: Pick<Switches, 'invoiceSentBefore'> },
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
