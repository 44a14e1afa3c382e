import type { MailOptions } from 'spv-authorize-backend';
import { enqueue, type NewEntry } from 'spv-authorize-backend/internal/outbox/outbox.ts';
import { MailServer } from './mail-server.ts';
import { type SetupOptions, setup } from './setup.ts';
import type { Stack } from './stack.ts';

const sender = { name: 'FacturaApp', address: 'no-reply@facturaapp.ro' };
export const manageUrl = 'https://app.facturaapp.ro/firme/{companyId}/anaf';

export interface MailStack {
  readonly stack: Stack;
  readonly server: MailServer;
}

/** A backend that sends its mails to a real SMTP server. */
export async function setupMail({
  mail,
  ...options
}: Omit<SetupOptions, 'mail'> & { readonly mail?: Partial<MailOptions> } = {}): Promise<MailStack> {
  const server = await MailServer.start();
  const stack = await setup({ ...options, mail: { transport: server.url, from: sender, manageUrl, ...mail } });
  return { stack, server };
}

/** Writes an entry as a change of the backend does, in a transaction. */
export async function tell({ database, clock }: Pick<Stack, 'database' | 'clock'>, entry: NewEntry): Promise<void> {
  await database.transaction((trx) => enqueue(trx, entry, Math.floor(clock.now())));
}
