import type { Transaction } from 'kysely';
import type { WrittenLanguage } from 'spv-authorize/contract';
import type { OutboxDetails, OutboxKind } from '../outbox/outbox.ts';
import type { Schema } from '../storage/schema.ts';
import type { MailContent } from './mail-content.ts';
import type { MailText, MailValues } from './mail-text.ts';
import type { OutgoingMail } from './mail-transport.ts';
import type { MailedAddresses } from './mailed-addresses.ts';

/** An entry of one kind, with everything that its mail is made of. */
export interface Composing<Kind extends OutboxKind> {
  readonly trx: Transaction<Schema>;
  readonly now: number;
  readonly companyId: string;
  readonly recipient: string;
  readonly language: WrittenLanguage;
  readonly detail: OutboxDetails[Kind];
  readonly text: MailText;
  readonly values: MailValues;
  readonly addresses: MailedAddresses;
  readonly publicUrl: string;
  /** The page of the host's app for this company. */
  readonly manageUrl: string;
}

/** The parts of a mail before they become HTML and text. */
export interface Composed {
  readonly content: MailContent;
  /** Where the button leads. */
  readonly url: string;
  /** Why the person gets this mail. */
  readonly reason: string;
  readonly replyTo?: OutgoingMail['replyTo'];
  readonly unsubscribeUrl?: string;
}

/** Composes the mails of one kind. Undefined when there is nothing left to tell. */
export type Compose<Kind extends OutboxKind> = (composing: Composing<Kind>) => Promise<Composed | undefined>;
