import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkAnswer, problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';
import { readAuthorization } from '../support/authorize.ts';
import { createLink, finishTry, readLink, startTry, tokenOf, visitsOf } from '../support/links.ts';
import { setupMail } from '../support/mail-stack.ts';
import {
  accountantEmail,
  lastMailTo,
  openSiteOfRequester,
  requesterEmail,
  secretIn,
  subjectsTo,
} from '../support/mailed-links.ts';
import { snapshot } from '../support/rows.ts';
import type { Site } from '../support/site.ts';

const daySeconds = 24 * 3600;

async function send(site: Site, email = accountantEmail) {
  const { linkId } = await readLink(site);
  return site.call('POST', `/links/${linkId}/send`, { email, message: 'Bună, Ana!' });
}

describe('links by e-mail', async () => {
  const { stack, server } = await setupMail();

  it('the accountant authorizes with the address in the mail, and the person who asked is told', async () => {
    const site = await openSiteOfRequester(stack);
    await createLink(site);

    const { status, body } = await send(site);
    await stack.backend.runDue();

    assert.equal(status, 200);
    const { link } = v.parse(linkAnswer, body);
    assert.deepEqual([link.email, link.sentAt], [accountantEmail, Math.floor(stack.clock.now())]);
    const mail = lastMailTo(server, accountantEmail);
    assert.deepEqual(mail.replyTo?.value, [{ address: requesterEmail, name: 'Maria Pop' }]);
    assert.match(String(mail.text), /> Bună, Ana!/);
    await finishTry(stack, await startTry(stack, secretIn(mail, 'l')));
    await stack.backend.runDue();
    const authorization = await readAuthorization(site);
    assert.ok(authorization.status === 'active');
    assert.equal((await readLink(site)).state, 'completed');
    assert.deepEqual(subjectsTo(server, requesterEmail), ['Exemplu SRL: autorizarea pentru e-Factura este gata']);
  });

  it('every mail has an address of its own, and the earlier ones keep working', async () => {
    const site = await openSiteOfRequester(stack);
    const created = await createLink(site);
    await send(site, 'one@cabinet.example');
    await send(site, 'two@cabinet.example');
    await stack.backend.runDue();

    const tokens = [
      tokenOf(created),
      secretIn(lastMailTo(server, 'one@cabinet.example'), 'l'),
      secretIn(lastMailTo(server, 'two@cabinet.example'), 'l'),
    ];

    assert.equal(new Set(tokens).size, 3);
    for (const token of tokens) assert.equal((await visitsOf(stack).view(token)).kind, 'open');
    const stored = `${await snapshot(stack.database)} ${stack.log.join('')}`;
    assert.deepEqual(
      tokens.filter((token) => stored.includes(token)),
      [],
    );
  });

  it('a link that ended before its mail was sent is not sent', async () => {
    const site = await openSiteOfRequester(stack);
    const { link } = await createLink(site);
    await send(site, 'late@cabinet.example');
    await site.call('DELETE', `/links/${link.linkId}`);

    await stack.backend.runDue();

    assert.deepEqual(subjectsTo(server, 'late@cabinet.example'), []);
  });

  it('the person who asked is told that the recipient does not work for the company', async () => {
    const site = await openSiteOfRequester(stack);
    const before = subjectsTo(server, requesterEmail).length;

    await visitsOf(stack).decline(tokenOf(await createLink(site)));
    await stack.backend.runDue();

    const subjects = subjectsTo(server, requesterEmail).slice(before);
    assert.deepEqual(subjects, ['Exemplu SRL: cererea de autorizare a fost refuzată']);
  });

  it('a certificate without the right is told once, however often it is tried', async () => {
    const site = await openSiteOfRequester(stack);
    const token = tokenOf(await createLink(site));
    const before = subjectsTo(server, requesterEmail).length;

    for (const persona of ['other-company', 'other-company', 'no-company']) {
      await finishTry(stack, await startTry(stack, token), { persona });
      await stack.backend.runDue();
    }

    const subjects = subjectsTo(server, requesterEmail).slice(before);
    const wrong = 'Exemplu SRL: certificatul folosit nu are drepturi în SPV';
    assert.deepEqual(subjects, [wrong, wrong]);
  });

  it('one address gets at most three invitations a day, and then the request is refused', async () => {
    const site = await openSiteOfRequester(stack);
    await createLink(site);
    for (let count = 0; count < 3; count += 1) assert.equal((await send(site, 'bombed@cabinet.example')).status, 200);

    const { status, body } = await send(site, 'Bombed@cabinet.example');

    assert.deepEqual([status, v.parse(problemDetails, body).code], [429, 'rate-limited']);
  });

  it('an unopened link is recalled after three days, and the reminder leads to it', async () => {
    const site = await openSiteOfRequester(stack);
    await createLink(site);
    await send(site, 'slow@cabinet.example');
    await stack.backend.runDue();
    stack.clock.advance(3 * daySeconds);

    await stack.backend.runDue();

    assert.equal(subjectsTo(server, 'slow@cabinet.example').length, 2);
    const token = secretIn(lastMailTo(server, 'slow@cabinet.example'), 'l');
    assert.equal((await visitsOf(stack).view(token)).kind, 'open');
  });

  it('a recipient who wants no more invitations gets none, and the request says so', async () => {
    const site = await openSiteOfRequester(stack);
    await createLink(site);
    await send(site, 'enough@cabinet.example');
    await stack.backend.runDue();
    const { source } = lastMailTo(server, 'enough@cabinet.example');
    const [, url] = /^List-Unsubscribe: <([^>]+)>/im.exec(source.replace(/\r\n[ \t]+/g, ' ')) ?? [];
    assert.ok(url, source);
    await fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

    const { status, body } = await send(site, 'enough@cabinet.example');

    assert.deepEqual([status, v.parse(problemDetails, body).code], [409, 'recipient-refused']);
  });
});
