import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

/** A process that opens a data folder, says so, and holds it until it is ended. */
const [folder = ''] = process.argv.slice(2);
const database = await openDatabase({ dataFolder: folder }, () => {});
await database.queries
  .insertInto('companies')
  .values({ id: String(process.pid), tax_id: '90123459', name: 'Exemplu SRL', created_at: 1, updated_at: 1 })
  .execute();
console.log('open');
setInterval(() => {}, 60_000);
