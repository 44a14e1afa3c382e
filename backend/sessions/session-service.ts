import { saveCompany } from '../companies/companies.ts';
import { InvalidInputError, parseInput } from '../companies/input.ts';
import { saveContacts, saveUser } from '../companies/people.ts';
import type { Database } from '../storage/database.ts';
import { type Clock, instantOf } from '../time/clock.ts';
import { type SessionRequest, type Sessions, sessionRequest } from './session.ts';

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
    const wanted = parseInput(sessionRequest, request);
    const { companyId, userId, userName, permissions, origin } = wanted;
    if (!this.#allowedOrigins.has(origin)) {
      throw new InvalidInputError([{ field: 'origin', message: `"${origin}" is not among the allowed origins` }]);
    }
    await this.#save(wanted);
    return this.#sessions.sign({ companyId, userId, userName, permissions, origin });
  }

  async #save({ companyId, taxId, companyName, account, contacts, ...user }: SessionRequest): Promise<void> {
    const { userId, userName, userEmail, userLanguage } = user;
    await this.#database.transaction(async (trx) => {
      await saveCompany(
        trx,
        { id: companyId, taxId, name: companyName, ...(account && { account }) },
        instantOf(this.#clock),
      );
      if (userEmail !== undefined) {
        await saveUser(trx, companyId, { id: userId, name: userName, email: userEmail, language: userLanguage });
      }
      if (contacts) await saveContacts(trx, companyId, contacts);
    });
  }
}
