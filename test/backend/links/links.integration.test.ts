import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemDetails } from 'spv-authorize/contract';
import { historyAnswer } from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { LinkError } from 'spv-authorize-backend/internal/links/link-error.ts';
import type { LinkMail, LinkSent, LinkToSend } from 'spv-authorize-backend/internal/links/link-mail.ts';
import { Links } from 'spv-authorize-backend/internal/links/links.ts';
import * as v from 'valibot';
import { authorize, readAuthorization } from '../support/authorize.ts';
import {
  createLink,
  finishTry,
  openInvitingSite,
  readLink,
  readLinks,
  startTry,
  tokenOf,
  visitsOf,
} from '../support/links.ts';
import { countRows, eventsOf, snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { hostAnswer, Site, type SiteAnswer } from '../support/site.ts';

const daySeconds = 24 * 3600;
const unknownLink = '00000000-0000-4000-8000-000000000000';

describe('the links of a company', async () => {
  const stack = await setup({ links: { maxOpenPerCompany: 2 } });

  it('a created link is new, open for seven days, and in the list without its address', async () => {
    const site = await openInvitingSite(stack);

    const created = await createLink(site);

    const now = Math.floor(stack.clock.now());
    assert.equal(created.url, `${stack.publicUrl}/l/${tokenOf(created)}`);
    assert.deepEqual(created.link, {
      linkId: created.link.linkId,
      state: 'new',
      createdAt: now,
      changedAt: now,
      expiresAt: now + 7 * daySeconds,
      createdBy: 'Maria Pop',
    });
    assert.deepEqual(await readLink(site), created.link);
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created']);
  });

  it('the database contains the hash of the secret only', async () => {
    const site = await openInvitingSite(stack);

    const token = tokenOf(await createLink(site));

    assert.equal((await snapshot(stack.database)).includes(token), false);
    assert.equal(stack.log.join('').includes(token), false);
  });

  it('a company has at most as many open links as configured, and a cancelled one makes room', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);
    await createLink(site);

    assertProblem(await site.call('POST', '/links'), 409, 'link-limit-reached');

    assert.equal((await site.call('DELETE', `/links/${link.linkId}`)).status, 204);
    await createLink(site);
  });

  it('creating links at the same moment does not exceed the limit', async () => {
    const site = await openInvitingSite(stack);

    const answers = await Promise.all(Array.from({ length: 6 }, () => site.call('POST', '/links')));

    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, 201, 409, 409, 409, 409]);
  });

  it('a replaced link has a new address, and the earlier ones lead nowhere', async () => {
    const site = await openInvitingSite(stack);
    const before = await createLink(site);

    const { status, body } = await site.call('POST', `/links/${before.link.linkId}/replace`);

    assert.equal(status, 200);
    const after = v.parse(v.object({ url: v.string() }), body);
    assert.equal((await visitsOf(stack).view(tokenOf(before))).kind, 'unknown');
    assert.equal((await visitsOf(stack).view(tokenOf(after))).kind, 'open');
    assert.deepEqual(await readLinks(site), [before.link]);
  });

  it('a cancelled link leads nowhere, and cancelling it again has no effect', async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);

    assert.equal((await site.call('DELETE', `/links/${created.link.linkId}`)).status, 204);
    stack.clock.advance(60);
    assert.equal((await site.call('DELETE', `/links/${created.link.linkId}`)).status, 204);

    assert.equal((await visitsOf(stack).view(tokenOf(created))).kind, 'cancelled');
    const { state, changedAt, createdAt } = await readLink(site);
    assert.deepEqual([state, changedAt], ['cancelled', createdAt]);
    assertProblem(await site.call('POST', `/links/${created.link.linkId}/replace`), 409, 'link-ended');
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'link-cancelled']);
  });

  it('cancelling a link while its visitor is at ANAF keeps the company unauthorized', async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    const opening = await startTry(stack, tokenOf(created));

    await site.call('DELETE', `/links/${created.link.linkId}`);
    const response = await finishTry(stack, opening);

    assert.equal(response.status, 410);
    assert.equal((await readAuthorization(site)).status, 'none');
  });

  it('the history names the link and the person who created it', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);

    const { body } = await hostAnswer(stack, 'GET', `/companies/${site.companyId}/history`);

    const { entries } = v.parse(historyAnswer, body);
    const [entry] = entries;
    assert.ok(entry);
    assert.deepEqual([entry.event, entry.actor, entry.detail], ['link-created', 'u1', { linkId: link.linkId }]);
  });

  it('disconnecting cancels the open links of the company', async () => {
    const site = await openInvitingSite(stack);
    await createLink(site);
    await authorize(stack, site);

    await site.call('DELETE', '/authorization');

    assert.equal((await readLink(site)).state, 'cancelled');
  });

  it('another company and an unknown id get the same problem', async () => {
    const { link } = await createLink(await openInvitingSite(stack));
    const stranger = await openInvitingSite(stack);

    for (const id of [link.linkId, unknownLink, 'a'.repeat(65), '%00']) {
      assertProblem(await stranger.call('DELETE', `/links/${id}`), 404, 'link-unknown');
      assertProblem(await stranger.call('POST', `/links/${id}/replace`), 404, 'link-unknown');
    }
    assert.deepEqual(await readLinks(stranger), []);
  });

  it('links need the permission "invite"', async () => {
    const site = await Site.open(stack, undefined, ['view', 'authorize', 'disconnect']);

    for (const [method, path] of [
      ['GET', '/links'],
      ['POST', '/links'],
      ['DELETE', `/links/${unknownLink}`],
      ['POST', `/links/${unknownLink}/replace`],
      ['POST', `/links/${unknownLink}/send`],
    ] as const) {
      assertProblem(await site.call(method, path), 403, 'permission-missing');
    }
  });

  it('without e-mail a link cannot be sent, and the answer says so', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);

    const sent = await site.call('POST', `/links/${link.linkId}/send`, { email: 'ana@cabinet.example' });

    assertProblem(sent, 404, 'not-found');
  });

  it('an ended link stays in the list for 30 days and is then deleted with its attempts', async () => {
    const site = await openInvitingSite(stack);
    const created = await createLink(site);
    await finishTry(stack, await startTry(stack, tokenOf(created)), { persona: 'other-company' });
    stack.clock.advance(7 * daySeconds);
    await stack.backend.runDue();
    const later = await openInvitingSite(stack, site.company);
    assert.equal((await readLink(later)).state, 'expired');

    stack.clock.advance(31 * daySeconds);
    const muchLater = await openInvitingSite(stack, site.company);
    assert.deepEqual(await readLinks(muchLater), []);
    await stack.backend.runDue();
    await stack.backend.runDue();

    const { rows } = await rowsOf(created.link.linkId);
    assert.equal(rows, 0);
  });

  async function rowsOf(linkId: string) {
    const links = await stack.database.queries.selectFrom('links').select('id').where('id', '=', linkId).execute();
    const secrets = await stack.database.queries
      .selectFrom('link_secrets')
      .select('link_id')
      .where('link_id', '=', linkId)
      .execute();
    return { rows: links.length + secrets.length };
  }
});

