import { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

/** A process that is killed during its first start: the database of the folder exists, but it has no tables yet. */
const [folder = ''] = process.argv.slice(2);
Database.open = async () => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('the process was not killed');
};
await openDatabase({ dataFolder: folder }, () => {});
