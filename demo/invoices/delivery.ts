import { AnafError, type EFacturaClient, type UploadState } from 'spv-authorize-backend';
import type { Delivery, Invoice } from './invoice.ts';
import { ublDocument } from './ubl-document.ts';

/** Why ANAF was not asked or did not accept a request. The site has a sentence for each. */
export type RefusalReason = 'notAuthorized' | 'noRight' | 'refused' | 'tooMany' | 'unavailable';

/** Result of a request to send. `words` is ANAF's own error message. */
export type Sending =
  | { readonly state: 'sent'; readonly delivery: Delivery }
  | { readonly state: 'refused'; readonly reason: RefusalReason; readonly words: string };

/** Whether the invoice may be sent: it never was, or ANAF rejected it. */
export function isSendable({ delivery }: Invoice): boolean {
  return delivery.state === 'not-sent' || delivery.state === 'rejected';
}

/**
 * Uploads an invoice to e-Factura. An invoice that is being processed or was accepted is not sent again.
 * @param now epoch seconds
 */
export async function deliver(invoice: Invoice, efactura: EFacturaClient, now: number): Promise<Sending> {
  if (!isSendable(invoice)) {
    return { state: 'sent', delivery: invoice.delivery };
  }
  try {
    const { uploadId } = await efactura.upload(ublDocument(invoice));
    return { state: 'sent', delivery: { state: 'processing', uploadId, sentAt: now } };
  } catch (error) {
    if (!(error instanceof AnafError)) throw error;
    return { state: 'refused', reason: reasonOf(error), words: error.message };
  }
}

/** Asks ANAF for the state of the upload. Returns the delivery unchanged while ANAF does not answer. */
export async function updatedDelivery(delivery: Delivery, efactura: EFacturaClient): Promise<Delivery> {
  if (delivery.state !== 'processing') return delivery;
  try {
    return afterAnswer(delivery, await efactura.uploadStatus(delivery.uploadId));
  } catch (error) {
    if (error instanceof AnafError) return delivery;
    throw error;
  }
}

function afterAnswer(delivery: Extract<Delivery, { state: 'processing' }>, upload: UploadState): Delivery {
  const { uploadId, sentAt } = delivery;
  switch (upload.state) {
    case 'processing':
      return delivery;
    case 'accepted':
      return { state: 'accepted', uploadId, sentAt, messageId: upload.downloadId };
    case 'rejected':
      return { state: 'rejected', uploadId, sentAt, messageId: upload.downloadId };
    case 'not-taken':
      return { state: 'rejected', uploadId, sentAt, reason: upload.errors.join('; ') };
    default:
      return upload satisfies never;
  }
}

/** Translates an error code of the backend's e-Factura client. */
export function reasonOf(error: AnafError): RefusalReason {
  switch (error.code) {
    case 'not-authorized':
      return 'notAuthorized';
    case 'no-right':
      return 'noRight';
    case 'quota-exceeded':
      return 'tooMany';
    case 'unavailable':
      return 'unavailable';
    case 'refused':
    case 'message-unknown':
      return 'refused';
    default:
      return error.code satisfies never;
  }
}
