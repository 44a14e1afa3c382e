import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Link, SendLinkRequest } from 'spv-authorize/contract';
import { endAsCancelled } from '../authorizing/attempts.ts';
import { lockCompany } from '../companies/companies.ts';
import { recordHistory } from '../companies/history.ts';
import type { Database, Queries } from '../storage/database.ts';
import type { HistoryEvent, Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, randomSecret, type Secret } from '../vault/secret.ts';
import { endOf, type LastTry, type LinkRow, lockLink, toLink } from './link.ts';
import { LinkError } from './link-error.ts';
import type { Inviter, LinkMail, LinkSent } from './link-mail.ts';

/** A link with the secret of its new address. The secret is stored nowhere. */
export interface LinkWithSecret {
  readonly link: Link;
  readonly secret: Secret;
}

/** Result of sending a link. */
export type LinkOutcome =
  | { readonly kind: 'queued'; readonly link: Link }
  | { readonly kind: Exclude<LinkSent, 'queued'> };

export interface LinkLimits {
  /** Days until a link expires. */
  readonly validDays: number;
  readonly maxOpenPerCompany: number;
}

const daySeconds = 24 * 3600;
/** How long the list contains links that have ended. They are deleted then. */
export const endedLinkDays = 30;

/** A company's invitations to people with a certificate. Methods reject with `LinkError`. */
export class Links {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #limits: LinkLimits;

  constructor(database: Database, clock: Clock, limits: LinkLimits) {
    this.#database = database;
    this.#clock = clock;
    this.#limits = limits;
  }

  /** The company's links, the newest first, ended ones for 30 days. */
  async list(companyId: string): Promise<Link[]> {
    const now = instantOf(this.#clock);
    return readLinks(this.#database.queries, companyId, now);
  }

  /** Creates a link. The company must exist. */
  async create(inviter: Inviter): Promise<LinkWithSecret> {
    const now = instantOf(this.#clock);
    const { companyId, userId, userName } = inviter;
    return this.#database.transaction(async (trx) => {
      await lockCompany(trx, companyId);
      if ((await countOpen(trx, companyId, now)) >= this.#limits.maxOpenPerCompany) {
        throw new LinkError('limit-reached');
      }
      const row = await trx
        .insertInto('links')
        .values({
          id: randomUUID(),
          company_id: companyId,
          created_at: now,
          created_by_id: userId,
          created_by_name: userName ?? null,
          expires_at: now + this.#limits.validDays * daySeconds,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await record(trx, row, { event: 'link-created', actor: userId, at: now });
      return { link: toLink(row, undefined, now), secret: await addSecret(trx, row.id, now) };
    });
  }

  /** Makes a new address for an open link; every earlier one leads nowhere from then on. */
  async replace(inviter: Inviter, linkId: string): Promise<LinkWithSecret> {
    const now = instantOf(this.#clock);
    return this.#database.transaction(async (trx) => {
      const row = await lockOpen(trx, inviter.companyId, linkId, now);
      await trx.deleteFrom('link_secrets').where('link_id', '=', linkId).execute();
      await record(trx, row, { event: 'link-replaced', actor: inviter.userId, at: now });
      const last = await readLastTry(trx, linkId);
      return { link: toLink(row, last, now), secret: await addSecret(trx, linkId, now) };
    });
  }

  /** Queues the link for sending by e-mail, and remembers the recipient. */
  async send(inviter: Inviter, linkId: string, request: SendLinkRequest, mail: LinkMail): Promise<LinkOutcome> {
    const now = instantOf(this.#clock);
    const { companyId, userId } = inviter;
    return this.#database.transaction(async (trx) => {
      await lockOpen(trx, companyId, linkId, now);
      const result = await mail.queue(trx, { ...request, linkId, inviter }, now);
      if (result !== 'queued') return { kind: result };
      const row = await trx
        .updateTable('links')
        .set({ email: request.email, sent_at: now })
        .where('id', '=', linkId)
        .returningAll()
        .executeTakeFirstOrThrow();
      await record(trx, row, { event: 'link-sent', actor: userId, at: now });
      return { kind: 'queued', link: toLink(row, await readLastTry(trx, linkId), now) };
    });
  }

  /**
   * Cancels a link and the tries that run with it. Has no effect on a link that was used, declined or cancelled. An expired
   * one is cancelled as well, because a try that began in time may still run with it.
   */
  async cancel(inviter: Inviter, linkId: string): Promise<void> {
    const now = instantOf(this.#clock);
    await this.#database.transaction(async (trx) => {
      await lockCompany(trx, inviter.companyId);
      const row = await lockLink(trx, linkId);
      if (row?.company_id !== inviter.companyId) throw new LinkError('unknown');
      if (row.used_at !== null || row.declined_at !== null || row.cancelled_at !== null) return;
      await trx.updateTable('links').set({ cancelled_at: now }).where('id', '=', linkId).execute();
      await endTries(trx, linkId, now);
      await record(trx, row, { event: 'link-cancelled', actor: inviter.userId, at: now });
    });
  }
}

