import { sampleInvoice } from '../../anaf/efactura/xml/sample-invoice.ts';
import { attribute } from '../../anaf/efactura/xml/xml-header.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Company } from '../../engine/state/mock-state.ts';

/** A valid invoice, dated today by the mock's clock. `number` tells documents of one request apart. */
export function generatedInvoice(
  { state, clock }: Pick<Engine, 'state' | 'clock'>,
  seller: Company,
  buyer: Company,
  number: number,
): string {
  const issueDate = new Date(clock.now() * 1000).toISOString().slice(0, 10);
  return sampleInvoice(`TEST-${state.nextUploadId}-${number}`, issueDate, seller, buyer);
}

/** An invoice without the date that ANAF requires. */
export function withoutDate(invoice: string): string {
  return invoice.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '');
}

/** A message from the buyer about the invoice with this upload id (standard RASP). */
export function generatedBuyerMessage(uploadId: string, number: number): string {
  const attributes = [attribute('index_incarcare', uploadId), attribute('message', `Mesaj de test ${number}`)];
  return `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" ${attributes.join(' ')}/>`;
}
