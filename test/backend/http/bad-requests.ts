import type { ProblemCode } from 'spv-authorize/contract';
import { hostSecret } from '../support/keys.ts';
import type { Site } from '../support/site.ts';
import { siteOrigin } from '../support/stack.ts';

export interface BadRequest {
  /** Begins the title of the test. */
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: (site: Site) => Record<string, string>;
  readonly body?: string;
  readonly status: number;
  readonly code: ProblemCode;
}

/** The fields of a session that the backend creates. */
export const goodSession = {
  companyId: 'new',
  taxId: '90123459',
  companyName: 'Nouă SRL',
  userId: 'u1',
  permissions: ['view'],
  origin: siteOrigin,
};
export const otherAllowedOrigin = 'http://localhost:4999';

export const hostHeaders = { authorization: `Bearer ${hostSecret}`, 'content-type': 'application/json' };

const session = (site: Site) => ({ authorization: `Bearer ${site.session}`, 'content-type': 'application/json' });
const host = () => hostHeaders;
const foreignSite = 'https://evil.example';

const authorization = { method: 'GET', path: '/v1/authorization' };
const attempts = { method: 'POST', path: '/v1/attempts', headers: session };
const sessions = { method: 'POST', path: '/host/v1/sessions', headers: host };
const companies = (method: string, path: string) => ({ method, path: `/host/v1/companies/${path}`, headers: host });
const accessTokens = { method: 'POST', path: '/host/v1/access-tokens', headers: host };

const list = (query: string) => ({ method: 'GET', path: `/host/v1/authorizations?${query}`, headers: host });
const goodCompany = JSON.stringify({ taxId: '90123459', name: 'Nouă SRL' });

const redirectTo = (returnUrl: string) => JSON.stringify({ mode: 'redirect', returnUrl });
const sessionWith = (fields: object) => JSON.stringify({ ...goodSession, ...fields });

const malformed = { status: 400, code: 'malformed-request' } as const;
const noSession = { status: 401, code: 'session-missing' } as const;
const wrongOrigin = { status: 403, code: 'origin-refused' } as const;
const unknownAttempt = { status: 404, code: 'attempt-unknown' } as const;
const tooLarge = { status: 413, code: 'payload-too-large' } as const;
const wrongReturnUrl = { status: 400, code: 'return-url-refused' } as const;
const wrongHostKey = { status: 401, code: 'host-key-refused' } as const;

