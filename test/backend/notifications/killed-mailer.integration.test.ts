import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { enqueue } from 'spv-authorize-backend/internal/outbox/outbox.ts';
import type { Database } from 'spv-authorize-backend/internal/storage/database.ts';
import { openDatabase } from 'spv-authorize-backend/internal/storage/open-database.ts';
import { newDatabase } from '../support/databases.ts';
import { loneMailer } from '../support/lone-mailer.ts';
import { MailServer, type SmtpStep } from '../support/mail-server.ts';

const now = 1_795_000_000;
/** Longer than a process may hold an entry. */
const later = now + 600;

/** The transactions of a pass: 1 addresses the notice, 2 composes the mail, 3 records that it was sent. */
const stepsWithOneCopy = ['before 1', 'in 1', 'after 1', 'before 2', 'in 2', 'after 2', 'after 3'];
const stepsWithTwoCopies = ['before 3', 'in 3'];
const smtpSteps: readonly SmtpStep[] = ['connect', 'from', 'to', 'data'];

interface Outbox {
  readonly url: string;
  readonly database: Database;
  readonly server: MailServer;
}

/** A database with one notice, and a mail server. */
async function outboxWithNotice(): Promise<Outbox> {
  const storage = await newDatabase('PostgreSQL');
  assert.ok('url' in storage);
  const database = await openDatabase(storage, () => {});
  after(() => database.close());
  await database.queries
    .insertInto('companies')
    .values({ id: 'c1', tax_id: '90123459', name: 'Exemplu SRL', created_at: now, updated_at: now })
    .execute();
  const entry = { companyId: 'c1', kind: 'link-declined', detail: { linkId: 'l1' } } as const;
  await database.transaction((trx) => enqueue(trx, entry, now));
  return { url: storage.url, database, server: await MailServer.start() };
}

function startMailer({ url, server }: Outbox, killAt: string): ChildProcess {
  const args = ['test/backend/support/killed-mailer.ts', url, server.url, String(now), killAt];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilKilled(child: ChildProcess): Promise<void> {
  const [exitCode, signal] = await once(child, 'exit');
  assert.deepEqual([exitCode, signal], [null, 'SIGKILL']);
}

/** The Message-IDs of the mails that have arrived when another process has taken over. */
async function takeOver({ database, server }: Outbox): Promise<(string | undefined)[]> {
  const mailer = loneMailer({ database, smtp: server.url, clock: { now: () => later } });
  await mailer.run(later);
  await mailer.run(later);
  const left = await database.queries.selectFrom('outbox').select('id').where('ended_at', 'is', null).execute();
  assert.deepEqual(left, []);
  return server.received.map(({ messageId }) => messageId);
}

describe('a process that sends mails and is killed', () => {
  for (const step of stepsWithOneCopy) {
    it(`the mail arrives once when the process is killed ${step}`, async () => {
      const outbox = await outboxWithNotice();

      await untilKilled(startMailer(outbox, step));

      assert.equal((await takeOver(outbox)).length, 1);
    });
  }

  for (const step of smtpSteps) {
    it(`the mail arrives once when the process is killed while the server answers ${step}`, async () => {
      const outbox = await outboxWithNotice();
      const child = startMailer(outbox, 'never');
      const killed = untilKilled(child);
      outbox.server.observe(async (current) => {
        if (current !== step || child.killed) return;
        child.kill('SIGKILL');
        await killed;
        // Nobody is there any more to be told that the mail was taken, so the server does not take it.
        outbox.server.refuse(step, 451);
      });
      await killed;
      outbox.server.observe(() => outbox.server.accept());

      assert.equal((await takeOver(outbox)).length, 1);
    });
  }

  for (const step of stepsWithTwoCopies) {
    it(`two copies with one Message-ID arrive when the process is killed ${step}, after the server took the mail`, async () => {
      const outbox = await outboxWithNotice();

      await untilKilled(startMailer(outbox, step));

      const [first, second, ...others] = await takeOver(outbox);
      assert.ok(first);
      assert.equal(second, first);
      assert.deepEqual(others, []);
    });
  }
});