describe('sending a link by e-mail', async () => {
  const stack = await setup();
  const links = new Links(stack.database, stack.clock, { validDays: 7, maxOpenPerCompany: 10 });

  it('the recipient and the time are stored with the link, in the transaction of the e-mail', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);
    const inviter = { companyId: site.companyId, userId: 'u1', userName: 'Maria Pop' };
    const mail = new RecordingMail('queued');

    const sent = await links.send(inviter, link.linkId, { email: 'ana@cabinet.example', message: 'Bună' }, mail);

    assert.equal(sent.kind, 'queued');
    assert.deepEqual(mail.queued, [{ email: 'ana@cabinet.example', message: 'Bună', linkId: link.linkId, inviter }]);
    const { email, sentAt } = await readLink(site);
    assert.deepEqual([email, sentAt], ['ana@cabinet.example', Math.floor(stack.clock.now())]);
    assert.deepEqual(await eventsOf(stack.database, site.companyId), ['link-created', 'link-sent']);
  });

  it('a refused e-mail changes nothing', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);
    const inviter = { companyId: site.companyId, userId: 'u1', userName: undefined };

    for (const refusal of ['limited', 'recipient-refused'] as const) {
      const mail = new RecordingMail(refusal);
      assert.deepEqual(await links.send(inviter, link.linkId, { email: 'ana@cabinet.example' }, mail), {
        kind: refusal,
      });
    }

    assert.deepEqual(await readLink(site), link);
  });

  it('a link that has ended is not sent', async () => {
    const site = await openInvitingSite(stack);
    const { link } = await createLink(site);
    const inviter = { companyId: site.companyId, userId: 'u1', userName: undefined };
    await links.cancel(inviter, link.linkId);
    const mail = new RecordingMail('queued');

    const sending = links.send(inviter, link.linkId, { email: 'ana@cabinet.example' }, mail);

    await assert.rejects(sending, (error) => error instanceof LinkError && error.code === 'ended');
    assert.deepEqual(mail.queued, []);
  });
});

describe('links and expired secrets', async () => {
  const stack = await setup();

  it('a deleted link leaves no secret behind', async () => {
    const site = await openInvitingSite(stack);
    await createLink(site);
    assert.equal(await countRows(stack.database, 'link_secrets'), 1);
    stack.clock.advance(40 * daySeconds);

    await stack.backend.runDue();

    assert.equal(await countRows(stack.database, 'link_secrets'), 0);
    assert.equal(await countRows(stack.database, 'links'), 0);
  });
});

class RecordingMail implements LinkMail {
  readonly #result: LinkSent;
  readonly queued: LinkToSend[] = [];

  constructor(result: LinkSent) {
    this.#result = result;
  }

  async queue(_trx: unknown, link: LinkToSend): Promise<LinkSent> {
    if (this.#result === 'queued') this.queued.push(link);
    return this.#result;
  }
}

function assertProblem({ status, body }: SiteAnswer, wantedStatus: number, code: string): void {
  assert.deepEqual([status, v.parse(problemDetails, body).code], [wantedStatus, code]);
}
