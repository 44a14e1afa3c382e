import { randomBytes } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { OpeningsTable, Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, randomSecret, type Secret } from '../vault/secret.ts';
import { type AttemptRow, hasEnded } from './attempt.ts';
import { lockAttempt } from './attempts.ts';
import { failureColumns } from './failure.ts';

/** A stored opening. */
export type OpeningRow = Selectable<OpeningsTable>;

/** How long after the form of the attempt's page its browser may be sent on to ANAF without a confirmation. */
const proofLifetimeSeconds = 60;

/** What the confirmation page shows for a ticket. */
export interface TicketView {
  readonly attempt: AttemptRow;
  readonly company: { readonly name: string; readonly taxId: string };
  /** The host's account of the company. Unlike the company's name, a tenant did not type it here. */
  readonly account: string | undefined;
  readonly hasEnded: boolean;
}

/** A new opening: `state` goes into ANAF's address, `cookie` into the browser, which must send it with the callback. */
export interface NewOpening {
  readonly id: string;
  readonly state: Secret;
  readonly cookie: Secret;
}

/**
 * The openings of tickets. An opening is one browser's visit to ANAF, with its own state, cookie and start time.
 */
export class Openings {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Reads a ticket and changes nothing, so link previews may call it. Undefined for an unknown ticket. */
  async view(ticket: string): Promise<TicketView | undefined> {
    const row = await this.#database.queries
      .selectFrom('attempts')
      .innerJoin('companies', 'companies.id', 'attempts.company_id')
      .leftJoin('accounts', 'accounts.id', 'companies.account_id')
      .selectAll('attempts')
      .select(['companies.name as company_name', 'companies.tax_id as company_tax_id', 'accounts.name as account_name'])
      .where('ticket_hash', '=', hashOf(ticket))
      .executeTakeFirst();
    if (!row) return undefined;
    const company = { name: row.company_name, taxId: row.company_tax_id };
    return {
      attempt: row,
      company,
      account: row.account_name ?? undefined,
      hasEnded: hasEnded(row, this.#clock.now()),
    };
  }

  /** Records that a person sees the confirmation page. */
  async markShown(attemptId: string): Promise<void> {
    await this.#database.queries
      .updateTable('attempts')
      .set({ state: 'shown' })
      .where('id', '=', attemptId)
      .where('state', '=', 'created')
      .execute();
  }

  /**
   * Creates a proof that the attempt's own page sent the browser here. It replaces an earlier one and is valid for a
   * minute. The backend puts it into an address of its own, because the form of another site carries no cookies.
   */
  async prove(attemptId: string): Promise<Secret> {
    const proof = randomSecret();
    await this.#database.queries
      .updateTable('attempts')
      .set({ proof_hash: hashOf(proof.reveal()), proof_until: instantOf(this.#clock) + proofLifetimeSeconds })
      .where('id', '=', attemptId)
      .execute();
    return proof;
  }

  /** Uses up a proof. `false` for one that was used, replaced or has expired. */
  async takeProof(attemptId: string, proof: string): Promise<boolean> {
    const taken = await this.#database.queries
      .updateTable('attempts')
      .set({ proof_hash: null, proof_until: null })
      .where('id', '=', attemptId)
      .where('proof_hash', '=', hashOf(proof))
      .where('proof_until', '>', instantOf(this.#clock))
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /**
   * Creates an opening. `browserMarker` tells which openings came from the same browser. Undefined when the attempt is
   * over.
   */
  async open(attemptId: string, browserMarker: string): Promise<NewOpening | undefined> {
    return this.#database.transaction(async (trx) => {
      const attempt = await lockAttempt(trx, attemptId);
      if (!attempt || hasEnded(attempt, this.#clock.now())) return undefined;
      return createOpening(trx, attempt, browserMarker, this.#clock.now());
    });
  }
}

/** Creates an opening of a locked attempt that is not over. `now` is in epoch seconds with fractions. */
export async function createOpening(
  trx: Transaction<Schema>,
  attempt: AttemptRow,
  browserMarker: string,
  now: number,
): Promise<NewOpening> {
  const opening = { id: randomBytes(8).toString('hex'), state: randomSecret(), cookie: randomSecret() };
  await trx
    .insertInto('openings')
    .values({
      id: opening.id,
      attempt_id: attempt.id,
      state_hash: hashOf(opening.state.reveal()),
      cookie_hash: hashOf(opening.cookie.reveal()),
      browser_hash: hashOf(browserMarker),
      started_at_ms: Math.round(now * 1000),
    })
    .execute();
  await markAtAnaf(trx, attempt);
  return opening;
}

/** Whether a text from an address has the form of an opening's id. */
export function isOpeningId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/** An attempt in the state `verifying` keeps it, because another opening does not interrupt the check. */
async function markAtAnaf(trx: Transaction<Schema>, attempt: AttemptRow): Promise<void> {
  if (attempt.state === 'verifying') return;
  await trx
    .updateTable('attempts')
    .set({ state: 'at-anaf', ...failureColumns(undefined) })
    .where('id', '=', attempt.id)
    .execute();
}

/**
 * Whether this browser opened ANAF without success in the last 24 hours. Chromium remembers the choice "no certificate"
 * until it is closed, so an earlier failure hints at that cause. Successful openings do not count, because a good
 * certificate is remembered too.
 */
export async function hasEarlierOpening(trx: Transaction<Schema>, opening: OpeningRow): Promise<boolean> {
  const dayMs = 24 * 3600 * 1000;
  const earlier = await trx
    .selectFrom('openings')
    .select('id')
    .where('browser_hash', '=', opening.browser_hash)
    .where('id', '!=', opening.id)
    .where('started_at_ms', '<=', opening.started_at_ms)
    .where('started_at_ms', '>', opening.started_at_ms - dayMs)
    .where((column) => column.or([column('outcome', 'is', null), column('outcome', '=', 'failed')]))
    .limit(1)
    .executeTakeFirst();
  return earlier !== undefined;
}
