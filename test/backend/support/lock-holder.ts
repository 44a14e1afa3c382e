import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';

/** A process that opens a data folder, prints `open` and holds the folder until it is killed. */
const [folder = ''] = process.argv.slice(2);
const database = await openDatabase({ dataFolder: folder }, () => {});
await database.queries
  .insertInto('companies')
  .values({ id: String(process.pid), tax_id: '90123459', name: 'Exemplu SRL', created_at: 1, updated_at: 1 })
  .execute();
console.log('open');
setInterval(() => {}, 60_000);
