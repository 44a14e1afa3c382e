import { AnafError, type EFacturaClient, type Message } from 'spv-authorize-backend';
import { type RefusalReason, reasonOf } from './delivery.ts';

/** A received e-invoice, as ANAF's message list describes it. */
interface ReceivedMessage {
  readonly id: string;
  readonly details: string;
  /** ISO date. */
  readonly receivedOn: string;
}

/** The received invoices, or why ANAF did not list them. */
export type ReceivedList =
  | { readonly state: 'listed'; readonly messages: readonly ReceivedMessage[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

/** What suppliers sent in the last 60 days; ANAF keeps messages no longer. */
export async function receivedInvoices(efactura: EFacturaClient): Promise<ReceivedList> {
  try {
    const messages = await efactura.listMessages({ days: 60, filter: 'received' });
    return { state: 'listed', messages: messages.map(toReceived) };
  } catch (error) {
    if (error instanceof AnafError) return { state: 'refused', reason: reasonOf(error) };
    throw error;
  }
}

/** A received invoice as ANAF's ZIP, or why there is none. */
export type ReceivedArchive =
  | { readonly state: 'fetched'; readonly archive: Uint8Array }
  /** ANAF has no such message for this company. */
  | { readonly state: 'unknown' }
  | Extract<ReceivedList, { state: 'refused' }>;

/** Downloads the ZIP of a message: the invoice and ANAF's signature. */
export async function receivedArchive(efactura: EFacturaClient, messageId: string): Promise<ReceivedArchive> {
  try {
    return { state: 'fetched', archive: await efactura.download(messageId) };
  } catch (error) {
    if (!(error instanceof AnafError)) throw error;
    return error.code === 'message-unknown' ? { state: 'unknown' } : { state: 'refused', reason: reasonOf(error) };
  }
}

function toReceived({ id, details, createdAt }: Message): ReceivedMessage {
  return { id, details, receivedOn: `${createdAt.slice(0, 4)}-${createdAt.slice(4, 6)}-${createdAt.slice(6, 8)}` };
}
