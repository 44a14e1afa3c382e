import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ProblemCode } from 'spv-authorize/contract';
import { problemDetails } from 'spv-authorize/contract';
import type { SessionRequest } from 'spv-authorize-backend';
import * as v from 'valibot';
import { Browser } from './support/browser.ts';
import { snapshot } from './support/snapshot.ts';
import { hostSecret, Site, type Stack, siteOrigin, startStack } from './support/stack.ts';
import {
  atAnaf,
  authorize,
  headingOf,
  openTicket,
  readAttempt,
  readAuthorization,
  startAttempt,
} from './support/walk.ts';

interface BadRequest {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: (site: Site) => Record<string, string>;
  readonly body?: string;
  readonly status: number;
  readonly code: ProblemCode;
}

const session = (site: Site) => ({ authorization: `Bearer ${site.session}`, 'content-type': 'application/json' });
const host = () => ({ authorization: `Bearer ${hostSecret}`, 'content-type': 'application/json' });
const attempts = { method: 'POST', path: '/v1/attempts', headers: session };
const sessions = { method: 'POST', path: '/host/v1/sessions', headers: host };
const goodSession = {
  ...{ companyId: 'new', taxId: '90123459', companyName: 'Nouă SRL', userId: 'u1' },
  ...{ permissions: ['view'], origin: siteOrigin },
};
const otherAllowedOrigin = 'http://localhost:4999';
const redirectTo = (returnUrl: string) => JSON.stringify({ mode: 'redirect', returnUrl });

