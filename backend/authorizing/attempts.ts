import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Attempt, StartAttemptRequest } from 'spv-authorize/contract';
import { lockCompany } from '../companies/companies.ts';
import { deleteUnusedGrant } from '../grants/grant-store.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, randomSecret, type Secret } from '../vault/secret.ts';
import { type AttemptRow, hasEnded, toAttempt } from './attempt.ts';
import { failureColumns, failureOf } from './failure.ts';

/** How long after the start of an attempt ANAF's callback is accepted. */
export const attemptLifetimeSeconds = 15 * 60;

/** Who starts an attempt, and from which page. */
export interface Starter {
  readonly companyId: string;
  readonly userId: string;
  readonly userName: string | undefined;
  readonly origin: string;
}

/**
 * A person's attempts to authorize. Each starts on the host's page and ends with a result, a cancellation or its expiry.
 */
export class Attempts {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Creates an attempt. The ticket is the secret in the address that the person opens. */
  async start(starter: Starter, request: StartAttemptRequest): Promise<{ attempt: Attempt; ticket: Secret }> {
    const now = instantOf(this.#clock);
    const ticket = randomSecret();
    const row = await this.#database.queries
      .insertInto('attempts')
      .values({
        id: randomUUID(),
        company_id: starter.companyId,
        ticket_hash: hashOf(ticket.reveal()),
        mode: request.mode,
        return_url: request.mode === 'redirect' ? request.returnUrl : null,
        origin: starter.origin,
        user_id: starter.userId,
        user_name: starter.userName ?? null,
        state: 'created',
        created_at: now,
        expires_at: now + attemptLifetimeSeconds,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { attempt: toAttempt(row, now), ticket };
  }

  /** Undefined when this company has no such attempt, even if another company has one. */
  async read(companyId: string, id: string): Promise<Attempt | undefined> {
    const row = await this.#database.queries
      .selectFrom('attempts')
      .selectAll()
      .where('id', '=', id)
      .where('company_id', '=', companyId)
      .executeTakeFirst();
    return row && toAttempt(row, instantOf(this.#clock));
  }

  /** Cancels an attempt and deletes its candidate. `already-succeeded`: nothing is changed. */
  async cancel(companyId: string, id: string): Promise<'cancelled' | 'already-succeeded' | 'unknown'> {
    const now = instantOf(this.#clock);
    return this.#database.transaction(async (trx) => {
      await lockCompany(trx, companyId);
      const row = await lockAttempt(trx, id);
      if (!row || row.company_id !== companyId) return 'unknown';
      if (row.state === 'succeeded') return 'already-succeeded';
      if (hasEnded(row, now)) return 'cancelled';
      await endAsCancelled(trx, row, now);
      return 'cancelled';
    });
  }

  /**
   * Ends expired attempts, and returns how many lapsed. Failed attempts stay failed. Attempts with a candidate continue,
   * because ANAF is still being asked.
   */
  async lapse(now: number): Promise<number> {
    return this.#database.transaction(async (trx) => {
      const ended = await trx
        .updateTable('attempts')
        .set({ ended_at: now })
        .where('id', 'in', (column) =>
          column
            .selectFrom('attempts')
            .select('id')
            .where('ended_at', 'is', null)
            .where('expires_at', '<=', now)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('candidates').select('grant_id').whereRef('candidates.attempt_id', '=', 'attempts.id'),
                ),
              ),
            )
            // Skip attempts that another transaction is changing.
            .forNoKeyUpdate()
            .skipLocked(),
        )
        .returning(['id', 'state'])
        .execute();
      const lapsed = ended.filter(({ state }) => state !== 'failed').map(({ id }) => id);
      if (lapsed.length === 0) return 0;
      await trx.updateTable('attempts').set({ state: 'lapsed' }).where('id', 'in', lapsed).execute();
      return lapsed.length;
    });
  }
}

/**
 * Reads an attempt and locks it until the transaction ends. Every change of an attempt starts here, so that callbacks
 * arriving at the same moment are handled one after the other.
 */
export async function lockAttempt(trx: Transaction<Schema>, id: string): Promise<AttemptRow | undefined> {
  return trx.selectFrom('attempts').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Ends a locked attempt as cancelled, and deletes its candidates. */
export async function endAsCancelled(trx: Transaction<Schema>, row: AttemptRow, now: number): Promise<void> {
  const dropped = await trx.deleteFrom('candidates').where('attempt_id', '=', row.id).returning('grant_id').execute();
  for (const { grant_id } of dropped) await deleteUnusedGrant(trx, grant_id);
  await trx
    .updateTable('attempts')
    // A failed attempt keeps its failure, because it explains more than "cancelled".
    .set({
      state: 'failed',
      ended_at: now,
      ...(row.state !== 'failed' && failureColumns(failureOf('cancelled', {}))),
    })
    .where('id', '=', row.id)
    .execute();
}
