import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EFacturaClient } from 'spv-authorize-backend';
import { isSendable, updatedDelivery } from '../../../demo/invoices/delivery.ts';
import type { Delivery } from '../../../demo/invoices/invoice.ts';
import { seedInvoices } from '../../../demo/invoices/seed.ts';
import { en } from '../../../demo/site/texts/en.ts';
import { ro } from '../../../demo/site/texts/ro.ts';

const processing = { state: 'processing', uploadId: '5001', sentAt: 1_795_504_320 } as const;

describe('an invoice that ANAF rejected', () => {
  it('a rejected invoice keeps the id of the message with ANAF’s reasons, and each language has a sentence for it', async () => {
    const delivery = await updatedDelivery(processing, answering({ state: 'rejected', downloadId: '3001' }));

    assert.deepEqual(delivery, { ...processing, state: 'rejected', messageId: '3001' });
    assert.match(ro.invoice.rejectedMessage('3001'), /motivele sunt în mesajul 3001/);
    assert.match(en.invoice.rejectedMessage('3001'), /see message 3001 for the reasons/);
  });

  it('an invoice may be sent if it never was or was rejected, not if it is being processed or was accepted', () => {
    const [invoice] = seedInvoices(processing.sentAt);
    assert.ok(invoice);
    const deliveries: readonly Delivery[] = [
      { state: 'not-sent' },
      { ...processing, state: 'rejected', reason: 'BR-RO-100' },
      processing,
      { ...processing, state: 'accepted', messageId: '3001' },
    ];

    assert.deepEqual(
      deliveries.map((delivery) => isSendable({ ...invoice, delivery })),
      [true, true, false, false],
    );
  });
});

/** A client that answers `uploadStatus` and nothing else. */
function answering(status: Awaited<ReturnType<EFacturaClient['uploadStatus']>>): EFacturaClient {
  return { uploadStatus: async () => status } as Partial<EFacturaClient> as EFacturaClient;
}
