import type { DatabaseOptions } from 'spv-authorize-backend';
import { type Postgres, startPostgres } from '../../support/postgres.ts';

export interface DatabaseServer {
  /** A new database without rows. On PostgreSQL it has its tables already, copied from a template. */
  fresh(): Promise<DatabaseOptions>;
  /** A new database without tables, for tests of the migrations. */
  empty(): Promise<DatabaseOptions>;
  stop(): Promise<void>;
}

/** Both databases that the backend runs on. Tests loop over them to show that they behave the same. */
export const databases: Readonly<Record<'PGlite' | 'PostgreSQL', () => Promise<DatabaseServer>>> = {
  PGlite: async () => ({
    fresh: async () => ({ memory: true }),
    empty: async () => ({ memory: true }),
    stop: async () => {},
  }),
  PostgreSQL: async () => {
    const server: Postgres = await startPostgres();
    return {
      fresh: async () => ({ url: await server.createDatabase() }),
      empty: async () => ({ url: await server.createEmptyDatabase() }),
      stop: () => server.stop(),
    };
  },
};
