import { Webhook } from 'standardwebhooks';
import type { Database } from '../storage/database.ts';
import { backoffSeconds } from '../time/backoff.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import type { Secret } from '../vault/secret.ts';
import {
  claimWebhookEvent,
  endWebhookEvent,
  postponeWebhookEvent,
  skipWebhookEvents,
  type WebhookRow,
} from './webhook-claims.ts';

/** What one pass did. */
export interface WebhookReport {
  readonly webhooksDelivered: number;
  /** Not accepted by the receiver for three days. */
  readonly webhooksGivenUp: number;
}

export interface WebhookTrouble {
  readonly entry: string;
  readonly type: string;
  readonly reason: string;
  readonly isGivenUp: boolean;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly secrets: readonly Secret[];
}

export interface WebhookSenderDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Undefined when the host has not configured one. */
  readonly receiver: WebhookReceiver | undefined;
  /** For the log: an event that was not accepted yet, or was given up. */
  readonly onTrouble: (trouble: WebhookTrouble) => void;
}

const timeoutMs = 10_000;
/** Longer than a try takes. A process that holds an event longer has been stopped. */
const leaseSeconds = 60;
const maxEventsPerPass = 100;
/** With the pauses of `backoffSeconds`, three days. */
const maxTries = 80;

/**
 * Sends events to the host's server, signed after Standard Webhooks (https://www.standardwebhooks.com): at least once, with a
 * stable `webhook-id`. `sequence` counts the events of a company, so that the receiver can tell their order.
 */
export class WebhookSender {
  readonly #dependencies: WebhookSenderDependencies;
  readonly #claimed = new Set<string>();

  constructor(dependencies: WebhookSenderDependencies) {
    this.#dependencies = dependencies;
  }

  /** One pass over the events that are due at `due` (epoch seconds). Ends early when the receiver does not accept one. */
  async run(due: number): Promise<WebhookReport> {
    const { database, receiver } = this.#dependencies;
    const report = { webhooksDelivered: 0, webhooksGivenUp: 0 };
    if (!receiver) {
      await skipWebhookEvents(database, due);
      return report;
    }
    for (let left = maxEventsPerPass; left > 0; left -= 1) {
      const leaseEnd = this.#now() + leaseSeconds;
      const row = await claimWebhookEvent(database, { due, leaseEnd, except: this.#claimed });
      if (!row) break;
      const result = await this.#handle(row, receiver);
      if (result === 'delivered') report.webhooksDelivered += 1;
      if (result === 'given-up') report.webhooksGivenUp += 1;
      if (result !== 'delivered') break;
    }
    return report;
  }

  async #handle(row: WebhookRow, receiver: WebhookReceiver): Promise<'delivered' | 'given-up' | 'postponed'> {
    this.#claimed.add(row.id);
    try {
      const refusal = await this.#post(row, receiver);
      if (refusal !== undefined) return await this.#retry(row, refusal);
      await endWebhookEvent(this.#dependencies.database, row.id, 'delivered', this.#now());
      return 'delivered';
    } finally {
      this.#claimed.delete(row.id);
    }
  }

  /** Undefined when the receiver has accepted the event; otherwise the reason. */
  async #post(row: WebhookRow, { url, secrets }: WebhookReceiver): Promise<string | undefined> {
    const body = bodyOf(row);
    const sentAt = new Date(this.#now() * 1000);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': row.id,
          'webhook-timestamp': String(this.#now()),
          'webhook-signature': secrets
            .map((secret) => new Webhook(secret.reveal()).sign(row.id, sentAt, body))
            .join(' '),
        },
        body,
        // A redirect could lead the event to somebody else.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `HTTP ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.name : typeof error;
    }
  }

  async #retry({ id, type, tries }: WebhookRow, reason: string): Promise<'given-up' | 'postponed'> {
    const { database, onTrouble } = this.#dependencies;
    const isGivenUp = tries >= maxTries;
    if (isGivenUp) await endWebhookEvent(database, id, 'parked', this.#now());
    else await postponeWebhookEvent(database, id, this.#now() + backoffSeconds(tries));
    onTrouble({ entry: id, type, reason, isGivenUp });
    return isGivenUp ? 'given-up' : 'postponed';
  }

  #now(): number {
    return instantOf(this.#dependencies.clock);
  }
}

/** The same text at every try. */
function bodyOf({ type, company_id: companyId, sequence, at, data }: WebhookRow): string {
  return JSON.stringify({ type, companyId, sequence, at, data });
}
