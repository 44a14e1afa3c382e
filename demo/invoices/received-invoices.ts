import { AnafError, type EFacturaClient, type Message } from 'spv-authorize-backend';
import { type RefusalReason, reasonOf } from './delivery.ts';

/** A received e-invoice as ANAF's message list names it. */
interface ReceivedMessage {
  readonly id: string;
  readonly details: string;
  /** ISO date. */
  readonly receivedOn: string;
}

/** What came of asking ANAF. */
export type ReceivedList =
  | { readonly state: 'listed'; readonly messages: readonly ReceivedMessage[] }
  | { readonly state: 'refused'; readonly reason: RefusalReason };

/** Everything that suppliers sent in the 60 days that ANAF keeps. */
export async function receivedInvoices(efactura: EFacturaClient): Promise<ReceivedList> {
  try {
    const messages = await efactura.listMessages({ days: 60, filter: 'received' });
    return { state: 'listed', messages: messages.map(toReceived) };
  } catch (error) {
    if (error instanceof AnafError) return { state: 'refused', reason: reasonOf(error) };
    throw error;
  }
}

/** `undefined` when ANAF does not list such a message for this company. */
export async function receivedArchive(efactura: EFacturaClient, messageId: string): Promise<Uint8Array | undefined> {
  try {
    return await efactura.download(messageId);
  } catch (error) {
    if (error instanceof AnafError && error.code === 'message-unknown') return undefined;
    throw error;
  }
}

function toReceived({ id, details, createdAt }: Message): ReceivedMessage {
  return { id, details, receivedOn: `${createdAt.slice(0, 4)}-${createdAt.slice(4, 6)}-${createdAt.slice(6, 8)}` };
}
