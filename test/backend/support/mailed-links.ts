import assert from 'node:assert/strict';
import { openInvitingSite } from './links.ts';
import type { MailServer, ReceivedMail } from './mail-server.ts';
import type { Site } from './site.ts';
import { type Stack, siteOrigin } from './stack.ts';

export const requesterEmail = 'maria@exemplu.ro';
export const accountantEmail = 'ana@cabinet.example';

/** The page of a new company, of which the host gave the address of the person who uses it. */
export async function openSiteOfRequester(stack: Stack): Promise<Site> {
  const company = stack.newCompany();
  const person = { userId: 'u1', userName: 'Maria Pop', userEmail: requesterEmail };
  await stack.backend.sessions.create({ ...company, ...person, permissions: ['view'], origin: siteOrigin });
  return openInvitingSite(stack, company);
}

/** The subjects of the mails to one address, in the order in which they came. */
export function subjectsTo({ received }: MailServer, address: string): string[] {
  return received.filter(({ envelope }) => envelope.to.includes(address)).map(({ subject }) => String(subject));
}

/** The last mail to one address. */
export function lastMailTo({ received }: MailServer, address: string): ReceivedMail {
  const mail = received.findLast(({ envelope }) => envelope.to.includes(address));
  assert.ok(mail, `there is no mail to ${address}`);
  return mail;
}

/** The secret in the address of a mail's button. */
export function secretIn({ text }: ReceivedMail, path: 'l' | 'w'): string {
  const [, secret] = new RegExp(`/${path}/([\\w-]{43})\\n`).exec(String(text)) ?? [];
  assert.ok(secret, String(text));
  return secret;
}
