import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Invitation, queueInvitation } from 'spv-authorize-backend/internal/notifications/invitations.ts';
import type { MailedLink } from 'spv-authorize-backend/internal/notifications/mailed-addresses.ts';
import { headingIn } from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { loneMailer } from '../support/lone-mailer.ts';
import { MailServer, type ReceivedMail } from '../support/mail-server.ts';
import { countRows, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import type { Stack } from '../support/stack.ts';

const day = 24 * 3600;

/** A backend, its mailer, and links whose secrets the test counts. */
async function setupInvitations() {
  const stack = await setup({ rateLimits: { pagesPerMinute: 10_000 } });
  const server = await MailServer.start();
  const link = { expiresAt: Math.floor(stack.clock.now()) + 7 * day, isNew: true, hasEnded: false };
  let secrets = 0;
  const mailer = loneMailer({
    database: stack.database,
    smtp: server.url,
    clock: stack.clock,
    publicUrl: stack.publicUrl,
    addresses: {
      link: async (): Promise<MailedLink | undefined> => {
        secrets += 1;
        return link.hasEnded ? undefined : { ...link, url: `${stack.publicUrl}/l/the-secret-${secrets}` };
      },
      receipt: async () => undefined,
    },
  });
  const now = () => Math.floor(stack.clock.now());
  return {
    ...{ stack, server, link },
    invite: (invitation: Partial<Invitation> & Pick<Invitation, 'companyId'>) =>
      stack.database.transaction((trx) =>
        queueInvitation(
          trx,
          { linkId: 'l1', email: 'ana@cabinet.ro', language: 'ro', requester: { name: 'Maria Pop' }, ...invitation },
          now(),
        ),
      ),
    send: () => mailer.run(now()),
  };
}

async function newCompany(stack: Stack): Promise<string> {
  return (await Site.open(stack)).companyId;
}

function onlyOne(mails: readonly ReceivedMail[]): ReceivedMail {
  const [mail, ...others] = mails;
  assert.ok(mail);
  assert.equal(others.length, 0);
  return mail;
}

function unsubscribeUrlOf({ source }: ReceivedMail): string {
  const [, url] = /^List-Unsubscribe: <([^>]+)>/im.exec(source.replace(/\r\n[ \t]+/g, ' ')) ?? [];
  assert.ok(url, source);
  return url;
}

/** The links that a mail program makes of a text, and those of the HTML. */
function linksOf({ html, textAsHtml }: ReceivedMail): string[] {
  assert.ok(typeof html === 'string' && textAsHtml);
  return [html, textAsHtml].flatMap((text) => [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => String(href)));
}

describe('invitations by e-mail', () => {
  it('an invitation has a fixed subject, the words of the requester, one button and answers to the requester', async () => {
    const { stack, server, invite, send } = await setupInvitations();
    const companyId = await newCompany(stack);
    const requester = { name: 'Maria Pop', email: 'maria@exemplu.ro' };

    assert.equal(await invite({ companyId, requester, message: 'Bună, Ana!\nTe rog până vineri.' }), 'queued');
    await send();
    await send();

    const mail = onlyOne(server.received);
    assert.equal(mail.subject, 'Exemplu SRL are nevoie de autorizarea ta pentru e-Factura');
    assert.deepEqual(mail.envelope.to, ['ana@cabinet.ro']);
    assert.deepEqual(mail.replyTo?.value, [{ address: 'maria@exemplu.ro', name: 'Maria Pop' }]);
    assert.match(mail.text ?? '', /^Maria Pop îți cere să autorizezi e-Factura pentru Exemplu SRL\n/);
    assert.match(mail.text ?? '', /> Bună, Ana!\n> Te rog până vineri\./);
    assert.match(mail.text ?? '', /Vezi cererea:\nhttp:\/\/localhost:\d+\/l\/the-secret-1\n/);
  });

  it('neither the database nor the outbox contains the secret of a link or of the unsubscribe address', async () => {
    const { stack, server, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack) });
    await send();
    const token = unsubscribeUrlOf(onlyOne(server.received)).split('/').at(-1);
    assert.ok(token);

    const rows = await snapshot(stack.database);

    assert.ok(rows.includes('ana@cabinet.ro'));
    assert.ok(!rows.includes('the-secret'));
    assert.ok(!rows.includes(token));
  });

  it('addresses in the words or in the name of the requester are not clickable', async () => {
    const { stack, server, invite, send } = await setupInvitations();
    const message =
      'https://evil.ro/x http://1.2.3.4/ www.evil.com evil.ro x@evil.ro <a href="https://evil.ro">aici</a>';
    await invite({ companyId: await newCompany(stack), requester: { name: 'ANAF https://anaf.evil.ro' }, message });

    await send();

    const links = linksOf(onlyOne(server.received));
    assert.deepEqual(
      links.filter((link) => !link.startsWith(`${stack.publicUrl}/`)),
      [],
    );
    assert.ok(links.length >= 4);
  });

  it('a link that nobody has opened for three days is recalled once, and an opened one never', async () => {
    const { stack, server, link, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack), linkId: 'forgotten' });
    await send();
    stack.clock.advance(3 * day - 1);
    await send();
    assert.equal(server.received.length, 1);

    stack.clock.advance(1);
    await send();
    await invite({ companyId: await newCompany(stack), linkId: 'opened' });
    await send();
    link.isNew = false;
    stack.clock.advance(30 * day);
    await send();

    const subjects = server.received.map(({ subject }) => subject);
    assert.deepEqual(subjects, [
      'Exemplu SRL are nevoie de autorizarea ta pentru e-Factura',
      'Exemplu SRL așteaptă autorizarea ta pentru e-Factura',
      'Exemplu SRL are nevoie de autorizarea ta pentru e-Factura',
    ]);
  });

  it('an invitation is not sent when its link has ended before', async () => {
    const { stack, server, link, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack) });
    link.hasEnded = true;

    await send();

    const outcomes = await stack.database.queries.selectFrom('outbox').select('outcome').execute();
    assert.deepEqual(outcomes, [{ outcome: 'skipped' }]);
    assert.equal(server.received.length, 0);
  });

  it("the company's people are told when the recipient's server refuses an invitation for good", async () => {
    const { stack, server, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack), email: 'tipo@cabinet.ro' });
    server.refuse('to', 550, 'tipo@cabinet.ro');

    await send();

    const mail = onlyOne(server.received);
    assert.deepEqual(mail.envelope.to, ['owner@exemplu.ro']);
    assert.match(mail.text ?? '', /Serverul de e-mail al adresei tipo@cabinet\.ro l-a refuzat/);
  });

  it('a company may send 20 invitations a day, and again the next day', async () => {
    const { stack, invite } = await setupInvitations();
    const companyId = await newCompany(stack);
    const results = [];
    for (let count = 0; count < 21; count += 1)
      results.push(await invite({ companyId, email: `a${count}@cabinet.ro` }));

    assert.deepEqual(results, [...Array(20).fill('queued'), 'company-limit']);
    assert.equal(await invite({ companyId: await newCompany(stack) }), 'queued');
    stack.clock.advance(day);
    assert.equal(await invite({ companyId }), 'queued');
  });

  it('an address gets three invitations a day at most, from all companies together and at the same moment', async () => {
    const { stack, invite } = await setupInvitations();
    const companies = await Promise.all(Array.from({ length: 8 }, () => newCompany(stack)));

    const results = await Promise.all(
      companies.map((companyId, index) =>
        invite({ companyId, email: index % 2 ? 'Ana@Cabinet.ro' : 'ana@cabinet.ro' }),
      ),
    );

    assert.equal(results.filter((result) => result === 'queued').length, 3);
    assert.equal(results.filter((result) => result === 'recipient-limit').length, 5);
    assert.equal(await countRows(stack.database, 'outbox'), 3);
    stack.clock.advance(day);
    assert.equal(await invite({ companyId: String(companies[0]) }), 'queued');
  });
});