const badRequests: readonly BadRequest[] = [
  {
    what: 'a request without a session',
    method: 'GET',
    path: '/v1/authorization',
    status: 401,
    code: 'session-missing',
  },
  {
    what: 'a session that is not a JWT',
    ...{ method: 'GET', path: '/v1/authorization', headers: () => ({ authorization: 'Bearer nonsense' }) },
    ...{ status: 401, code: 'session-missing' },
  },
  {
    what: 'a session whose signature was changed',
    ...{ method: 'GET', path: '/v1/authorization' },
    headers: (site) => ({ authorization: `Bearer ${site.session.slice(0, -3)}AAA` }),
    ...{ status: 401, code: 'session-missing' },
  },
  {
    what: "a session from another site's page",
    ...{ method: 'GET', path: '/v1/authorization' },
    headers: (site) => ({ ...session(site), origin: 'https://evil.example' }),
    ...{ status: 403, code: 'origin-refused' },
  },
  {
    what: 'a preflight request of another site',
    method: 'OPTIONS',
    path: '/v1/attempts',
    headers: () => ({ origin: 'https://evil.example' }),
    status: 403,
    code: 'origin-refused',
  },
  {
    what: 'a session used from another allowed origin',
    ...{ method: 'GET', path: '/v1/authorization' },
    headers: (site) => ({ ...session(site), origin: otherAllowedOrigin }),
    ...{ status: 403, code: 'origin-refused' },
  },
  {
    what: 'an attempt id with a NUL character',
    method: 'GET',
    path: '/v1/attempts/%00',
    headers: session,
    status: 404,
    code: 'attempt-unknown',
  },
  {
    what: 'cancelling an attempt id with a NUL character',
    method: 'DELETE',
    path: '/v1/attempts/a%00',
    headers: session,
    status: 404,
    code: 'attempt-unknown',
  },
  { what: 'malformed JSON', ...attempts, body: '{"mode":', status: 400, code: 'malformed-request' },
  { what: 'a request without a body', ...attempts, status: 400, code: 'malformed-request' },
  { what: 'an unknown mode', ...attempts, body: '{"mode":"iframe"}', status: 400, code: 'malformed-request' },
  {
    what: 'an oversized body',
    ...attempts,
    body: JSON.stringify({ mode: 'x'.repeat(20_000) }),
    status: 413,
    code: 'payload-too-large',
  },
  {
    what: 'a return address of another site',
    ...attempts,
    body: redirectTo('https://evil.example/'),
    status: 400,
    code: 'return-url-refused',
  },
  {
    what: 'a return address with a javascript: URL',
    ...attempts,
    body: redirectTo('javascript:alert(1)'),
    status: 400,
    code: 'return-url-refused',
  },
  {
    what: 'a return address with plain http',
    ...attempts,
    body: redirectTo('http://app.example/'),
    status: 400,
    code: 'return-url-refused',
  },
  {
    what: 'an unknown attempt',
    method: 'GET',
    path: '/v1/attempts/none',
    headers: session,
    status: 404,
    code: 'attempt-unknown',
  },
  {
    what: 'cancelling an unknown attempt',
    method: 'DELETE',
    path: '/v1/attempts/none',
    headers: session,
    status: 404,
    code: 'attempt-unknown',
  },
  { what: 'an unknown path', method: 'GET', path: '/v1/nothing', headers: session, status: 404, code: 'not-found' },
  {
    what: 'a path that cannot be decoded',
    method: 'GET',
    path: '/v1/attempts/%E0%A4%A',
    headers: session,
    status: 400,
    code: 'malformed-request',
  },
  {
    what: 'a method that the path does not support',
    method: 'PUT',
    path: '/v1/attempts',
    headers: session,
    status: 405,
    code: 'method-not-allowed',
  },
  {
    what: 'a request without a host key',
    method: 'POST',
    path: '/host/v1/sessions',
    status: 401,
    code: 'host-key-refused',
  },
  {
    what: 'a wrong host key',
    ...{ method: 'POST', path: '/host/v1/sessions', headers: () => ({ authorization: `Bearer ${hostSecret}x` }) },
    ...{ status: 401, code: 'host-key-refused' },
  },
  {
    what: 'a session instead of a host key',
    method: 'POST',
    path: '/host/v1/sessions',
    headers: session,
    status: 401,
    code: 'host-key-refused',
  },
  {
    what: 'a host key from a browser',
    ...{ method: 'POST', path: '/host/v1/sessions', headers: () => ({ ...host(), origin: siteOrigin }) },
    ...{ body: JSON.stringify(goodSession), status: 403, code: 'origin-refused' },
  },
  {
    what: 'a CUI with letters',
    ...sessions,
    body: JSON.stringify({ ...goodSession, taxId: 'RO90123459' }),
    status: 400,
    code: 'malformed-request',
  },
  {
    what: 'a session for an origin that is not allowed',
    ...sessions,
    body: JSON.stringify({ ...goodSession, origin: 'https://evil.example' }),
    status: 400,
    code: 'malformed-request',
  },
  {
    what: 'a session without a company',
    ...sessions,
    body: JSON.stringify({ ...goodSession, companyId: '' }),
    status: 400,
    code: 'malformed-request',
  },
  ...['companyId', 'companyName', 'userId', 'userName'].map((field) => ({
    what: `a session with a NUL character in ${field}`,
    ...sessions,
    body: JSON.stringify({ ...goodSession, [field]: 'a\0b' }),
    ...{ status: 400, code: 'malformed-request' as const },
  })),
  {
    what: 'an access token of a company id with a NUL character',
    method: 'POST',
    path: '/host/v1/access-tokens',
    headers: host,
    body: JSON.stringify({ companyId: 'a\0b' }),
    status: 400,
    code: 'malformed-request',
  },
  {
    what: 'an oversized session',
    ...sessions,
    body: JSON.stringify({ ...goodSession, companyName: 'x'.repeat(20_000) }),
    status: 413,
    code: 'payload-too-large',
  },
  {
    what: 'an access token of an unknown company',
    method: 'POST',
    path: '/host/v1/access-tokens',
    headers: host,
    body: '{"companyId":"none"}',
    status: 404,
    code: 'company-unknown',
  },
  {
    what: 'an access token of a company without authorization',
    method: 'POST',
    path: '/host/v1/access-tokens',
    headers: host,
    body: '{"companyId":"company-1"}',
    status: 409,
    code: 'not-authorized',
  },
];

