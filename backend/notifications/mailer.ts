import { recordHistory } from '../companies/history.ts';
import { enqueue, type OutboxDetails } from '../outbox/outbox.ts';
import { claimEntry, endEntry, type OutboxRow, postponeEntry } from '../outbox/outbox-claims.ts';
import { backoffSeconds } from '../time/backoff.ts';
import { instantOf } from '../time/clock.ts';
import { addressNotice, type NoticeDependencies } from './address-notice.ts';
import type { MailComposer } from './compose-mail.ts';
import type { MailTransport } from './mail-transport.ts';

/** What one pass did. */
export interface MailReport {
  readonly mailsSent: number;
  /** Given up: refused by the recipient's server, or not sent after three days. */
  readonly mailsGivenUp: number;
}

export interface MailerDependencies extends NoticeDependencies {
  readonly composer: MailComposer;
  readonly transport: Pick<MailTransport, 'send'>;
  /** For the log: an entry that could not be sent yet, or was given up. */
  readonly onTrouble: (trouble: MailTrouble) => void;
}

export interface MailTrouble {
  readonly entry: string;
  readonly kind: string;
  readonly reason: string;
  readonly isGivenUp: boolean;
}

/** Longer than a try takes. A process that holds an entry longer has been stopped. */
const leaseSeconds = 300;
const maxEntriesPerPass = 50;
/** With the pauses of `backoffSeconds`, three days: a server that is repaired on Monday gets Friday's mails. */
const maxTries = 80;
/** An entry that cannot even be composed is a fault of ours, which time does not mend. */
const maxTriesToCompose = 5;
const reminderAfterSeconds = 3 * 24 * 3600;

/** Result of one entry. `interrupted`: no mail can be sent at present. */
type Handled = 'sent' | 'given-up' | 'other' | 'interrupted';

/**
 * Sends what is in the outbox. Every entry is claimed for one process, and is ended in a transaction of its own after the
 * server has taken the mail. So a mail is sent twice only if the process is killed between these two moments, and both
 * copies have the same `Message-ID`.
 */
export class Mailer {
  readonly #dependencies: MailerDependencies;
  readonly #claimed = new Set<string>();

  constructor(dependencies: MailerDependencies) {
    this.#dependencies = dependencies;
  }

  /** One pass over the entries that are due at `due` (epoch seconds). Ends early when the mail server does not answer. */
  async run(due: number): Promise<MailReport> {
    const report = { mailsSent: 0, mailsGivenUp: 0 };
    for (let left = maxEntriesPerPass; left > 0; left -= 1) {
      const leaseEnd = this.#now() + leaseSeconds;
      const row = await claimEntry(this.#dependencies.database, { due, leaseEnd, except: this.#claimed });
      const handled = row ? await this.#handle(row) : 'interrupted';
      if (handled === 'sent') report.mailsSent += 1;
      if (handled === 'given-up') report.mailsGivenUp += 1;
      if (handled === 'interrupted') break;
    }
    return report;
  }

  async #handle(row: OutboxRow): Promise<Handled> {
    this.#claimed.add(row.id);
    try {
      return await (row.recipient === null ? this.#address(row) : this.#send(row));
    } finally {
      this.#claimed.delete(row.id);
    }
  }

  async #address(row: OutboxRow): Promise<Handled> {
    try {
      await addressNotice(this.#dependencies, row);
      return 'other';
    } catch (error) {
      return this.#retry(row, `recipients: ${nameOf(error)}`, maxTries);
    }
  }

  async #send(row: OutboxRow): Promise<Handled> {
    const mail = await this.#compose(row);
    if (mail instanceof Error) return this.#retry(row, `composing: ${nameOf(mail)}`, maxTriesToCompose);
    if (!mail) return this.#skip(row);
    const delivery = await this.#dependencies.transport.send(mail);
    switch (delivery.kind) {
      case 'sent':
        return this.#sent(row);
      case 'refused':
        return this.#giveUp(row, 'refused', delivery.reason);
      case 'failed': {
        const handled = await this.#retry(row, delivery.reason, maxTries);
        return delivery.isServerDown ? 'interrupted' : handled;
      }
      default:
        return delivery satisfies never;
    }
  }

  #compose(row: OutboxRow) {
    const { database, composer } = this.#dependencies;
    return database
      .transaction((trx) => composer.compose(trx, row, this.#now()))
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  }

  async #sent(row: OutboxRow): Promise<Handled> {
    await this.#dependencies.database.transaction(async (trx) => {
      const now = this.#now();
      await endEntry(trx, row.id, 'sent', now);
      if (row.kind !== 'invitation' || row.recipient === null) return;
      const { linkId, requester } = row.detail as OutboxDetails['invitation'];
      await enqueue(
        trx,
        {
          ...{ companyId: row.company_id, kind: 'reminder', detail: { linkId, requester } },
          to: { email: row.recipient, language: row.language ?? 'ro' },
          dueAt: now + reminderAfterSeconds,
          onceKey: `reminder ${linkId} ${row.recipient.toLowerCase()}`,
        },
        now,
      );
    });
    return 'sent';
  }

  async #skip(row: OutboxRow): Promise<Handled> {
    await this.#dependencies.database.transaction((trx) => endEntry(trx, row.id, 'skipped', this.#now()));
    return 'other';
  }

  async #retry(row: OutboxRow, reason: string, limit: number): Promise<Handled> {
    if (row.tries >= limit) return this.#giveUp(row, 'parked', reason);
    const nextActionAt = this.#now() + backoffSeconds(row.tries);
    await this.#dependencies.database.transaction((trx) => postponeEntry(trx, row.id, nextActionAt));
    this.#report(row, reason, false);
    return 'other';
  }

  /** The company's history shows it, and its people are told when an invitation does not arrive. */
  async #giveUp(row: OutboxRow, outcome: 'refused' | 'parked', reason: string): Promise<Handled> {
    const { id, kind, company_id: companyId } = row;
    await this.#dependencies.database.transaction(async (trx) => {
      const now = this.#now();
      await endEntry(trx, id, outcome, now);
      await recordHistory(trx, {
        companyId,
        at: now,
        event: 'mail-failed',
        actor: 'backend',
        detail: { kind, outcome },
      });
      if (kind !== 'invitation' || row.recipient === null) return;
      const { linkId } = row.detail as OutboxDetails['invitation'];
      await enqueue(trx, { companyId, kind: 'mail-undelivered', detail: { linkId, email: row.recipient } }, now);
    });
    this.#report(row, reason, true);
    return 'given-up';
  }

  #report({ id, kind }: OutboxRow, reason: string, isGivenUp: boolean): void {
    this.#dependencies.onTrouble({ entry: id, kind, reason, isGivenUp });
  }

  #now(): number {
    return instantOf(this.#dependencies.clock);
  }
}

/** For the log. Messages of errors may contain what the host or a database was given, so only the name is kept. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
