import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { NoticeDependencies } from './address-notice.ts';
import type { Mailer, MailReport } from './mailer.ts';
import { readUnsubscribeToken, suppress } from './suppressions.ts';

export interface NotificationsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Undefined when the host has not configured e-mail. */
  readonly mail: { readonly mailer: Mailer; readonly recipients: NoticeDependencies['recipients'] } | undefined;
}

/** What the rest of the backend needs to know about telling people. */
export class Notifications {
  readonly #dependencies: NotificationsDependencies;

  constructor(dependencies: NotificationsDependencies) {
    this.#dependencies = dependencies;
  }

  /** Sends what is due at `due` (epoch seconds). Without e-mail, it ends it: nothing old is sent when e-mail is configured. */
  async run(due: number): Promise<MailReport> {
    const { database, mail } = this.#dependencies;
    if (mail) return mail.mailer.run(due);
    await database.queries
      .updateTable('outbox')
      .set({ outcome: 'skipped', ended_at: due, next_action_at: null })
      .where('next_action_at', '<=', due)
      .execute();
    return { mailsSent: 0, mailsGivenUp: 0 };
  }

  /** Undefined for a token that no mail contains. */
  async readUnsubscribeToken(token: string): Promise<{ readonly isSuppressed: boolean } | undefined> {
    return readUnsubscribeToken(this.#dependencies.database.queries, token);
  }

  /** Ends invitations to the address that the token's mail went to. False for a token that no mail contains. */
  async unsubscribe(token: string): Promise<boolean> {
    const now = instantOf(this.#dependencies.clock);
    return this.#dependencies.database.transaction((trx) => suppress(trx, token, now));
  }

  /** Whether somebody is told when the company has to act. Undefined when the host could not say who. */
  async areOn(companyId: string): Promise<boolean | undefined> {
    const { mail } = this.#dependencies;
    if (!mail) return false;
    return mail.recipients({ companyId, notice: 'revoked', linkId: undefined }).then(
      (people) => people.length > 0,
      () => undefined,
    );
  }
}