// biome-ignore format: one request on a line, in columns
export const badRequests: readonly BadRequest[] = [
  { what: 'a call without a session', ...authorization, ...noSession },
  { what: 'a session that is not a JWT', ...authorization, headers: () => ({ authorization: 'Bearer nonsense' }), ...noSession },
  { what: 'a session whose signature was changed', ...authorization, headers: (site) => ({ authorization: `Bearer ${site.session.slice(0, -3)}AAA` }), ...noSession },
  { what: 'a session from a page of a foreign site', ...authorization, headers: (site) => ({ ...session(site), origin: foreignSite }), ...wrongOrigin },
  { what: 'a session from a page of another allowed origin', ...authorization, headers: (site) => ({ ...session(site), origin: otherAllowedOrigin }), ...wrongOrigin },
  { what: 'a preflight request of a foreign site', method: 'OPTIONS', path: '/v1/attempts', headers: () => ({ origin: foreignSite }), ...wrongOrigin },

  { what: 'an attempt id with a NUL', method: 'GET', path: '/v1/attempts/%00', headers: session, ...unknownAttempt },
  { what: 'an attempt id with a NUL in a cancellation', method: 'DELETE', path: '/v1/attempts/a%00', headers: session, ...unknownAttempt },
  { what: 'an unknown attempt id', method: 'GET', path: '/v1/attempts/none', headers: session, ...unknownAttempt },
  { what: 'an unknown attempt id in a cancellation', method: 'DELETE', path: '/v1/attempts/none', headers: session, ...unknownAttempt },
  { what: 'malformed JSON', ...attempts, body: '{"mode":', ...malformed },
  { what: 'an attempt without a body', ...attempts, ...malformed },
  { what: 'an attempt of an unknown mode', ...attempts, body: '{"mode":"iframe"}', ...malformed },
  { what: 'an attempt with an oversized body', ...attempts, body: JSON.stringify({ mode: 'x'.repeat(20_000) }), ...tooLarge },
  { what: 'a return address of a foreign site', ...attempts, body: redirectTo(`${foreignSite}/`), ...wrongReturnUrl },
  { what: 'a return address that is a script', ...attempts, body: redirectTo('javascript:alert(1)'), ...wrongReturnUrl },
  { what: 'a return address on plain http', ...attempts, body: redirectTo('http://app.example/'), ...wrongReturnUrl },

  { what: 'an unknown address', method: 'GET', path: '/v1/nothing', headers: session, status: 404, code: 'not-found' },
  { what: 'an address that cannot be decoded', method: 'GET', path: '/v1/attempts/%E0%A4%A', headers: session, ...malformed },
  { what: 'a method that the address does not have', method: 'PUT', path: '/v1/attempts', headers: session, status: 405, code: 'method-not-allowed' },

  { what: 'a host call without a key', method: 'POST', path: '/host/v1/sessions', ...wrongHostKey },
  { what: 'a wrong host key', method: 'POST', path: '/host/v1/sessions', headers: () => ({ authorization: `Bearer ${hostSecret}x` }), ...wrongHostKey },
  { what: 'a session in place of a host key', method: 'POST', path: '/host/v1/sessions', headers: session, ...wrongHostKey },
  { what: 'a host key that a browser sends', method: 'POST', path: '/host/v1/sessions', headers: () => ({ ...hostHeaders, origin: siteOrigin }), body: sessionWith({}), ...wrongOrigin },
  { what: 'a new session whose CUI has letters', ...sessions, body: sessionWith({ taxId: 'RO90123459' }), ...malformed },
  { what: 'a new session for an origin that is not allowed', ...sessions, body: sessionWith({ origin: foreignSite }), ...malformed },
  { what: 'a new session without a company', ...sessions, body: sessionWith({ companyId: '' }), ...malformed },
  { what: 'a new session with a NUL in companyId', ...sessions, body: sessionWith({ companyId: 'a\0b' }), ...malformed },
  { what: 'a new session with a NUL in companyName', ...sessions, body: sessionWith({ companyName: 'a\0b' }), ...malformed },
  { what: 'a new session with a NUL in userId', ...sessions, body: sessionWith({ userId: 'a\0b' }), ...malformed },
  { what: 'a new session with a NUL in userName', ...sessions, body: sessionWith({ userName: 'a\0b' }), ...malformed },
  { what: 'a new session with half of a surrogate pair in companyId', ...sessions, body: sessionWith({ companyId: 'a\ud800b' }), ...malformed },
  { what: 'a new session with half of a surrogate pair in companyName', ...sessions, body: sessionWith({ companyName: '\udc00' }), ...malformed },
  { what: 'a new session with a field that does not exist', ...sessions, body: sessionWith({ company: 'Exemplu SRL' }), ...malformed },
  { what: 'a new session that is a list', ...sessions, body: JSON.stringify([sessionWith({})]), ...malformed },
  { what: 'a new session that is sent as a form', ...sessions, headers: () => ({ ...hostHeaders, 'content-type': 'application/x-www-form-urlencoded' }), body: 'companyId=new', ...malformed },
  { what: 'a new session with an oversized body', ...sessions, body: sessionWith({ companyName: 'x'.repeat(20_000) }), ...tooLarge },
  { what: 'a request for an access token of a company with a NUL', ...accessTokens, body: JSON.stringify({ companyId: 'a\0b' }), ...malformed },
  { what: 'a request for an access token of an unknown company', ...accessTokens, body: '{"companyId":"none"}', status: 404, code: 'company-unknown' },
  { what: 'a request for an access token of a company without authorization', ...accessTokens, body: '{"companyId":"company-1"}', status: 409, code: 'not-authorized' },

  { what: 'a company whose id has a NUL', ...companies('PUT', 'a%00b'), body: goodCompany, ...malformed },
  { what: 'a company whose id is longer than 128 characters', ...companies('PUT', 'x'.repeat(129)), body: goodCompany, ...malformed },
  { what: 'a company whose id is not UTF-8', ...companies('PUT', '%ED%A0%80'), body: goodCompany, ...malformed },
  { what: 'a company whose CUI is a number', ...companies('PUT', 'new'), body: '{"taxId":90123459,"name":"Nouă SRL"}', ...malformed },
  { what: 'a company without a name', ...companies('PUT', 'new'), body: '{"taxId":"90123459"}', ...malformed },
  { what: 'a company with a field that does not exist', ...companies('PUT', 'new'), body: '{"taxId":"90123459","name":"Nouă SRL","cui":"1"}', ...malformed },
  { what: 'a company whose contact has no address', ...companies('PUT', 'new'), body: '{"taxId":"90123459","name":"Nouă SRL","contacts":[{"email":"x"}]}', ...malformed },
  { what: 'a company whose contact has a field that does not exist', ...companies('PUT', 'new'), body: '{"taxId":"90123459","name":"Nouă SRL","contacts":[{"email":"a@b.ro","phone":"1"}]}', ...malformed },
  { what: 'a company that is null', ...companies('PUT', 'new'), body: 'null', ...malformed },
  { what: 'a company from a page', method: 'PUT', path: '/host/v1/companies/new', headers: () => ({ ...hostHeaders, origin: siteOrigin }), body: goodCompany, ...wrongOrigin },
  { what: 'a company with a wrong key', method: 'PUT', path: '/host/v1/companies/new', headers: () => ({ ...hostHeaders, authorization: 'Bearer wrong' }), body: goodCompany, ...wrongHostKey },
  { what: 'a deletion with a session in place of a host key', method: 'DELETE', path: '/host/v1/companies/company-1', headers: session, ...wrongHostKey },
  { what: 'a deletion from a page', method: 'DELETE', path: '/host/v1/companies/company-1', headers: () => ({ ...hostHeaders, origin: 'null' }), ...wrongOrigin },
  { what: 'a preflight request for a deletion', method: 'OPTIONS', path: '/host/v1/companies/company-1', headers: () => ({ origin: siteOrigin, 'access-control-request-method': 'DELETE' }), ...wrongOrigin },
  { what: 'a list with a limit of 0', ...list('limit=0'), ...malformed },
  { what: 'a list with a limit of 501', ...list('limit=501'), ...malformed },
  { what: 'a list with a limit in scientific notation', ...list('limit=1e1'), ...malformed },
  { what: 'a list with two limits', ...list('limit=1&limit=2'), ...malformed },
  { what: 'a list of an unknown status', ...list('status=fine'), ...malformed },
  { what: 'a list with a parameter that does not exist', ...list('page=2'), ...malformed },
  { what: 'a list after an id with a NUL', ...list('after=%00'), ...malformed },
  { what: 'a history before a text', ...companies('GET', 'company-1/history?before=now'), ...malformed },
  { what: 'a history of an unknown company', ...companies('GET', 'none/history'), status: 404, code: 'company-unknown' },
  { what: 'a method that a company does not have', ...companies('PATCH', 'company-1'), status: 405, code: 'method-not-allowed' },
  { what: 'an import with an oversized body', ...companies('POST', 'company-1/grant'), body: JSON.stringify({ accessToken: 'x'.repeat(20_000) }), ...tooLarge },
  { what: 'an oversized upload without a key', method: 'POST', path: '/host/v1/companies/company-1/uploads', body: 'x'.repeat(12_000_000), ...wrongHostKey },
];
