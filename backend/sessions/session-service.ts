import { saveCompany } from '../companies/companies.ts';
import { InvalidInputError, parseInput } from '../companies/input.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { type Sessions, sessionRequest } from './session.ts';

/** Creates sessions for the host's pages, and stores what the host says about the company. */
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

  /** Creates a session. Throws `InvalidInputError` with every wrong field, including an origin that is not allowed. */
  async create(request: unknown): Promise<{ session: string; expiresAt: number }> {
    const { companyId, taxId, companyName, userId, userName, permissions, origin } = parseInput(
      sessionRequest,
      request,
    );
    if (!this.#allowedOrigins.has(origin)) {
      throw new InvalidInputError([{ field: 'origin', message: `"${origin}" is not among the allowed origins` }]);
    }
    const company = { id: companyId, taxId, name: companyName };
    await this.#database.transaction((trx) => saveCompany(trx, company, instantOf(this.#clock)));
    return this.#sessions.sign({ companyId, userId, userName, permissions, origin });
  }
}
