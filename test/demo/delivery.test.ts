import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EFacturaClient } from 'spv-authorize-backend';
import { deliveryAfter, isSendable } from '../../demo/invoices/delivery.ts';
import type { Delivery } from '../../demo/invoices/invoice.ts';
import { seedInvoices } from '../../demo/invoices/seed.ts';
import { en } from '../../demo/site/texts/en.ts';
import { ro } from '../../demo/site/texts/ro.ts';

const processing = { state: 'processing', uploadId: '5001', sentAt: 1_795_504_320 } as const;

describe('an invoice that ANAF rejected', () => {
  it('names the message with the reasons, in no language of its own', async () => {
    const delivery = await deliveryAfter(processing, answering({ state: 'rejected', downloadId: '3001' }));

    assert.deepEqual(delivery, { ...processing, state: 'rejected', messageId: '3001' });
    assert.match(ro.invoice.rejectedMessage('3001'), /motivele sunt în mesajul 3001/);
    assert.match(en.invoice.rejectedMessage('3001'), /message 3001 has the reasons/);
  });

  it('can be sent again, as one that was never sent; one that is on its way cannot', () => {
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

/** A client of which only the status is asked. */
function answering(status: Awaited<ReturnType<EFacturaClient['uploadStatus']>>): EFacturaClient {
  return { uploadStatus: async () => status } as Partial<EFacturaClient> as EFacturaClient;
}