describe('bad input to the backend', () => {
  let stack: Stack;
  let site: Site;
  before(async () => {
    stack = await startStack({ exposeAccessTokens: true, allowedOrigins: [siteOrigin, otherAllowedOrigin] });
    site = await Site.open(stack);
  });
  after(() => stack.stop());

  for (const bad of badRequests) {
    it(`${bad.what} is answered ${bad.status} ${bad.code} and changes nothing`, async () => {
      const before = await snapshot(stack.database);

      const response = await fetch(stack.publicUrl + bad.path, {
        method: bad.method,
        headers: bad.headers?.(site) ?? {},
        ...(bad.body !== undefined && { body: bad.body }),
      });

      const problem = v.parse(problemDetails, await response.json());
      assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
      assert.deepEqual([response.status, problem.code], [bad.status, bad.code]);
      assert.equal(await snapshot(stack.database), before);
    });
  }

  it('a wrong method is answered with the allowed methods', async () => {
    const response = await fetch(`${stack.publicUrl}/v1/authorization`, { method: 'PATCH' });

    assert.equal(response.headers.get('allow'), 'GET, DELETE');
  });

  it('a bad request is answered with every wrong field', async () => {
    const body = JSON.stringify({ ...goodSession, taxId: 'x', permissions: ['rule'] });

    const response = await fetch(`${stack.publicUrl}/host/v1/sessions`, { method: 'POST', headers: host(), body });

    const { errors } = v.parse(problemDetails, await response.json());
    assert.deepEqual(
      errors?.map(({ field }) => field),
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
    it(`sessions.create with a wrong ${field} throws a TypeError and changes nothing`, async () => {
      const before = await snapshot(stack.database);
      // JavaScript callers can pass anything.
      const request = { ...goodSession, [field]: value } as unknown as SessionRequest;

      await assert.rejects(stack.backend.sessions.create(request), (error: Error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, says);
        return true;
      });
      assert.equal(await snapshot(stack.database), before);
    });
  }

  it('a request without the permission is answered 403 and changes nothing', async () => {
    const viewer = await Site.open(stack, stack.newCompany(), ['view']);
    const before = await snapshot(stack.database);

    const answers = [
      await viewer.call('POST', '/attempts', { mode: 'window' }),
      await viewer.call('POST', '/authorization/verify'),
      await viewer.call('DELETE', '/authorization'),
    ];

    assert.deepEqual(
      answers.map(({ status, body }) => [status, Object(body).code]),
      Array(3).fill([403, 'permission-missing']),
    );
    assert.equal(await snapshot(stack.database), before);
  });

  it('an expired session is answered 401 session-expired', async () => {
    const old = await Site.open(stack);
    stack.clock.advance(15 * 60);

    const { status, body } = await old.call('GET', '/authorization');

    assert.deepEqual([status, Object(body).code], [401, 'session-expired']);
    site = await Site.open(stack);
  });

  it('a forged state is answered with a page and changes nothing', async () => {
    const browser = new Browser(stack.publicUrl);
    await openTicket(browser, (await startAttempt(site)).authorizeUrl);
    const before = await snapshot(stack.database);

    const page = await browser.visit('/callback?code=stolen&state=forged');

    assert.equal(page.status, 400);
    assert.equal(headingOf(await page.text()), 'Nu recunoaștem această întoarcere');
    assert.equal(await snapshot(stack.database), before);
  });

  it('a replayed code fails the attempt and leaves the running authorization unchanged', async () => {
    const { callback } = await authorize(stack, site);
    const running = await readAuthorization(site);
    const used = new URL(callback).searchParams.get('code') ?? '';
    const browser = new Browser(stack.publicUrl);
    const { attempt, authorizeUrl } = await startAttempt(site);
    const state = new URL(await openTicket(browser, authorizeUrl)).searchParams.get('state') ?? '';

    const page = await browser.visit(`/callback?code=${used}&state=${state}`);

    assert.equal(headingOf(await page.text()), 'A trecut prea mult până la întoarcere');
    const failed = await readAttempt(site, attempt.attemptId);
    assert.ok(failed.state === 'failed');
    assert.equal(failed.failure.code, 'code-expired');
    assert.deepEqual(await readAuthorization(site), running);
  });

  it('a code older than 60 seconds fails with code-expired', async () => {
    const browser = new Browser(stack.publicUrl);
    const { attempt, authorizeUrl } = await startAttempt(site);
    const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl));
    stack.clock.advance(61);

    await browser.visit(callback);

    const failed = await readAttempt(site, attempt.attemptId);
    assert.ok(failed.state === 'failed');
    assert.equal(failed.failure.code, 'code-expired');
  });

  it('an application that ANAF refuses fails the attempt with a cause for its team', async () => {
    const refused = await startStack({
      anaf: {
        ...{ loginUrl: stack.mock.urls.picker, apiUrl: stack.mock.urls.apiPlain, environment: 'test' },
        ...{ clientId: stack.mock.clients[0]?.clientId ?? '', clientSecret: 'not the secret' },
      },
    });
    const [client] = stack.mock.clients;
    assert.ok(client);
    stack.mock.state.clients.push({ ...client, redirectUris: [`${refused.publicUrl}/callback`] });
    stack.mock.state.clients.splice(0, stack.mock.state.clients.length - 1);
    const refusedSite = await Site.open(refused);
    const browser = new Browser(refused.publicUrl);
    const { attempt, authorizeUrl } = await startAttempt(refusedSite);

    await browser.visit(await atAnaf(stack, await openTicket(browser, authorizeUrl)));

    const failed = await readAttempt(refusedSite, attempt.attemptId);
    assert.ok(failed.state === 'failed');
    assert.equal(failed.failure.code, 'application-refused');
    await refused.stop();
  });

  it('an unknown ticket and a callback without parameters are answered with a page', async () => {
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
    for (const answer of answers) assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    assert.equal(await snapshot(stack.database), before);
  });
});
