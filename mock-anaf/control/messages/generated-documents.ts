import { sampleInvoice } from '../../anaf/efactura/xml/sample-invoice.ts';
import { attribute } from '../../anaf/efactura/xml/xml-header.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Company } from '../../engine/state/mock-state.ts';

/** Generates a valid invoice, dated today by the mock's clock. @param number distinguishes the documents of one request */
export function generatedInvoice(
  { state, clock }: Pick<Engine, 'state' | 'clock'>,
  seller: Company,
  buyer: Company,
  number: number,
): string {
  const issueDate = new Date(clock.now() * 1000).toISOString().slice(0, 10);
  return sampleInvoice(`TEST-${state.nextUploadId}-${number}`, issueDate, seller, buyer);
}

/** Removes the mandatory issue date of an invoice, so that ANAF refuses it. */
export function withoutDate(invoice: string): string {
  return invoice.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '');
}

/** Generates a message of the buyer (standard RASP) about the invoice with this upload id. */
export function generatedBuyerMessage(uploadId: string, number: number): string {
  const attributes = [attribute('index_incarcare', uploadId), attribute('message', `Mesaj de test ${number}`)];
  return `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" ${attributes.join(' ')}/>`;
}