/** Adds an address to a link. */
export async function addSecret(trx: Transaction<Schema>, linkId: string, now: number): Promise<Secret> {
  const secret = randomSecret();
  await trx
    .insertInto('link_secrets')
    .values({ secret_hash: hashOf(secret.reveal()), link_id: linkId, created_at: now })
    .execute();
  return secret;
}

/** Locks an open link of the company. Throws `LinkError`. */
async function lockOpen(trx: Transaction<Schema>, companyId: string, linkId: string, now: number): Promise<LinkRow> {
  await lockCompany(trx, companyId);
  const row = await lockLink(trx, linkId);
  if (row?.company_id !== companyId) throw new LinkError('unknown');
  if (endOf(row, now)) throw new LinkError('ended');
  return row;
}

/** Cancels the running tries of a link. The caller holds the lock of the company. */
export async function endTries(trx: Transaction<Schema>, linkId: string, now: number): Promise<void> {
  const running = await trx
    .selectFrom('attempts')
    .selectAll()
    .where('link_id', '=', linkId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const attempt of running) await endAsCancelled(trx, attempt, now);
}

/** Adds an entry about a link to the history of its company. */
export async function record(
  trx: Transaction<Schema>,
  { id: linkId, company_id: companyId }: Pick<LinkRow, 'id' | 'company_id'>,
  { event, actor, at }: { readonly event: HistoryEvent; readonly actor: string; readonly at: number },
): Promise<void> {
  await recordHistory(trx, { companyId, at, event, actor, detail: { linkId } });
}

/** The last try with a link. Undefined before the first. */
async function readLastTry(queries: Queries, linkId: string): Promise<LastTry | undefined> {
  return tries(queries).where('attempts.link_id', '=', linkId).limit(1).executeTakeFirst();
}

async function readLinks(queries: Queries, companyId: string, now: number): Promise<Link[]> {
  const since = now - endedLinkDays * daySeconds;
  const rows = await queries
    .selectFrom('links')
    .selectAll()
    .where('company_id', '=', companyId)
    .where(({ eb, fn }) => eb(fn.coalesce('used_at', 'declined_at', 'cancelled_at', 'expires_at'), '>', since))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const lastTries = await tries(queries).where('attempts.company_id', '=', companyId).execute();
  return rows.map((row) =>
    toLink(
      row,
      lastTries.find(({ link_id: linkId }) => linkId === row.id),
      now,
    ),
  );
}

/** Tries with links, the last one first. */
function tries(queries: Queries) {
  return queries
    .selectFrom('attempts')
    .select(['link_id', 'state', 'created_at', 'ended_at', 'expires_at', 'failure_code'])
    .select(({ selectFrom }) =>
      selectFrom('openings')
        .whereRef('openings.attempt_id', '=', 'attempts.id')
        .select(({ fn }) => fn.max<number | null>('openings.returned_at').as('returned_at'))
        .as('returned_at'),
    )
    .where('attempts.link_id', 'is not', null)
    .orderBy('attempts.created_at', 'desc')
    .orderBy('attempts.id');
}

async function countOpen(trx: Transaction<Schema>, companyId: string, now: number): Promise<number> {
  const { count } = await trx
    .selectFrom('links')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('used_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}
