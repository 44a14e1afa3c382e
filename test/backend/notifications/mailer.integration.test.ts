import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { authorizationAnswer } from 'spv-authorize/contract';
import * as v from 'valibot';
import { authorize, authorizedSite } from '../support/authorize.ts';
import { databaseKinds } from '../support/databases.ts';
import type { ReceivedMail } from '../support/mail-server.ts';
import { type MailStack, manageUrl, setupMail, tell } from '../support/mail-stack.ts';
import { eventsOf, shareGrant } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { type Company, type Stack, siteOrigin } from '../support/stack.ts';

const hour = 3600;
const day = 24 * hour;

type People = Partial<Parameters<Stack['backend']['sessions']['create']>[0]>;

/** A company that the host has described in a session. */
async function companyWith(stack: Stack, people: People): Promise<Company> {
  const company = stack.newCompany();
  await stack.backend.sessions.create({
    ...company,
    ...people,
    userId: 'u1',
    userName: 'Maria Pop',
    permissions: ['view'],
    origin: siteOrigin,
  });
  return company;
}

const owner = { contacts: [{ email: 'owner@exemplu.ro' }] };

async function tellDeclined(stack: Stack, { companyId }: Company): Promise<void> {
  await tell(stack, { companyId, kind: 'link-declined', detail: { linkId: 'l1' } });
}

function onlyOne(mails: readonly ReceivedMail[]): ReceivedMail {
  const [mail, ...others] = mails;
  assert.ok(mail);
  assert.equal(others.length, 0);
  return mail;
}

/** Runs what is due every hour. */
async function runFor({ backend, clock }: Stack, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= hour) {
    await backend.runDue();
    clock.advance(hour);
  }
  await backend.runDue();
}

function troublesIn({ log }: Stack): string[] {
  return log.filter((line) => line.includes('a mail ')).map((line) => String(JSON.parse(line).msg));
}

