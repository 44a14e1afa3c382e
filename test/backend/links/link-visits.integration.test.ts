import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLeaseSeconds } from 'spv-authorize-backend/internal/authorizing/outcome.ts';
import { headingIn, readAuthorization } from '../support/authorize.ts';
import { createLink, finishTry, openInvitingSite, readLink, startTry, tokenOf, visitsOf } from '../support/links.ts';
import { countRows, eventsOf, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import { siteOrigin } from '../support/stack.ts';

const daySeconds = 24 * 3600;

describe('the visitor of a link', async () => {
  const stack = await setup();

  it('the page of an open link names who asks, the account and the company', async () => {
    const company = stack.newCompany();
    const session = { ...company, userId: 'u1', userName: 'Maria Pop', origin: siteOrigin };
    const account = { id: 'account-1', name: 'Cabinet Contabil Ana' };
    await stack.backend.sessions.create({ ...session, account, permissions: ['view'] });
    const created = await createLink(await openInvitingSite(stack, company));
    const before = await snapshot(stack.database);

    const view = await visitsOf(stack).view(tokenOf(created));

    assert.deepEqual(view, {
      kind: 'open',
      linkId: created.link.linkId,
      requester: 'Maria Pop',
      account: 'Cabinet Contabil Ana',
      company: { name: company.companyName, taxId: company.taxId },
      expiresAt: created.link.expiresAt,
    });
    assert.equal(await snapshot(stack.database), before, 'looking changes nothing');
  });

  it('the first visit of a person is remembered', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);
    stack.clock.advance(60);
    await visitsOf(stack).markOpened(link.linkId);
    stack.clock.advance(60);
    await visitsOf(stack).markOpened(link.linkId);

    const { state, changedAt } = await readLink(site);

    assert.deepEqual([state, changedAt], ['opened', link.createdAt + 60]);
  });

  it("the accountant's certificate authorizes the company and uses the link up", async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    const opening = await startTry(stack, tokenOf(created));
    assert.equal((await readLink(site)).state, 'in-progress');

    const response = await finishTry(stack, opening);

    assert.equal(response.status, 200);
    const authorization = await readAuthorization(site);
    assert.ok(authorization.status === 'active');
    assert.equal(authorization.via, 'link');
    assert.equal((await readLink(site)).state, 'completed');
    assert.equal((await visitsOf(stack).view(tokenOf(created))).kind, 'used');
    assert.equal((await visitsOf(stack).start(tokenOf(created), 'browser-1')).kind, 'used');
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'authorized']);
  });

  it("another company's certificate leaves the link open, and the right one succeeds with it", async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    await finishTry(stack, await startTry(stack, tokenOf(created)), { persona: 'other-company' });
    const denied = await readLink(site);
    assert.equal(denied.state, 'no-rights');
    assert.deepEqual(denied.failure, { code: 'no-right-for-company' });

    await finishTry(stack, await startTry(stack, tokenOf(created)));

    assert.equal((await readLink(site)).state, 'completed');
  });

  it('a visitor who chose no certificate may start again with the cookie of the opening', async () => {
    const site = await openInvitingSite(stack);
    const opening = await startTry(stack, tokenOf(await createLink(site)));
    await finishTry(stack, opening, { act: 'cancel' });
    const visits = visitsOf(stack);
    const withCookie = (value: string) => (id: string) => (id === opening.id ? value : undefined);

    const again = await visits.again(opening.id, withCookie(opening.cookie.reveal()), 'browser-1');
    const forged = await visits.again(opening.id, withCookie('another'), 'browser-1');
    const without = await visits.again(opening.id, () => undefined, 'browser-1');
    const unknown = await visits.again('0000000000000000', withCookie('another'), 'browser-1');

    assert.ok(again.kind === 'opening');
    assert.notEqual(again.opening.id, opening.id);
    assert.deepEqual([forged.kind, without.kind, unknown.kind], ['unknown', 'unknown', 'unknown']);
    await finishTry(stack, again.opening);
    assert.equal((await readLink(site)).state, 'completed');
  });

  it('two browsers that try the same link at once authorize the company once', async () => {
    const site = await openInvitingSite(stack);
    const token = tokenOf(await createLink(site));
    const openings = [await startTry(stack, token), await startTry(stack, token)];

    const responses = await Promise.all(openings.map((opening) => finishTry(stack, opening)));

    assert.deepEqual(
      responses.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await readAuthorization(site)).status, 'active');
    assert.equal((await readLink(site)).state, 'completed');
  });

  it('a link authorizes once: a try that returns after the success changes nothing', async () => {
    const site = await openInvitingSite(stack);
    const token = tokenOf(await createLink(site));
    const [first, second] = [await startTry(stack, token), await startTry(stack, token)];
    await finishTry(stack, first, { persona: 'accountant' });
    const before = await readAuthorization(site);

    await finishTry(stack, second, { persona: 'administrator' });

    assert.ok(before.status === 'active');
    assert.deepEqual(await readAuthorization(site), before);
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'authorized']);
  });

  it('a link authorizes once: a certificate whose check waits for ANAF does not replace the first one', async () => {
    const site = await openInvitingSite(stack);
    const token = tokenOf(await createLink(site));
    const [first, second] = [await startTry(stack, token), await startTry(stack, token)];
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 2 });
    await finishTry(stack, first, { persona: 'accountant' });
    stack.clock.advance(1);
    await finishTry(stack, second, { persona: 'administrator' });
    const grants = await countRows(stack.database, 'grants');

    stack.clock.advance(checkLeaseSeconds);
    await stack.backend.runDue();

    assert.equal((await readAuthorization(site)).status, 'active');
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'authorized']);
    assert.equal(await countRows(stack.database, 'grants'), grants - 1);
  });

  it('a visitor who does not work for the company ends the link and the tries that run', async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    const opening = await startTry(stack, tokenOf(created));

    assert.equal(await visitsOf(stack).decline(tokenOf(created)), 'declined');
    assert.equal(await visitsOf(stack).decline(tokenOf(created)), 'declined');

    assert.equal((await readLink(site)).state, 'declined');
    assert.equal((await finishTry(stack, opening)).status, 410);
    assert.equal((await readAuthorization(site)).status, 'none');
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'link-declined']);
  });

  it('an expired link starts nothing, and a try that began in time still succeeds', async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    stack.clock.advance(7 * daySeconds - 60);
    const opening = await startTry(stack, tokenOf(created));
    stack.clock.advance(120);

    assert.equal((await visitsOf(stack).start(tokenOf(created), 'browser-1')).kind, 'expired');
    await finishTry(stack, opening);

    const later = await openInvitingSite(stack, site.company);
    assert.equal((await readLink(later)).state, 'completed');
    assert.equal(await visitsOf(stack).decline(tokenOf(created)), 'used');
  });

  it('an unknown address leads nowhere and changes nothing', async () => {
    const before = await snapshot(stack.database);

    const visits = visitsOf(stack);
    assert.deepEqual(await visits.view('unknown'), { kind: 'unknown' });
    assert.deepEqual(await visits.start('unknown', 'browser-1'), { kind: 'unknown' });
    assert.equal(await visits.decline('unknown'), 'unknown');

    assert.equal(await snapshot(stack.database), before);
  });

  it('the callback of a link without its cookie changes nothing', async () => {
    const site = await openInvitingSite(stack);
    const opening = await startTry(stack, tokenOf(await createLink(site)));

    const response = await finishTry(stack, { ...opening, id: '0000000000000000' });

    assert.equal(response.status, 403);
    assert.ok(await headingIn(response));
    assert.equal((await readLink(site)).state, 'in-progress');
  });

  it('a new certificate by a link replaces the authorization only after its right is proven', async () => {
    const site = await Site.open(stack, undefined, ['view', 'authorize', 'invite']);
    await finishTry(stack, await startTry(stack, tokenOf(await createLink(site))));
    await finishTry(stack, await startTry(stack, tokenOf(await createLink(site))), { persona: 'other-company' });
    assert.equal((await readAuthorization(site)).status, 'active');

    await finishTry(stack, await startTry(stack, tokenOf(await createLink(site))), { persona: 'administrator' });

    assert.equal((await readAuthorization(site)).status, 'active');
    const events = await eventsOf(stack.database, site.companyId);
    assert.deepEqual(
      events.filter((event) => event !== 'link-created'),
      ['authorized', 'refused', 'replaced'],
    );
  });
});
