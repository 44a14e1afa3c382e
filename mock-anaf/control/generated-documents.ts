import { sampleInvoice } from '../anaf/efactura/xml/sample-invoice.ts';
import { attribute } from '../anaf/efactura/xml/xml-header.ts';
import type { Company } from '../engine/state/mock-state.ts';
import type { MockParts } from '../parts.ts';

/** A good invoice of today, by the mock's clock. */
export function generatedInvoice({ state, clock }: MockParts, seller: Company, buyer: Company, number: number): string {
  const issueDate = new Date(clock.now() * 1000).toISOString().slice(0, 10);
  return sampleInvoice(`TEST-${state.nextUploadId}-${number}`, issueDate, seller, buyer);
}

/** What a buyer says of an invoice: standard RASP. */
export function generatedBuyerMessage(uploadId: string, number: number): string {
  const attributes = [attribute('index_incarcare', uploadId), attribute('message', `Mesaj de test ${number}`)];
  return `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" ${attributes.join(' ')}/>`;
}
