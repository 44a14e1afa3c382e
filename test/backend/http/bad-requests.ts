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
const accessTokens = { method: 'POST', path: '/host/v1/access-tokens', headers: host };

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
  { what: 'a new session with an oversized body', ...sessions, body: sessionWith({ companyName: 'x'.repeat(20_000) }), ...tooLarge },
  { what: 'a request for an access token of a company with a NUL', ...accessTokens, body: JSON.stringify({ companyId: 'a\0b' }), ...malformed },
  { what: 'a request for an access token of an unknown company', ...accessTokens, body: '{"companyId":"none"}', status: 404, code: 'company-unknown' },
  { what: 'a request for an access token of a company without authorization', ...accessTokens, body: '{"companyId":"company-1"}', status: 409, code: 'not-authorized' },
];