describe('"do not write to me again"', () => {
  it('opening the address changes nothing, and its button ends all invitations to this person', async () => {
    const { stack, server, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack) });
    await send();
    const url = unsubscribeUrlOf(onlyOne(server.received));
    assert.ok(linksOf(onlyOne(server.received)).includes(url));
    const browser = new Browser(stack.publicUrl);

    const asked = await headingIn(browser.visit(url));
    assert.equal(await invite({ companyId: await newCompany(stack) }), 'queued');
    const confirmed = await headingIn(browser.submit(url));

    assert.deepEqual([asked, confirmed], ['Nu mai vrei astfel de e-mailuri?', 'Nu îți mai scriem']);
    assert.equal(await headingIn(browser.visit(url)), 'Nu îți mai scriem');
    assert.equal(await invite({ companyId: await newCompany(stack), email: 'ANA@cabinet.ro' }), 'suppressed');
    assert.equal(await invite({ companyId: await newCompany(stack), email: 'ion@cabinet.ro' }), 'queued');
    stack.clock.advance(4 * day);
    await send();
    assert.deepEqual(server.received.map(({ envelope }) => envelope.to[0]).toSorted(), [
      'ana@cabinet.ro',
      'ion@cabinet.ro',
    ]);
  });

  it('the button of a mail program works with one request without cookies (RFC 8058)', async () => {
    const { stack, server, invite, send } = await setupInvitations();
    await invite({ companyId: await newCompany(stack) });
    await send();
    const mail = onlyOne(server.received);
    assert.match(mail.source, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);

    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(unsubscribeUrlOf(mail), { method: 'POST', body });

    assert.equal(answer.status, 200);
    assert.equal(await invite({ companyId: await newCompany(stack) }), 'suppressed');
  });

  it('an unknown address answers 404 and suppresses nobody', async () => {
    const { stack } = await setupInvitations();
    const browser = new Browser(stack.publicUrl);

    const answers = [await browser.visit('/unsubscribe/unknown'), await browser.submit('/unsubscribe/unknown')];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404],
    );
    assert.equal(await countRows(stack.database, 'suppressions'), 0);
  });
});
