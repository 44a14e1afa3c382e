import type { DatabaseOptions } from 'spv-authorize-backend';
import { type Postgres, startPostgres } from '../../support/postgres.ts';

export interface DatabaseServer {
  /** A new, empty database. */
  fresh(): Promise<DatabaseOptions>;
  stop(): Promise<void>;
}

/** Both databases that the backend runs on; a test that loops over them shows that they behave the same. */
export const databases: Readonly<Record<'PGlite' | 'PostgreSQL', () => Promise<DatabaseServer>>> = {
  PGlite: async () => ({ fresh: async () => ({ memory: true }), stop: async () => {} }),
  PostgreSQL: async () => {
    const server: Postgres = await startPostgres();
    return { fresh: async () => ({ url: await server.createDatabase() }), stop: () => server.stop() };
  },
};
