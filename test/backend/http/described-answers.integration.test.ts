import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'node:test';
import { createdLink } from 'spv-authorize/contract';
import { faces } from 'spv-authorize-backend/internal/http/description/faces.ts';
import { accessTokenAnswer, uploadAnswer } from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { anyProblemDetails } from 'spv-authorize-backend/internal/http/middleware/problem.ts';
import { newUnsubscribeToken } from 'spv-authorize-backend/internal/notifications/suppressions.ts';
import * as v from 'valibot';
import { invoice } from '../../mock-anaf/support/invoice.ts';
import { type Description, DescriptionCheck } from '../../support/description-check.ts';
import { atAnaf, authorizedSite, locationOf, openTicket, returnFromAnaf, startAttempt } from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { hostSecret, metricsToken } from '../support/keys.ts';
import { againUrlOf, authorizeByLink, sendNewLink, withdrawUrlOf } from '../support/link-recipient.ts';
import { openInvitingSite } from '../support/links.ts';
import { setupMail } from '../support/mail-stack.ts';
import { hostAnswer, hostRequest, Site } from '../support/site.ts';
import { siteOrigin } from '../support/stack.ts';

/** Operations by id. */
const operations = Object.assign({}, ...faces.map((face) => face.operations)) as Readonly<
  Record<string, { readonly method: string; readonly path: string; readonly answers: object }>
>;

