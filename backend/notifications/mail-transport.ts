import { createTransport, type Transporter } from 'nodemailer';
import { type Delivery, judgeFailure } from './delivery.ts';
import type { MailOptions } from './mail-options.ts';

/** A mail to one person. */
export interface OutgoingMail {
  /** Of the outbox entry. */
  readonly id: string;
  readonly to: string;
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** For the button of mail programs (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/** Shorter than the lease of an entry, so that no other process sends it at the same time. */
const sendWithinSeconds = 60;

/** Sends mails by SMTP. */
export class MailTransport {
  readonly #from: MailOptions['from'];
  readonly #transporter: Transporter;

  constructor({ transport, from }: Pick<MailOptions, 'transport' | 'from'>) {
    this.#from = from;
    this.#transporter = createTransport(
      typeof transport === 'string' ? { ...defaultsFor(hostOf(transport)), url: transport } : withDefaults(transport),
    );
  }

  /** Never rejects for a reason of the server or of the network. */
  async send(mail: OutgoingMail): Promise<Delivery> {
    const { id, to, replyTo, subject, text, html, unsubscribeUrl } = mail;
    try {
      await this.#transporter.sendMail({
        messageId: `<${id}@${this.#from.address.split('@').at(-1)}>`,
        from: this.#from,
        to: { name: '', address: to },
        ...(replyTo && { replyTo }),
        subject,
        text,
        html,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(unsubscribeUrl && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
        ...(unsubscribeUrl && { list: { unsubscribe: { url: unsubscribeUrl } } }),
        // No text of ours names a file or an address to read; a name that looks like one must not be read either.
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(sendWithinSeconds * 1000),
      });
      return { kind: 'sent' };
    } catch (error) {
      return judgeFailure(error);
    }
  }

  close(): void {
    this.#transporter.close();
  }
}

type SmtpOptions = Exclude<MailOptions['transport'], string>;

function withDefaults(options: SmtpOptions): SmtpOptions {
  return {
    ...defaultsFor(options.url === undefined ? (options.host ?? 'localhost') : hostOf(options.url)),
    ...options,
  };
}

/** Without required TLS, anybody between the servers could read the links by suppressing the offer of TLS. */
function defaultsFor(host: string): SmtpOptions {
  const isLocal = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
  return { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, requireTLS: !isLocal };
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
