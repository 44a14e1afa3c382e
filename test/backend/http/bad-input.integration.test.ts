import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemDetails } from 'spv-authorize/contract';
import type { SessionRequest } from 'spv-authorize-backend';
import * as v from 'valibot';
import {
  authorize,
  authorizedSite,
  failureOf,
  headingIn,
  openTicket,
  parameterOf,
  readAuthorization,
  returnFromAnaf,
  startAttempt,
} from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { snapshot } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site, type SiteAnswer } from '../support/site.ts';
import { siteOrigin } from '../support/stack.ts';
import { badRequests, goodSession, hostHeaders, otherAllowedOrigin } from './bad-requests.ts';

describe('bad input to the backend', async () => {
  const stack = await setup({ exposeAccessTokens: true, allowedOrigins: [siteOrigin, otherAllowedOrigin] });
  const site = await Site.open(stack);

  for (const { what, method, path, headers = () => ({}), body, status, code } of badRequests) {
    it(`${what} is answered with ${status} ${code} and changes nothing`, async () => {
      const before = await snapshot(stack.database);

      const response = await fetch(stack.publicUrl + path, {
        method,
        headers: headers(site),
        ...(body !== undefined && { body }),
      });

      const problem = v.parse(problemDetails, await response.json());
      assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
      assert.deepEqual([response.status, problem.code], [status, code]);
      assert.equal(await snapshot(stack.database), before);
    });
  }

  it('the answer to an unknown method names the methods of the address', async () => {
    const response = await fetch(`${stack.publicUrl}/v1/authorization`, { method: 'PATCH' });

    assert.equal(response.headers.get('allow'), 'GET, DELETE');
  });

  it('the answer to a new session with wrong fields names each of them', async () => {
    const body = JSON.stringify({ ...goodSession, taxId: 'x', permissions: ['rule'] });

    const response = await fetch(`${stack.publicUrl}/host/v1/sessions`, { method: 'POST', headers: hostHeaders, body });

    const { errors } = v.parse(problemDetails, await response.json());
    assert.ok(errors);
    assert.deepEqual(
      errors.map(({ field }) => field),
      ['taxId', 'permissions.0'],
    );
  });

  const badArguments = [
    { field: 'taxId', value: 'RO90123459', says: /"taxId": a CUI is 2–10 digits/ },
    { field: 'companyId', value: 'x'.repeat(500), says: /"companyId": Invalid length/ },
    { field: 'companyName', value: 'a\0b', says: /"companyName": must not contain a NUL/ },
    { field: 'permissions', value: ['rule'], says: /"permissions\.0": / },
    { field: 'origin', value: 'https://evil.example', says: /"origin": .*not among the allowed origins/ },
    { field: 'userId', value: undefined, says: /"userId": / },
  ];
  for (const { field, value, says } of badArguments) {
    it(`sessions.create with a wrong ${field} rejects with a TypeError and changes nothing`, async () => {
      const before = await snapshot(stack.database);
      // As JavaScript would call it.
      const request = { ...goodSession, [field]: value } as unknown as SessionRequest;

      await assert.rejects(stack.backend.sessions.create(request), (error: Error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, says);
        return true;
      });
      assert.equal(await snapshot(stack.database), before);
    });
  }

  it('calls without the permission that they need are answered with 403 and change nothing', async () => {
    const viewer = await Site.open(stack, stack.newCompany(), ['view']);
    const before = await snapshot(stack.database);

    const answers = [
      await viewer.call('POST', '/attempts', { mode: 'window' }),
      await viewer.call('POST', '/authorization/verify'),
      await viewer.call('DELETE', '/authorization'),
    ];

    assert.deepEqual(answers.map(statusAndCode), Array(3).fill([403, 'permission-missing']));
    assert.equal(await snapshot(stack.database), before);
  });

  it('a session whose time is over is answered with 401 session-expired', async () => {
    const old = await Site.open(stack);
    stack.clock.advance(15 * 60);

    const answer = await old.call('GET', '/authorization');

    assert.deepEqual(statusAndCode(answer), [401, 'session-expired']);
  });

  it('a callback with a forged state is answered with a page that says so, and changes nothing', async () => {
    const browser = new Browser(stack.publicUrl);
    const { authorizeUrl } = await startAttempt(await site.reopen());
    await openTicket(browser, authorizeUrl);
    const before = await snapshot(stack.database);

    const page = await browser.visit('/callback?code=stolen&state=forged');

    assert.equal(page.status, 400);
    assert.equal(await headingIn(page), 'Nu recunoaștem această întoarcere');
    assert.equal(await snapshot(stack.database), before);
  });

  it('a replayed code fails the attempt and leaves the running authorization as it was', async () => {
    const current = await Site.open(stack);
    const { callback } = await authorize(stack, current);
    const running = await readAuthorization(current);
    const browser = new Browser(stack.publicUrl);
    const { attempt, authorizeUrl } = await startAttempt(current);
    const state = parameterOf(await openTicket(browser, authorizeUrl), 'state');

    const page = await browser.visit(`/callback?code=${parameterOf(callback, 'code')}&state=${state}`);

    assert.equal(running.status, 'active');
    assert.equal(await headingIn(page), 'A trecut prea mult până la întoarcere');
    assert.equal((await failureOf(current, attempt.attemptId)).code, 'code-expired');
    assert.deepEqual(await readAuthorization(current), running);
  });

  it('a code that is older than 60 seconds fails the attempt with code-expired', async () => {
    const current = await Site.open(stack);
    const { attemptId, callback, browser } = await returnFromAnaf(stack, current);
    stack.clock.advance(61);

    await browser.visit(callback);

    assert.equal((await failureOf(current, attemptId)).code, 'code-expired');
  });

  it('an application whose secret ANAF refuses fails the attempt with application-refused', async () => {
    const alone = await setup();
    const current = await authorizedSite(alone);
    const [client] = alone.mock.state.clients;
    assert.ok(client);
    alone.mock.state.clients.splice(0, 1, { ...client, clientSecret: 'another secret' });

    const { attemptId } = await authorize(alone, current);

    assert.equal((await failureOf(current, attemptId)).code, 'application-refused');
  });

  it('an unknown ticket and a callback without parameters are answered with pages, and change nothing', async () => {
    const before = await snapshot(stack.database);
    const browser = new Browser(stack.publicUrl);

    const answers = [
      await browser.visit('/authorize/unknown-ticket', { from: siteOrigin }),
      await browser.visit('/callback'),
      await browser.visit('/authorize/%E0%A4%A'),
      await browser.submit('/authorize/unknown-ticket'),
      await browser.submit('/callback'),
    ];

    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 400, 404, 405],
    );
    for (const { headers } of answers) assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(await snapshot(stack.database), before);
  });
});

function statusAndCode({ status, body }: SiteAnswer): [number, string] {
  return [status, v.parse(problemDetails, body).code];
}