describe('every described answer', async () => {
  const { stack } = await setupMail({ exposeAccessTokens: true, metricsToken });
  const seen = new Set<string>();
  let check: DescriptionCheck;

  before(async () => {
    const response = await fetch(`${stack.publicUrl}/openapi.json`);
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    check = new DescriptionCheck((await response.json()) as Description);
  });
  afterEach(() => stack.mock.scenarios.clear());

  /** Fails unless the answer is described, and has the expected status. */
  async function expectDescribed(id: string, response: Response, status: number): Promise<unknown> {
    const operation = operations[id];
    assert.ok(operation, id);
    assert.equal(response.status, status, id);
    seen.add(`${id} ${status}`);
    return check.isDescribed(operation, response);
  }

  /** Fails unless the answer is a problem with the expected status, whose code is described. */
  async function expectProblem(id: string, response: Response, status: number): Promise<void> {
    const { code } = v.parse(anyProblemDetails, await expectDescribed(id, response, status));
    const operation = operations[id];
    assert.ok(operation);
    assert.match(String(check.operation(operation).responses[status]?.description), new RegExp(`\`${code}\``));
  }

  function asPage(site: Site, method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${stack.publicUrl}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${site.session}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  it('the operations of the element answer as described', async () => {
    const site = await authorizedSite(stack);
    const started = await asPage(site, 'POST', '/attempts', { mode: 'window' });
    const { attempt } = (await expectDescribed('startAttempt', started, 201)) as Awaited<
      ReturnType<typeof startAttempt>
    >;

    await expectDescribed('readAttempt', await asPage(site, 'GET', `/attempts/${attempt.attemptId}`), 200);
    await expectDescribed('cancelAttempt', await asPage(site, 'DELETE', `/attempts/${attempt.attemptId}`), 204);
    await expectDescribed('readAttempt', await asPage(site, 'GET', `/attempts/${attempt.attemptId}`), 200);
    await expectDescribed('readAuthorization', await asPage(site, 'GET', '/authorization'), 200);
    await expectDescribed('verify', await asPage(site, 'POST', '/authorization/verify'), 200);
    await expectDescribed('disconnect', await asPage(site, 'DELETE', '/authorization'), 200);
    await expectDescribed('readAuthorization', await asPage(site, 'GET', '/authorization'), 200);
  });

  it('the operations on links answer as described', async () => {
    const site = await openInvitingSite(stack);
    const viewer = await Site.open(stack, stack.newCompany(), ['view']);
    const created = await asPage(site, 'POST', '/links');
    const { link } = v.parse(createdLink, await expectDescribed('createLink', created, 201));
    const path = `/links/${link.linkId}`;
    const recipient = { email: 'ana@cabinet.example' };

    await expectDescribed('sendLink', await asPage(site, 'POST', `${path}/send`, recipient), 200);
    await expectDescribed('replaceLink', await asPage(site, 'POST', `${path}/replace`), 200);
    await expectDescribed('readLinks', await asPage(site, 'GET', '/links'), 200);
    await expectProblem('sendLink', await asPage(site, 'POST', `${path}/send`, {}), 400);
    await expectProblem('createLink', await asPage(viewer, 'POST', '/links'), 403);
    await expectProblem('replaceLink', await asPage(site, 'POST', '/links/none/replace'), 404);
    await expectDescribed('cancelLink', await asPage(site, 'DELETE', path), 204);
    await expectProblem('replaceLink', await asPage(site, 'POST', `${path}/replace`), 409);
  });

  it('the problems of the element are described', async () => {
    const viewer = await Site.open(stack, stack.newCompany(), ['view']);
    const site = await authorizedSite(stack);
    const nobody = fetch(`${stack.publicUrl}/v1/authorization`);
    const wrongMode = { mode: 'iframe' };
    const foreign = { mode: 'redirect', returnUrl: 'https://evil.example/' };

    await expectProblem('readAuthorization', await nobody, 401);
    await expectProblem('startAttempt', await asPage(viewer, 'POST', '/attempts', { mode: 'window' }), 403);
    await expectProblem('startAttempt', await asPage(site, 'POST', '/attempts', wrongMode), 400);
    await expectProblem('startAttempt', await asPage(site, 'POST', '/attempts', foreign), 400);
    await expectProblem('startAttempt', await asPage(site, 'POST', '/attempts', { mode: 'x'.repeat(20_000) }), 413);
    await expectProblem('readAttempt', await asPage(site, 'GET', '/attempts/none'), 404);
    stack.mock.scenarios.add({ name: 'api-unavailable' });
    await expectProblem('verify', await asPage(site, 'POST', '/authorization/verify'), 503);
    for (let count = 0; count < 5; count += 1) await asPage(site, 'POST', '/authorization/verify');
    await expectProblem('verify', await asPage(site, 'POST', '/authorization/verify'), 429);
    await hostAnswer(stack, 'DELETE', `/companies/${site.companyId}`);
    await expectProblem('readAuthorization', await asPage(site, 'GET', '/authorization'), 404);
  });

  it("the operations of the host's server answer as described", async () => {
    const site = await authorizedSite(stack);
    const { companyId } = site;
    const company = `/companies/${companyId}`;
    const request = { ...stack.newCompany(), userId: 'u1', permissions: ['view'], origin: siteOrigin };
    const put = { taxId: site.company.taxId, name: 'Exemplu SRL' };
    const { access_token, refresh_token } = await stack.mock.issueTokens({ persona: 'administrator' });
    const pair = { accessToken: access_token, refreshToken: refresh_token };

    await expectDescribed('createSession', await hostRequest(stack, 'POST', '/sessions', request), 201);
    const token = await hostRequest(stack, 'POST', '/access-tokens', { companyId });
    const { expiresAt } = v.parse(accessTokenAnswer, await expectDescribed('readAccessToken', token, 200));
    const rejected = { companyId, expiresAt };
    await expectDescribed(
      'replaceRejectedToken',
      await hostRequest(stack, 'POST', '/access-tokens/rejected', rejected),
      200,
    );
    await expectDescribed('saveCompany', await hostRequest(stack, 'PUT', '/companies/described', put), 201);
    await expectDescribed('saveCompany', await hostRequest(stack, 'PUT', '/companies/described', put), 200);
    await expectDescribed('readCompany', await hostRequest(stack, 'GET', company), 200);
    await expectDescribed('listAuthorizations', await hostRequest(stack, 'GET', '/authorizations?limit=1'), 200);
    await expectDescribed('listAuthorizations', await hostRequest(stack, 'GET', '/authorizations?status=active'), 200);
    await expectDescribed('importGrant', await hostRequest(stack, 'POST', `${company}/grant`, pair), 200);
    await expectDescribed('readHistory', await hostRequest(stack, 'GET', `${company}/history?limit=2`), 200);
    const uploaded = await hostRequest(stack, 'POST', `${company}/uploads`, invoice());
    const { uploadId } = v.parse(uploadAnswer, await expectDescribed('uploadInvoice', uploaded, 201));
    await expectDescribed('readUpload', await hostRequest(stack, 'GET', `${company}/uploads/${uploadId}`), 200);
    stack.clock.advance(10);
    const done = await hostRequest(stack, 'GET', `${company}/uploads/${uploadId}`);
    const { downloadId } = (await expectDescribed('readUpload', done, 200)) as { downloadId: string };
    await expectDescribed('listMessages', await hostRequest(stack, 'GET', `${company}/messages?days=1`), 200);
    await expectDescribed('downloadMessage', await hostRequest(stack, 'GET', `${company}/messages/${downloadId}`), 200);
    await expectDescribed('deleteCompany', await hostRequest(stack, 'DELETE', company), 204);
  });

  it("the problems of the host's server are described", async () => {
    const { companyId } = await authorizedSite(stack);
    const list = `/companies/${companyId}/messages?days=1`;

    await expectProblem('createSession', await fetch(`${stack.publicUrl}/host/v1/sessions`, { method: 'POST' }), 401);
    const inPage = { method: 'POST', headers: { origin: siteOrigin } };
    await expectProblem('createSession', await fetch(`${stack.publicUrl}/host/v1/sessions`, inPage), 403);
    await expectProblem('createSession', await hostRequest(stack, 'POST', '/sessions', {}), 400);
    await expectProblem('readCompany', await hostRequest(stack, 'GET', '/companies/none'), 404);
    await expectProblem('readAccessToken', await hostRequest(stack, 'POST', '/access-tokens', { companyId: '0' }), 404);
    for (const [scenario, status] of [
      ['api-forbidden', 422],
      ['api-limit', 429],
      ['api-unavailable', 503],
      ['api-no-rights', 409],
    ] as const) {
      stack.mock.scenarios.add({ name: scenario });
      await expectProblem('listMessages', await hostRequest(stack, 'GET', list), status);
      stack.mock.scenarios.clear();
    }
  });

  it('the pages answer as described', async () => {
    const site = await Site.open(stack);
    const { authorizeUrl, callback, browser } = await returnFromAnaf(stack, site);
    const other = await startAttempt(site);
    const path = new URL(authorizeUrl).pathname;

    await expectDescribed('showTicket', await browser.visit(path), 200);
    await expectDescribed('showTicket', await browser.visit('/authorize/unknown'), 404);
    await expectDescribed('showTicket', await browser.visit('/authorize/%E0%A4%A'), 400);
    await expectDescribed('confirmTicket', await browser.submit(new URL(other.authorizeUrl).pathname), 303);
    await expectDescribed('receiveCallback', await new Browser(stack.publicUrl).visit(callback), 403);
    await expectDescribed('receiveCallback', await browser.visit(callback), 200);
    await expectDescribed('receiveCallback', await browser.visit('/callback?state=forged&code=x'), 400);
    await expectDescribed('receiveCallback', await browser.visit('/callback'), 404);
    await expectDescribed(
      'receiveCallback',
      await browser.visit(callback, { headers: { 'sec-purpose': 'prefetch' } }),
      204,
    );
    await expectDescribed('showTicket', await browser.visit(path), 410);
    await expectDescribed('confirmTicket', await browser.submit(other.authorizeUrl, { origin: 'null' }), 200);
    await openTicket(browser, other.authorizeUrl);
  });

  it('the pages of a link answer as described', async () => {
    const [browser, link, declined] = [
      new Browser(stack.publicUrl),
      await sendNewLink(stack),
      await sendNewLink(stack),
    ];
    const started = await browser.submit(link.url);
    const failed = await browser.visit(await atAnaf(stack, locationOf(started), 'accountant', 'cancel'));
    const againUrl = againUrlOf(await failed.text());

    await expectDescribed('showLink', await browser.visit(link.url), 200);
    await expectDescribed('showLink', await browser.visit('/l/unknown'), 404);
    await expectDescribed('startLink', started, 303);
    await expectDescribed('startLink', await browser.submit(link.url, { 'sec-fetch-site': 'cross-site' }), 403);
    await expectDescribed('startAgain', await browser.submit(againUrl), 303);
    await expectDescribed('askToDecline', await browser.visit(`${declined.url}/decline`), 200);
    await expectDescribed('decline', await browser.submit(`${declined.url}/decline`), 200);
    await expectDescribed('showLink', await browser.visit(declined.url), 410);
  });

  it('the receipt and the withdrawal answer as described', async () => {
    const { url } = await sendNewLink(stack);
    const { browser, page } = await authorizeByLink(stack, url);
    const [withdrawUrl, mailUrl] = [withdrawUrlOf(page), /action="([^"]*\/receipt\?[^"]*)"/.exec(page)?.[1]];
    assert.ok(mailUrl, page);

    const mailed = await browser.submitFilled(mailUrl, { email: 'ana@cabinet.example' });
    await expectDescribed('mailReceipt', mailed, 200);
    await expectDescribed('mailReceipt', await browser.submitFilled(mailUrl, { email: 'ana' }), 400);
    await expectDescribed('askToWithdraw', await browser.visit(withdrawUrl), 200);
    await expectDescribed('askToWithdraw', await browser.visit('/w/unknown'), 404);
    await expectDescribed('withdraw', await browser.submit(withdrawUrl), 200);
    await expectDescribed('withdraw', await browser.submit(withdrawUrl), 404);
  });

  it('the help answers as described', async () => {
    const { origin } = new URL(stack.publicUrl);
    const open = (path: string, init?: RequestInit) =>
      fetch(`${stack.publicUrl}${path}`, { redirect: 'manual', ...init });
    const answer = (form: Record<string, string>, headers: Record<string, string>) =>
      open('/help/ro/feedback', { method: 'POST', body: new URLSearchParams(form), headers });
    const valid = { topic: 'wrong-pin', helpful: 'yes' };

    await expectDescribed('chooseHelpLanguage', await open('/help'), 302);
    await expectDescribed('showHelp', await open('/help/en?q=token'), 200);
    await expectDescribed('showHelpAgain', await open('/help/ro/feedback'), 200);
    await expectDescribed('receiveFeedback', await answer(valid, { origin }), 303);
    await expectDescribed('receiveFeedback', await answer({ topic: 'none' }, { origin }), 400);
    await expectDescribed('receiveFeedback', await answer(valid, { origin: 'https://evil.example' }), 403);
    await expectDescribed('receiveFeedback', await answer({ topic: 'x'.repeat(20_000) }, { origin }), 413);
  });

  it('the address "do not write to me again" answers as described', async () => {
    const browser = new Browser(stack.publicUrl);
    const token = await stack.database.transaction((trx) => newUnsubscribeToken(trx, 'ana@cabinet.ro', 1));
    const path = `/unsubscribe/${token.reveal()}`;

    await expectDescribed('showUnsubscribe', await browser.visit(path), 200);
    await expectDescribed('showUnsubscribe', await browser.visit('/unsubscribe/unknown'), 404);
    await expectDescribed('confirmUnsubscribe', await browser.submit(path), 200);
    await expectDescribed('confirmUnsubscribe', await browser.submit('/unsubscribe/unknown'), 404);
  });

  it('monitoring and tools get what is described', async () => {
    await expectDescribed('readHealth', await fetch(`${stack.publicUrl}/healthz`), 200);
    await expectDescribed('readReadiness', await fetch(`${stack.publicUrl}/readyz`), 200);
    const metrics = (token: string) =>
      fetch(`${stack.publicUrl}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    await expectDescribed('readMetrics', await metrics(metricsToken), 200);
    await expectProblem('readMetrics', await metrics(hostSecret), 401);
    await expectDescribed('readOpenApi', await fetch(`${stack.publicUrl}/openapi.json`), 200);
  });

  it('every operation has answered each of its successes in the tests above', () => {
    const successes = Object.entries(operations).flatMap(([id, { answers }]) =>
      Object.keys(answers)
        .filter((status) => Number(status) < 400)
        .map((status) => `${id} ${status}`),
    );

    assert.deepEqual(
      successes.filter((one) => !seen.has(one)),
      [],
    );
  });
});
