import type { WrittenLanguage } from 'spv-authorize/contract';
import { en } from 'spv-authorize-backend/internal/notifications/en.ts';
import type { ShownMail } from 'spv-authorize-backend/internal/notifications/mail-html.ts';
import type { MailText } from 'spv-authorize-backend/internal/notifications/mail-text.ts';
import { ro } from 'spv-authorize-backend/internal/notifications/ro.ts';
import type { OutboxKind } from 'spv-authorize-backend/internal/outbox/outbox.ts';

const texts: Readonly<Record<WrittenLanguage, MailText>> = { ro, en };

const values = {
  application: 'FacturaApp',
  company: 'Brutăria Spicul de Aur SRL',
  taxId: '90123459',
  services: 'e-Factura',
  requester: 'Maria Popescu-Ionescu',
  message: ['Bună, Ana!', 'Avem nevoie de autorizare până vineri, ca să putem trimite facturile. Mulțumesc mult!'],
  validUntil: '01.12.2026',
  email: 'ana.georgescu@cabinet-contabilitate.ro',
  certificate: { issuer: 'Trans Sped QCA G3', serial: '200519C1A8C6DBF5310E4A59B6C2D4E1' },
  reauthorizeBy: '24.11.2027',
  authorizedOn: '24.11.2026',
};

const addresses = {
  link: 'https://spv.facturaapp.ro/l/9fK2q8Zt1bW5vYcR7xJmN3pLsD6hGaE0uTiOwQkXyZz',
  receipt: 'https://spv.facturaapp.ro/withdraw/9fK2q8Zt1bW5vYcR7xJmN3pLsD6hGaE0uTiOwQkXyZz',
  page: 'https://app.facturaapp.ro/firme/123/anaf',
};

/** Every kind of mail. */
export const mailKinds = [
  'invitation',
  'reminder',
  'receipt',
  'link-completed',
  'link-declined',
  'wrong-certificate',
  'access-withdrawn',
  'revoked',
  'mail-undelivered',
] as const satisfies readonly OutboxKind[];

/** A mail of each kind as people get it. */
export function exampleMail(kind: (typeof mailKinds)[number], language: WrittenLanguage): ShownMail {
  const text = texts[language];
  const isInvitation = kind === 'invitation' || kind === 'reminder';
  const reason = isInvitation
    ? text.footer.invited(values.requester, values.application)
    : kind === 'receipt'
      ? text.footer.asked(values.application)
      : text.footer.told(values.company, values.application);
  return {
    language,
    application: { name: values.application, services: ['e-factura'], supportEmail: 'ajutor@facturaapp.ro' },
    company: values.company,
    content: text[kind](values),
    url: isInvitation ? addresses.link : kind === 'receipt' ? addresses.receipt : addresses.page,
    footer: {
      reason,
      address: text.footer.address,
      help: { label: text.footer.help, url: `https://spv.facturaapp.ro/help/${language}#validity` },
      support: text.footer.support,
      ...(isInvitation && { unsubscribe: { label: text.footer.unsubscribe, url: `${addresses.link}` } }),
    },
  };
}
