import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { loneMailer } from './lone-mailer.ts';

/**
 * A process that sends what is in the outbox and is killed at a step of its transactions: `before 2`, `in 2` (its changes are
 * made, but not committed) or `after 2`. With any other step it works until somebody else kills it.
 */
const [url = '', smtp = '', now = '', killAt = ''] = process.argv.slice(2);
const database = await openDatabase({ url }, () => {});
const real = database.transaction.bind(database);
let count = 0;
database.transaction = async (work) => {
  count += 1;
  const number = count;
  dieAt(`before ${number}`);
  const result = await real(async (trx) => {
    const done = await work(trx);
    dieAt(`in ${number}`);
    return done;
  });
  dieAt(`after ${number}`);
  return result;
};
await loneMailer({ database, smtp, clock: { now: () => Number(now) } }).run(Number(now));
await database.close();

function dieAt(step: string): void {
  if (step === killAt) process.kill(process.pid, 'SIGKILL');
}
