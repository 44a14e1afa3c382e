import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { attemptLifetimeSeconds } from '../authorizing/attempts.ts';
import { createOpening, isOpeningId, type NewOpening } from '../authorizing/openings.ts';
import { lockCompany } from '../companies/companies.ts';
import { enqueue } from '../outbox/outbox.ts';
import type { Database } from '../storage/database.ts';
import type { Schema } from '../storage/schema.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { hashOf, isSameHash, randomSecret } from '../vault/secret.ts';
import { endOf, type LinkEnd, type LinkRow, lockLink } from './link.ts';
import { endTries, record } from './links.ts';

/** What the page of an open link shows. */
export interface OpenLink {
  readonly kind: 'open';
  readonly linkId: string;
  /** The name that the host gave to the person who asks. */
  readonly requester: string | undefined;
  /** The host's account of that person. Unlike the company, the person did not type it. */
  readonly account: string | undefined;
  readonly company: { readonly name: string; readonly taxId: string };
  readonly expiresAt: number;
}

/** Why an address leads nowhere. Says nothing about the company. `unknown`: there is no such address, or it was replaced. */
export type DeadLink = { readonly kind: LinkEnd | 'unknown' };

/** Result of going to ANAF. */
export type LinkStart = { readonly kind: 'opening'; readonly opening: NewOpening } | DeadLink;

/** Value of the browser's cookie for an opening. */
type CookieOf = (openingId: string) => string | undefined;

/**
 * What somebody may do who has the address of a link. The address alone is enough: its recipient has no session.
 */
export class LinkVisits {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #publicOrigin: string;

  /** `publicOrigin`: origin of the backend's pages, which start these attempts. */
  constructor(database: Database, clock: Clock, publicOrigin: string) {
    this.#database = database;
    this.#clock = clock;
    this.#publicOrigin = publicOrigin;
  }

  /** Reads a link and changes nothing, so link previews may call it. */
  async view(token: string): Promise<OpenLink | DeadLink> {
    const row = await this.#database.queries
      .selectFrom('link_secrets')
      .innerJoin('links', 'links.id', 'link_secrets.link_id')
      .innerJoin('companies', 'companies.id', 'links.company_id')
      .leftJoin('accounts', 'accounts.id', 'companies.account_id')
      .selectAll('links')
      .select(['companies.name', 'companies.tax_id', 'accounts.name as account_name'])
      .where('secret_hash', '=', hashOf(token))
      .executeTakeFirst();
    if (!row) return { kind: 'unknown' };
    const end = endOf(row, instantOf(this.#clock));
    if (end) return { kind: end };
    return {
      kind: 'open',
      linkId: row.id,
      requester: row.created_by_name ?? undefined,
      account: row.account_name ?? undefined,
      company: { name: row.name, taxId: row.tax_id },
      expiresAt: row.expires_at,
    };
  }

  /** Records that a person sees the page. */
  async markOpened(linkId: string): Promise<void> {
    await this.#database.queries
      .updateTable('links')
      .set({ opened_at: instantOf(this.#clock) })
      .where('id', '=', linkId)
      .where('opened_at', 'is', null)
      .execute();
  }

  /** Starts a try: an attempt with its opening. `browserMarker` tells which openings came from the same browser. */
  async start(token: string, browserMarker: string): Promise<LinkStart> {
    const linkId = await this.#linkOf(token);
    return linkId === undefined ? { kind: 'unknown' } : this.#startTry(linkId, browserMarker);
  }

  /** Starts another try with the link of an earlier opening. The opening's cookie proves that it was this browser's. */
  async again(openingId: string, cookieOf: CookieOf, browserMarker: string): Promise<LinkStart> {
    const linkId = await this.#linkOfOpening(openingId, cookieOf);
    return linkId === undefined ? { kind: 'unknown' } : this.#startTry(linkId, browserMarker);
  }

  /** The recipient does not work for this company: ends the link and its tries. Returns how the link has ended. */
  async decline(token: string): Promise<LinkEnd | 'unknown'> {
    const now = instantOf(this.#clock);
    const linkId = await this.#linkOf(token);
    if (linkId === undefined) return 'unknown';
    return this.#withLink(linkId, async (trx, row) => {
      const end = endOf(row, now);
      if (end) return end;
      await trx.updateTable('links').set({ declined_at: now }).where('id', '=', row.id).execute();
      await endTries(trx, row.id, now);
      await record(trx, row, { event: 'link-declined', actor: `link:${row.id}`, at: now });
      const { company_id: companyId } = row;
      await enqueue(trx, { companyId, kind: 'link-declined', detail: { linkId } }, now);
      return 'declined';
    });
  }

  async #startTry(linkId: string, browserMarker: string): Promise<LinkStart> {
    return this.#withLink(linkId, async (trx, row) => {
      const end = endOf(row, instantOf(this.#clock));
      if (end) return { kind: end };
      const attempt = await this.#insertAttempt(trx, row);
      return { kind: 'opening', opening: await createOpening(trx, attempt, browserMarker, this.#clock.now()) };
    });
  }

  async #insertAttempt(trx: Transaction<Schema>, row: LinkRow) {
    const now = instantOf(this.#clock);
    return trx
      .insertInto('attempts')
      .values({
        id: randomUUID(),
        company_id: row.company_id,
        link_id: row.id,
        // Nobody opens a try by a ticket: its link leads to it.
        ticket_hash: hashOf(randomSecret().reveal()),
        mode: 'link',
        origin: this.#publicOrigin,
        user_id: `link:${row.id}`,
        user_name: row.email,
        state: 'created',
        created_at: now,
        expires_at: now + attemptLifetimeSeconds,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async #withLink<Result>(
    linkId: string,
    work: (trx: Transaction<Schema>, row: LinkRow) => Promise<Result>,
  ): Promise<Result> {
    return this.#database.transaction(async (trx) => {
      const { company_id: companyId } = await trx
        .selectFrom('links')
        .select('company_id')
        .where('id', '=', linkId)
        .executeTakeFirstOrThrow();
      await lockCompany(trx, companyId);
      const row = await lockLink(trx, linkId);
      if (!row) throw new TypeError(`the link "${linkId}" was deleted during its use`);
      return work(trx, row);
    });
  }

  async #linkOf(token: string): Promise<string | undefined> {
    const row = await this.#database.queries
      .selectFrom('link_secrets')
      .select('link_id')
      .where('secret_hash', '=', hashOf(token))
      .executeTakeFirst();
    return row?.link_id;
  }

  async #linkOfOpening(openingId: string, cookieOf: CookieOf): Promise<string | undefined> {
    if (!isOpeningId(openingId)) return undefined;
    const row = await this.#database.queries
      .selectFrom('openings')
      .innerJoin('attempts', 'attempts.id', 'openings.attempt_id')
      .select(['cookie_hash', 'link_id'])
      .where('openings.id', '=', openingId)
      .executeTakeFirst();
    const cookie = cookieOf(openingId);
    if (!row || cookie === undefined || !isSameHash(hashOf(cookie), row.cookie_hash)) return undefined;
    return row.link_id ?? undefined;
  }
}
