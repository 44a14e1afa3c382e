import type { Clock } from 'spv-authorize-backend';
import { MailComposer } from 'spv-authorize-backend/internal/notifications/compose-mail.ts';
import { MailTransport } from 'spv-authorize-backend/internal/notifications/mail-transport.ts';
import type { MailedAddresses } from 'spv-authorize-backend/internal/notifications/mailed-addresses.ts';
import { Mailer } from 'spv-authorize-backend/internal/notifications/mailer.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';

export interface LoneMailerOptions {
  readonly database: Database;
  /** Address of the SMTP server. */
  readonly smtp: string;
  readonly clock: Clock;
  readonly publicUrl?: string;
  readonly addresses?: MailedAddresses;
}

const noAddresses: MailedAddresses = { link: async () => undefined, receipt: async () => undefined };

/** A mailer without a backend around it. It tells the owner of every company. */
export function loneMailer({ database, smtp, clock, ...options }: LoneMailerOptions): Mailer {
  const { publicUrl = 'https://spv.facturaapp.ro', addresses } = options;
  return new Mailer({
    database,
    composer: new MailComposer({
      application: { name: 'FacturaApp', services: ['e-factura'] },
      publicUrl,
      manageUrl: 'https://app.facturaapp.ro',
      addresses: addresses ?? noAddresses,
    }),
    clock,
    transport: new MailTransport({
      transport: smtp,
      from: { name: 'FacturaApp', address: 'no-reply@facturaapp.ro' },
    }),
    recipients: async () => [{ email: 'owner@exemplu.ro', language: 'ro' }],
    onTrouble: () => {},
  });
}
