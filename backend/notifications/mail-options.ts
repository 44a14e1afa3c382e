import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import type { WrittenLanguage } from 'spv-authorize/contract';
import type { NoticeKind } from '../outbox/outbox.ts';

/** Somebody who is told about a company's authorization. */
export interface MailRecipient {
  readonly email: string;
  readonly language: WrittenLanguage;
}

/** How the backend sends e-mail. */
export interface MailOptions {
  /**
   * The SMTP server: `smtp://user:password@host:587`, `smtps://…`, or nodemailer's options. On a server that is not on
   * this machine, TLS is required unless the options say `requireTLS: false`.
   */
  readonly transport: string | SMTPTransportOptions;
  /** The sender that people see. `name` is the name of the application, for example. */
  readonly from: { readonly name: string; readonly address: string };
  /**
   * The page of the host's app with the element, for the button in the mails to a company's own people. `{companyId}` in
   * it is replaced by the company's id. https, or http on localhost.
   */
  readonly manageUrl: string;
  /**
   * Who is told that something happened to a company's authorization. It runs when the mail is sent, and may run again
   * when it fails. Default: the person who authorized or created the link, and the company's contacts, as the host gave
   * them in `sessions.create()`.
   */
  readonly recipients?: (companyId: string, notice: NoticeKind) => Promise<readonly MailRecipient[]>;
}
