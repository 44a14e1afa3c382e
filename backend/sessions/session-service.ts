import { type Clock, instantOf } from '../clock.ts';
import { saveCompany } from '../companies/companies.ts';
import { parseBody } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Database } from '../storage/database.ts';
import { type Sessions, sessionRequest } from './session.ts';

/** Makes sessions for the host's pages and keeps what the host says about the company. */
export class SessionService {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #allowedOrigins: ReadonlySet<string>;
  readonly #clock: Clock;

  constructor(database: Database, sessions: Sessions, allowedOrigins: ReadonlySet<string>, clock: Clock) {
    this.#database = database;
    this.#sessions = sessions;
    this.#allowedOrigins = allowedOrigins;
    this.#clock = clock;
  }

  /**
   * `origin` is the one of the page that will use the session. Throws `malformed-request` that names every field that is
   * wrong, also an origin that is not among the allowed.
   */
  async create(request: unknown): Promise<{ session: string; expiresAt: number }> {
    const { companyId, taxId, companyName, userId, userName, permissions, origin } = parseBody(sessionRequest, request);
    if (!this.#allowedOrigins.has(origin)) {
      const message = `"${origin}" is not among the allowed origins`;
      throw new HttpProblem('malformed-request', { errors: [{ field: 'origin', message }] });
    }
    const company = { id: companyId, taxId, name: companyName };
    await this.#database.transaction((trx) => saveCompany(trx, company, instantOf(this.#clock)));
    return this.#sessions.sign({ companyId, userId, userName, permissions, origin });
  }
}
