import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { problemDetails } from 'spv-authorize/contract';
import {
  authorizationsAnswer,
  companyAnswer,
  historyAnswer,
} from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { Receipts } from 'spv-authorize-backend/internal/links/receipts.ts';
import * as v from 'valibot';
import { invoice } from '../../../mock-anaf/support/invoice.ts';
import { authorize, authorizedSite, readAuthorization, returnFromAnaf, startAttempt } from '../../support/authorize.ts';
import { createLink, finishTry, openInvitingSite, startTry, tokenOf } from '../../support/links.ts';
import { countRows, eventsOf, grantOf, shareGrant, snapshot } from '../../support/rows.ts';
import { setup } from '../../support/setup.ts';
import { hostAnswer, Site } from '../../support/site.ts';
import { betaTaxId, exempluTaxId, type Stack } from '../../support/stack.ts';

describe('the companies of a host', async () => {
  const stack = await setup();

  it('a company is created with 201, updated with 200, and read back', async () => {
    const created = await hostAnswer(stack, 'PUT', '/companies/put-1', { taxId: exempluTaxId, name: 'Exemplu SRL' });
    const updated = await hostAnswer(stack, 'PUT', '/companies/put-1', { taxId: betaTaxId, name: 'Beta SRL' });
    const read = await hostAnswer(stack, 'GET', '/companies/put-1');

    assert.deepEqual([created.status, updated.status, read.status], [201, 200, 200]);
    assert.deepEqual(v.parse(companyAnswer, read.body), {
      now: Math.floor(stack.clock.now()),
      companyId: 'put-1',
      company: { taxId: betaTaxId, name: 'Beta SRL' },
      authorization: { status: 'none' },
    });
  });

  it('contacts are stored with a company, replaced by a later list, and stay without one', async () => {
    const company = { taxId: exempluTaxId, name: 'Exemplu SRL' };
    const contactsAfter = async (contacts?: object) => {
      const { status } = await hostAnswer(stack, 'PUT', '/companies/contacts', { ...company, ...contacts });
      assert.ok(status < 300);
      const rows = await stack.database.queries.selectFrom('contacts').selectAll().execute();
      return rows.map(({ company_id, email, language }) => `${company_id} ${email} ${language}`);
    };

    const first = await contactsAfter({
      contacts: [{ email: 'ana@exemplu.ro' }, { email: 'ion@exemplu.ro', language: 'en' }],
    });
    const kept = await contactsAfter();
    const emptied = await contactsAfter({ contacts: [] });

    assert.deepEqual(first.toSorted(), ['contacts ana@exemplu.ro ro', 'contacts ion@exemplu.ro en']);
    assert.deepEqual(kept.toSorted(), first.toSorted());
    assert.deepEqual(emptied, []);
  });

  it('an account is stored with a company, and stays when a later request has none', async () => {
    const company = { taxId: exempluTaxId, name: 'Exemplu SRL' };
    const accountAfter = async (said: object) => {
      await hostAnswer(stack, 'PUT', '/companies/of-account', { ...company, ...said });
      const rows = stack.database.queries.selectFrom('companies').innerJoin('accounts', 'accounts.id', 'account_id');
      return (await rows.select('accounts.name').where('companies.id', '=', 'of-account').execute()).map(
        (row) => row.name,
      );
    };

    const accounts = [
      await accountAfter({ account: { id: 'f1', name: 'Conta SRL' } }),
      await accountAfter({}),
      await accountAfter({ account: { id: 'f1', name: 'Conta Nouă SRL' } }),
    ];

    assert.deepEqual(accounts, [['Conta SRL'], ['Conta SRL'], ['Conta Nouă SRL']]);
  });

  for (const id of ['a/b', 'a%2Fb', 'ș ț', '?&=#', '🏢', '1/../2', '+']) {
    it(`the company "${id}" is saved, read, listed and deleted under its own id`, async () => {
      const path = `/companies/${encodeURIComponent(id)}`;

      const saved = await hostAnswer(stack, 'PUT', path, { taxId: exempluTaxId, name: 'Exemplu SRL' });
      const listed = await companiesOf(stack);
      const removed = await hostAnswer(stack, 'DELETE', path);

      assert.equal(v.parse(companyAnswer, saved.body).companyId, id);
      assert.ok(listed.includes(id));
      assert.equal(removed.status, 204);
      assert.ok(!(await companiesOf(stack)).includes(id));
    });
  }

  it('a company that does not exist is answered with 404 company-unknown, except when it is deleted', async () => {
    const answers = [
      await hostAnswer(stack, 'GET', '/companies/none'),
      await hostAnswer(stack, 'GET', '/companies/none/history'),
      await hostAnswer(stack, 'GET', '/companies/none/messages?days=1'),
      await hostAnswer(stack, 'POST', '/companies/none/uploads', invoice()),
    ];
    const removed = await hostAnswer(stack, 'DELETE', '/companies/none');

    for (const { status, body } of answers)
      assert.deepEqual([status, v.parse(problemDetails, body).code], [404, 'company-unknown']);
    assert.equal(removed.status, 204);
  });

  it('a deletion leaves nothing of the company, and everything of the others', async () => {
    const alone = await setup();
    const kept = await authorizedSite(alone);
    const before = await snapshot(alone.database);
    const company = alone.newCompany();
    const inviting = await openInvitingSite(alone, company);
    const opening = await startTry(alone, tokenOf(await createLink(inviting)));
    await finishTry(alone, opening);
    await new Receipts(alone.database, alone.clock).create(opening.id);
    const site = await Site.open(alone, company);
    await alone.backend.efactura(site.companyId).upload(invoice());
    await startAttempt(site);
    const contacts = [{ email: 'ana@exemplu.ro', language: 'en' }];
    await hostAnswer(alone, 'PUT', `/companies/${site.companyId}`, {
      taxId: exempluTaxId,
      name: 'Altfel SRL',
      contacts,
    });
    await sql`insert into outbox (id, company_id, kind, detail, created_at, next_action_at)
      values ('o1', ${site.companyId}, 'ended', '{}', 1, 1)`.execute(alone.database.queries);
    alone.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await authorize(alone, site);
    assert.equal(await countRows(alone.database, 'candidates'), 1);

    const { status } = await hostAnswer(alone, 'DELETE', `/companies/${site.companyId}`);

    assert.equal(status, 204);
    assert.equal(await snapshot(alone.database), before);
    assert.equal((await readAuthorization(kept)).status, 'active');
  });

  it('every table that a deletion must empty itself is known, and the others follow their company', async () => {
    const { rows } = await sql<{ table: string }>`
      with recursive referring as (
        select 'companies'::regclass::oid as id
        union
        select c.conrelid from pg_constraint c join referring r on c.confrelid = r.id where c.contype = 'f'
      )
      select distinct c.conrelid::regclass::text as "table" from pg_constraint c join referring r on c.confrelid = r.id
      where c.contype = 'f' and c.confdeltype <> 'c' order by 1`.execute(stack.database.queries);

    // A new table needs `on delete cascade`, or a place in `company-deletion.ts` and here.
    assert.deepEqual(
      rows.map(({ table }) => table),
      ['attempts', 'authorizations', 'candidates', 'history', 'links', 'openings', 'receipts', 'uploads'],
    );
  });

  it('a grant that another company shares survives the deletion', async () => {
    const [first, second] = [await authorizedSite(stack), await authorizedSite(stack)];
    await shareGrant(stack.database, first.companyId, second.companyId);

    await hostAnswer(stack, 'DELETE', `/companies/${first.companyId}`);

    assert.equal((await readAuthorization(second)).status, 'active');
    assert.equal((await stack.backend.efactura(second.companyId).listMessages({ days: 1 })).length, 0);
  });

  it('a person who returns from ANAF after the deletion authorizes nothing', async () => {
    const site = await Site.open(stack);
    const { browser, callback } = await returnFromAnaf(stack, site);
    await hostAnswer(stack, 'DELETE', `/companies/${site.companyId}`);
    const before = await snapshot(stack.database);

    const page = await browser.visit(callback);

    assert.equal(page.status, 400);
    assert.equal(await snapshot(stack.database), before);
  });

  it('a company that is deleted while its code is being exchanged stays deleted, and its tokens are not stored', async () => {
    const site = await Site.open(stack);
    const { browser, callback } = await returnFromAnaf(stack, site);
    const grants = await countRows(stack.database, 'grants');
    const held = stack.answers.hold('/token');
    const page = browser.visit(callback);
    await held.arrived;

    await hostAnswer(stack, 'DELETE', `/companies/${site.companyId}`);
    held.release();

    assert.equal((await page).status, 400);
    assert.equal(await countRows(stack.database, 'grants'), grants);
    assert.equal((await hostAnswer(stack, 'GET', `/companies/${site.companyId}`)).status, 404);
  });

  it('the pages of the list contain every company once, in order, each with its authorization', async () => {
    const alone = await setup();
    for (let count = 0; count < 5; count += 1) await Site.open(alone);
    const active = await authorizedSite(alone);

    const pages = await pagesOf(alone, '/authorizations', 'limit=2');

    const companies = pages.flatMap((page) => v.parse(authorizationsAnswer, page).companies);
    assert.deepEqual(
      pages.map((page) => v.parse(authorizationsAnswer, page).companies.length),
      [2, 2, 2],
    );
    assert.deepEqual(
      companies.map(({ companyId }) => companyId),
      ['company-1', 'company-2', 'company-3', 'company-4', 'company-5', 'company-6'],
    );
    const listed = companies.find(({ companyId }) => companyId === active.companyId);
    assert.deepEqual(listed?.authorization, await readAuthorization(active));
  });

  it('the list filtered by a status contains only companies with that status, however they are spread', async () => {
    const alone = await setup();
    const rows = Array.from({ length: 1200 }, (_, index) => ({
      id: `c${String(index).padStart(5, '0')}`,
      ...{ tax_id: exempluTaxId, name: 'Exemplu SRL', created_at: 0, updated_at: 0 },
    }));
    await alone.database.queries.insertInto('companies').values(rows).execute();
    const active = await authorizedSite(alone);

    const pages = await pagesOf(alone, '/authorizations', 'status=active&limit=1');
    const none = await pagesOf(alone, '/authorizations', 'status=none&limit=500');

    const found = pages.flatMap((page) => v.parse(authorizationsAnswer, page).companies);
    assert.deepEqual(
      found.map(({ companyId }) => companyId),
      [active.companyId],
    );
    assert.deepEqual(
      none.map((page) => v.parse(authorizationsAnswer, page).companies.length),
      [500, 500, 200],
    );
  });

  it('the pages of the history contain every entry once, the newest first, and no secret', async () => {
    const site = await authorizedSite(stack);
    for (let count = 0; count < 4; count += 1) await site.call('POST', '/authorization/verify');
    const { access_token, refresh_token } = await grantOf(stack.database, site.companyId);

    const pages = await pagesOf(stack, `/companies/${site.companyId}/history`, 'limit=2', 'before');

    const entries = pages.flatMap((page) => v.parse(historyAnswer, page).entries);
    assert.deepEqual(
      entries.map(({ event }) => event),
      (await eventsOf(stack.database, site.companyId)).toReversed(),
    );
    assert.equal(entries.length, 5);
    assert.equal(new Set(entries.map(({ id }) => id)).size, 5);
    assert.deepEqual(entries.at(-1)?.actor, 'u1');
    const text = JSON.stringify(pages);
    for (const secret of [access_token, String(refresh_token), site.session]) assert.ok(!text.includes(secret));
  });

  it('a detail of the history that is not on the list of details stays in the backend', async () => {
    const { companyId } = await Site.open(stack);
    const detail = JSON.stringify({ taxId: exempluTaxId, note: 'internal' });
    const entry = { company_id: companyId, at: 1, event: 'verified', actor: 'backend', detail } as const;
    await stack.database.queries.insertInto('history').values(entry).execute();

    const { body } = await hostAnswer(stack, 'GET', `/companies/${companyId}/history`);

    const [{ detail: shown } = { detail: undefined }] = v.parse(
      v.object({ entries: v.array(v.looseObject({ detail: v.unknown() })) }),
      body,
    ).entries;
    assert.deepEqual(shown, { taxId: exempluTaxId });
  });
});

async function companiesOf(stack: Stack): Promise<string[]> {
  const pages = await pagesOf(stack, '/authorizations', 'limit=500');
  return pages.flatMap((page) => v.parse(authorizationsAnswer, page).companies.map(({ companyId }) => companyId));
}

/** All pages of a list. */
async function pagesOf(stack: Stack, path: string, query: string, cursor = 'after'): Promise<unknown[]> {
  const pages: unknown[] = [];
  let place = '';
  for (;;) {
    const { status, body } = await hostAnswer(stack, 'GET', `${path}?${query}${place}`);
    assert.equal(status, 200, JSON.stringify(body));
    pages.push(body);
    const { next } = v.parse(v.looseObject({ next: v.optional(v.union([v.string(), v.number()])) }), body);
    if (next === undefined) return pages;
    place = `&${cursor}=${encodeURIComponent(next)}`;
  }
}
