import { once } from 'node:events';
import { after } from 'node:test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { atEndOfFile } from './at-end-of-file.ts';

/** A mail as its recipient gets it. */
export interface ReceivedMail extends ParsedMail {
  /** The addresses of the envelope, to which the mail really goes. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The source of the mail. */
  readonly source: string;
}

/** Steps of an SMTP conversation at which a server can refuse. */
export type SmtpStep = 'connect' | 'from' | 'to' | 'data';

/** A real SMTP server on loopback, which keeps what it gets. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  readonly #server: SMTPServer;
  #refusal: { readonly step: SmtpStep; readonly code: number; readonly address: string | undefined } | undefined;
  #observer: ((step: SmtpStep) => void | Promise<void>) | undefined;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_session, done) => void this.#errorAt('connect').then(done),
      onMailFrom: (_address, _session, done) => void this.#errorAt('from').then(done),
      onRcptTo: ({ address }, _session, done) => void this.#errorAt('to', address).then(done),
      onData: async (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(Buffer.from(chunk));
        const error = await this.#errorAt('data');
        if (error) return done(error);
        const source = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = envelope;
        const to = rcptTo.map(({ address }) => address);
        const parsed = await simpleParser(source);
        const addresses = { from: mailFrom ? mailFrom.address : '', to };
        this.received.push({ ...parsed, envelope: addresses, source: source.toString('utf8') });
        done();
      },
    });
    // A client that is killed breaks its connection.
    this.#server.on('error', () => {});
  }

  /** Starts a server that stops when the test or the file ends. */
  static async start(): Promise<MailServer> {
    const server = new MailServer();
    const listening = server.#server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    after(() => server.stop());
    atEndOfFile(() => server.stop());
    return server;
  }

  /** The address for the option `mail.transport`. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  get port(): number {
    const address = this.#server.server.address();
    if (address === null || typeof address === 'string') throw new TypeError('the mail server does not listen');
    return address.port;
  }

  /** Refuses every mail at this step with this SMTP code, or at the step `to` only one address, until `accept`. */
  refuse(step: SmtpStep, code: number, address?: string): void {
    this.#refusal = { step, code, address };
  }

  accept(): void {
    this.#refusal = undefined;
  }

  /** Calls `observer` at every step, before the server answers. */
  observe(observer: (step: SmtpStep) => void | Promise<void>): void {
    this.#observer = observer;
  }

  #stopped: Promise<void> | undefined;
  stop(): Promise<void> {
    this.#stopped ??= new Promise((resolve) => this.#server.close(() => resolve()));
    return this.#stopped;
  }

  async #errorAt(step: SmtpStep, address?: string): Promise<Error | null> {
    await this.#observer?.(step);
    if (this.#refusal?.step !== step || (this.#refusal.address ?? address) !== address) return null;
    return Object.assign(new Error('refused by the test'), { responseCode: this.#refusal.code });
  }
}
