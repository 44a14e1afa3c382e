import type { Authorization } from 'spv-authorize/contract';
import {
  type Company,
  type DescribedCompany,
  findCompany,
  listCompanies,
  saveCompany,
} from '../companies/companies.ts';
import { readHistory, type StoredEntry } from '../companies/history.ts';
import { type Contact, saveContacts } from '../companies/people.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { readAuthorizations } from './authorization-view.ts';
import { deleteCompany } from './company-deletion.ts';

/** A page of a list. `next` is the place after which the next page begins; undefined on the last page. */
export interface Page<Entry, Place> {
  readonly entries: readonly Entry[];
  readonly next: Place | undefined;
}

/** A company with its authorization. */
export interface AuthorizedCompany {
  readonly company: Company;
  readonly authorization: Authorization;
}

export interface CompanyQuery {
  /** Id of the last company of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
  readonly status: Authorization['status'] | undefined;
}

/** A status depends on the clock, so it is judged here and not in SQL. One request looks at no more companies than this. */
const maxExamined = 5000;
const chunkSize = 500;

/** What the host's server may ask about its companies, and change. */
export class CompanyService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async isKnown(companyId: string): Promise<boolean> {
    return (await findCompany(this.#database.queries, companyId)) !== undefined;
  }

  /** Creates or updates the company, and replaces its contacts if there is a list of them. */
  async save(company: DescribedCompany, contacts?: readonly Contact[]): Promise<'created' | 'updated'> {
    return this.#database.transaction(async (trx) => {
      const before = await findCompany(trx, company.id);
      await saveCompany(trx, company, instantOf(this.#clock));
      if (contacts) await saveContacts(trx, company.id, contacts);
      return before ? 'updated' : 'created';
    });
  }

  /** Deletes the company and everything that is stored about it. Without such a company it has no effect. */
  async remove(companyId: string): Promise<void> {
    await deleteCompany(this.#database, companyId);
  }

  /** A page of companies in the order of their ids. With a status it may have fewer entries than `limit`. */
  async list({ after, limit, status }: CompanyQuery): Promise<Page<AuthorizedCompany, string>> {
    const found: AuthorizedCompany[] = [];
    let place = after;
    const size = status === undefined ? limit + 1 : chunkSize;
    for (let examined = 0; examined < maxExamined; examined += size) {
      const chunk = await this.#chunk(place, size);
      for (const one of chunk) {
        // One more would not fit, so there is another page.
        if (found.length === limit) return { entries: found, next: place };
        if (status === undefined || one.authorization.status === status) found.push(one);
        place = one.company.id;
      }
      if (chunk.length < size) return { entries: found, next: undefined };
    }
    return { entries: found, next: place };
  }

  /** A page of the company's history, the newest entry first. Undefined for an unknown company. */
  async history(
    companyId: string,
    { before, limit }: { readonly before: number | undefined; readonly limit: number },
  ): Promise<Page<StoredEntry, number> | undefined> {
    const { queries } = this.#database;
    if (!(await findCompany(queries, companyId))) return undefined;
    const entries = await readHistory(queries, companyId, { before, limit: limit + 1 });
    const shown = entries.slice(0, limit);
    return { entries: shown, next: entries.length > limit ? shown.at(-1)?.id : undefined };
  }

  async #chunk(after: string | undefined, size: number): Promise<AuthorizedCompany[]> {
    const { queries } = this.#database;
    const companies = await listCompanies(queries, after, size);
    const authorizations = await readAuthorizations(queries, companies, instantOf(this.#clock));
    return companies.map((company, index) => ({ company, authorization: authorizations[index] ?? { status: 'none' } }));
  }
}