describe('the mailer', () => {
  for (const database of databaseKinds) {
    it(`a notice goes once to every contact of the company, in the contact's language (${database})`, async () => {
      const { stack, server } = await setupMail({ database });
      const company = await companyWith(stack, {
        contacts: [
          { email: 'ana@exemplu.ro' },
          { email: 'bob@exemplu.ro', language: 'en' },
          { email: 'Ana@Exemplu.ro' },
        ],
      });
      await tellDeclined(stack, company);

      const report = await stack.backend.runDue();
      await stack.backend.runDue();

      assert.equal(report.mailsSent, 2);
      const [ana, bob] = server.received.toSorted((a, b) => String(a.envelope.to).localeCompare(String(b.envelope.to)));
      assert.ok(ana && bob);
      assert.equal(server.received.length, 2);
      assert.deepEqual([ana.envelope.to, bob.envelope.to], [['Ana@exemplu.ro'], ['bob@exemplu.ro']]);
      assert.equal(ana.subject, 'Exemplu SRL: cererea de autorizare a fost refuzată');
      assert.equal(bob.subject, 'Exemplu SRL: the request for authorization was refused');
      assert.deepEqual(
        [ana.from?.text, ana.envelope.from],
        ['"FacturaApp" <no-reply@facturaapp.ro>', 'no-reply@facturaapp.ro'],
      );
      assert.match(ana.messageId ?? '', /^<[0-9a-f-]{36}@facturaapp\.ro>$/);
      assert.ok(ana.text?.includes(manageUrl.replace('{companyId}', company.companyId)));
      assert.ok(typeof ana.html === 'string' && ana.html.includes(`/${company.companyId}/anaf"`));
      assert.ok(ana.html.includes(`${stack.publicUrl}/help/ro#accountant-link"`));
      assert.ok(bob.text?.includes(`${stack.publicUrl}/help/en#accountant-link`));
    });
  }

  it('an entry of a transaction that is rolled back is never sent', async () => {
    const { stack, server } = await setupMail();
    const company = await companyWith(stack, owner);
    const { enqueue } = await import('spv-authorize-backend/internal/outbox/outbox.ts');
    const entry = { companyId: company.companyId, kind: 'link-declined', detail: { linkId: 'l1' } } as const;
    const failure = stack.database.transaction(async (trx) => {
      await enqueue(trx, entry, 1);
      throw new Error('the change failed');
    });
    await assert.rejects(failure, /the change failed/);
    await tell(stack, { ...entry, kind: 'mail-undelivered', detail: { linkId: 'l1', email: 'x@example.ro' } });

    await stack.backend.runDue();

    assert.match(onlyOne(server.received).subject ?? '', /nu a putut fi livrat/);
  });

  it('nothing is lost and nothing is sent twice while the mail server refuses for a day', async () => {
    const { stack, server } = await setupMail();
    for (let count = 0; count < 3; count += 1) await tellDeclined(stack, await companyWith(stack, owner));
    server.refuse('connect', 421);
    await runFor(stack, day);
    assert.equal(server.received.length, 0);

    server.accept();
    await runFor(stack, 2 * hour);

    assert.equal(server.received.length, 3);
    assert.equal(new Set(server.received.map(({ messageId }) => messageId)).size, 3);
  });

  it('a mail that the server does not take in 80 tries is given up, in the log and in the history', async () => {
    const { stack, server } = await setupMail();
    const company = await companyWith(stack, owner);
    await tellDeclined(stack, company);
    server.refuse('from', 451);
    await stack.backend.runDue();
    const triesUntil = (tries: number) => stack.database.queries.updateTable('outbox').set({ tries }).execute();

    await triesUntil(78);
    await runFor(stack, hour);
    assert.deepEqual(await eventsOf(stack.database, company.companyId), []);
    await runFor(stack, 2 * hour);

    assert.deepEqual(await eventsOf(stack.database, company.companyId), ['mail-failed']);
    assert.equal(troublesIn(stack).filter((message) => message === 'a mail was given up').length, 1);
    server.accept();
    await runFor(stack, day);
    assert.equal(server.received.length, 0);
  });

  for (const [step, what] of [
    ['to', 'recipient'],
    ['data', 'message'],
  ] as const) {
    it(`a ${what} that is refused for good is not tried again, and the history says so`, async () => {
      const { stack, server } = await setupMail();
      const company = await companyWith(stack, owner);
      await tellDeclined(stack, company);
      server.refuse(step, 550);

      const report = await stack.backend.runDue();
      server.accept();
      await runFor(stack, day);

      assert.equal(report.mailsGivenUp, 1);
      assert.deepEqual(await eventsOf(stack.database, company.companyId), ['mail-failed']);
      assert.equal(server.received.length, 0);
    });
  }

  it('a recipient that is refused for now does not delay the mails to others', async () => {
    const { stack, server } = await setupMail();
    const company = await companyWith(stack, { contacts: [{ email: 'a@exemplu.ro' }, { email: 'b@exemplu.ro' }] });
    await tellDeclined(stack, company);
    server.refuse('to', 450, 'a@exemplu.ro');

    const report = await stack.backend.runDue();
    assert.equal(report.mailsSent, 1);
    server.accept();
    await runFor(stack, hour);

    const recipients = server.received.map(({ envelope }) => envelope.to[0]);
    assert.deepEqual(recipients.toSorted(), ['a@exemplu.ro', 'b@exemplu.ro']);
  });

  it('two processes on one database send every mail once', async () => {
    const { stack, server } = await setupMail();
    const other = await setup({ storage: stack.storage, clock: stack.clock, mail: optionsOf(server) });
    const contacts = Array.from({ length: 20 }, (_, index) => ({ email: `c${index}@exemplu.ro` }));
    await tellDeclined(stack, await companyWith(stack, { contacts }));

    await Promise.all([stack.backend.runDue(), other.backend.runDue(), stack.backend.runDue(), other.backend.runDue()]);
    await stack.backend.runDue();

    assert.equal(server.received.length, 20);
    assert.equal(new Set(server.received.map(({ messageId }) => messageId)).size, 20);
  });

  it('a clock that is moved while a mail is being sent does not send it again', async () => {
    const { stack, server } = await setupMail();
    await tellDeclined(stack, await companyWith(stack, owner));
    let moves = 0;
    server.observe(async (step) => {
      if (step !== 'data' || moves > 0) return;
      moves += 1;
      stack.clock.advance(day);
      await stack.backend.runDue();
    });

    await stack.backend.runDue();
    await stack.backend.runDue();

    assert.equal(moves, 1);
    onlyOne(server.received);
  });

  it('an entry of an unknown kind is parked, and the others are sent', async () => {
    const { stack, server } = await setupMail();
    const company = await companyWith(stack, owner);
    await tellDeclined(stack, company);
    await stack.backend.runDue();
    const values = { id: 'x', company_id: company.companyId, detail: '{}', created_at: 1, next_action_at: 1 };
    await stack.database.queries
      .insertInto('outbox')
      .values({ ...values, kind: 'of-a-later-version', recipient: 'owner@exemplu.ro' })
      .execute();

    await runFor(stack, 6 * hour);

    onlyOne(server.received);
    assert.deepEqual(await eventsOf(stack.database, company.companyId), ['mail-failed']);
    assert.equal(troublesIn(stack).at(-1), 'a mail was given up');
  });

  it('no mail is sent without TLS to a server on another machine', async () => {
    const server = (await setupMail()).server;
    let connections = 0;
    const { stack } = await setupMail({
      mail: {
        transport: {
          host: 'mail.example.ro',
          getSocket: (_options, done) => {
            connections += 1;
            done(null, { connection: connect(server.port, '127.0.0.1') });
          },
        },
      },
    });
    await tellDeclined(stack, await companyWith(stack, owner));

    await stack.backend.runDue();

    assert.equal(connections, 1);
    assert.equal(server.received.length, 0);
    assert.match(stack.log.join('\n'), /"reason":"ETLS STARTTLS/);
  });

  it('names cannot add headers, recipients or markup, and cannot reorder text', async () => {
    const { stack, server } = await setupMail({
      application: { name: '<b>Factura</b>\u202E"App', services: ['e-factura', 'e-transport'] },
      mail: { from: { name: 'Factura, "App" <x@evil.ro>', address: 'no-reply@facturaapp.ro' } },
    });
    const company = stack.newCompany();
    const companyName = 'Rău\r\nBcc: victima@example.ro\r\n\r\n<script>alert(1)</script> \u202Ewww.evil.ro';
    const session = { userId: 'u1', permissions: ['view' as const], origin: siteOrigin };
    await stack.backend.sessions.create({ ...company, ...session, ...owner, companyName });
    await tellDeclined(stack, company);

    await stack.backend.runDue();

    const mail = onlyOne(server.received);
    assert.deepEqual(mail.envelope.to, ['owner@exemplu.ro']);
    assert.equal(mail.bcc, undefined);
    assert.deepEqual(mail.from?.value, [{ address: 'no-reply@facturaapp.ro', name: 'Factura, "App" <x@evil.ro>' }]);
    assert.match(mail.subject ?? '', /^Rău Bcc: victima@example\.ro <script>alert\(1\)<\/script> www\.evil\.ro: /);
    assert.ok(typeof mail.html === 'string');
    assert.ok(!/<script|<b>|\u202E/.test(mail.html));
    assert.ok(!/\u202E/.test(mail.text ?? ''));
    // What mail programs would make clickable: only our own addresses.
    const links = [...(mail.textAsHtml ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    const manage = manageUrl.replace('{companyId}', company.companyId);
    assert.deepEqual(links, [manage, `${stack.publicUrl}/help/ro#accountant-link`]);
  });

  it('every company on a shared grant is told when ANAF ends it', async () => {
    const { stack, server } = await setupMail();
    const [asking, other] = [await authorizedSite(stack), await authorizedSite(stack)];
    await shareGrant(stack.database, asking.companyId, other.companyId);
    for (const { company } of [asking, other]) {
      const contacts = [{ email: `${company.companyId}@exemplu.ro` }];
      await stack.backend.sessions.create({ ...company, userId: 'u1', permissions: [], origin: siteOrigin, contacts });
    }
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await asking.call('POST', '/authorization/verify');
    await stack.backend.runDue();

    const recipients = server.received.flatMap(({ envelope }) => envelope.to).toSorted();
    assert.deepEqual(recipients, [asking, other].map(({ companyId }) => `${companyId}@exemplu.ro`).toSorted());
    for (const { subject, text } of server.received) {
      assert.equal(subject, 'Exemplu SRL: ANAF a întrerupt autorizarea pentru e-Factura');
      assert.match(
        text ?? '',
        /certificatul .+, seria [\w:]+\. FacturaApp nu mai poate folosi e-Factura pentru CUI 90123459/,
      );
    }
  });

  it('a revocation that has been mended before its mail could be sent is not told any more', async () => {
    const { stack, server } = await setupMail();
    const site = await authorizedSite(stack);
    const session = { ...site.company, userId: 'u1', permissions: [], origin: siteOrigin, ...owner };
    await stack.backend.sessions.create(session);
    server.refuse('connect', 421);
    stack.mock.scenarios.add({ name: 'api-unauthorized', times: 2 });
    await site.call('POST', '/authorization/verify');
    await stack.backend.runDue();

    await authorize(stack, site);
    server.accept();
    await runFor(stack, hour);

    assert.deepEqual(await eventsOf(stack.database, site.companyId), [
      'authorized',
      'refreshed',
      'revoked',
      'replaced',
    ]);
    assert.equal(server.received.length, 0);
  });

  it('the host can name the recipients, each of whom gets one mail, and is asked again after an error', async () => {
    const asked: string[] = [];
    const { stack, server } = await setupMail({
      mail: {
        recipients: async (companyId, notice) => {
          asked.push(`${companyId} ${notice}`);
          if (asked.length === 1) throw new Error('the directory does not answer');
          return [
            { email: 'chosen@exemplu.ro', language: 'en' },
            { email: 'Chosen@exemplu.ro', language: 'ro' },
          ];
        },
      },
    });
    const company = await companyWith(stack, owner);
    await tellDeclined(stack, company);

    await runFor(stack, hour);

    assert.deepEqual(onlyOne(server.received).envelope.to, ['chosen@exemplu.ro']);
    assert.deepEqual(asked, Array(2).fill(`${company.companyId} link-declined`));
  });

  it('without e-mail nothing waits for the day on which it is configured', async () => {
    const stack = await setup();
    const company = await companyWith(stack, owner);
    await tellDeclined(stack, company);
    await stack.backend.runDue();

    const server = (await setupMail()).server;
    const configured = await setup({ storage: stack.storage, clock: stack.clock, mail: optionsOf(server) });
    await configured.backend.runDue();
    await tell(stack, { ...company, kind: 'mail-undelivered', detail: { linkId: 'l1', email: 'x@example.ro' } });
    await configured.backend.runDue();

    assert.match(onlyOne(server.received).subject ?? '', /nu a putut fi livrat/);
  });

  it('the answer about an authorization says whether somebody is told by e-mail', async () => {
    const warns = async (stack: Stack, people: People) => {
      const company = await companyWith(stack, people);
      const { body } = await (await Site.open(stack, company)).call('GET', '/authorization');
      return v.parse(authorizationAnswer, body).warnsByEmail;
    };
    const { stack } = await setupMail();
    const failing = await setupMail({ mail: { recipients: () => Promise.reject(new Error('no answer')) } });

    assert.equal(await warns(stack, owner), true);
    assert.equal(await warns(stack, {}), false);
    assert.equal(await warns(failing.stack, owner), undefined);
    assert.equal(await warns(await setup(), owner), false);
  });
});

function optionsOf(server: MailStack['server']) {
  return { transport: server.url, from: { name: 'FacturaApp', address: 'no-reply@facturaapp.ro' }, manageUrl };
}
