import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { AnafError } from '../../anaf/anaf-error.ts';
import type { AccessTokens, CompanyAccess } from '../../authorizations/access-tokens.ts';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import { parseInput, storedCompanyId } from '../../companies/input.ts';
import { type HostKey, hostKeyId } from '../../sessions/host-keys.ts';
import type { SessionService } from '../../sessions/session-service.ts';
import { anafUnavailable, HttpProblem } from '../middleware/problem.ts';
import { bearerToken } from './bearer-token.ts';

export interface HostDependencies {
  readonly hostKeys: readonly HostKey[];
  readonly sessions: SessionService;
  readonly authorizations: AuthorizationService;
  readonly accessTokens: AccessTokens;
  readonly exposeAccessTokens: boolean;
}

const accessTokenRequest = v.object({ companyId: storedCompanyId });

/** Handlers for the host's server, which authenticates with a host key. Requests from browsers are refused. */
export function hostHandlers(dependencies: HostDependencies) {
  const { hostKeys, sessions, authorizations, accessTokens, exposeAccessTokens } = dependencies;

  return {
    requireHostKey: (request, _response, next) => {
      if (request.get('origin') !== undefined) {
        throw new HttpProblem('origin-refused', { detail: 'Host keys must not be used in a browser.' });
      }
      if (!hostKeyId(hostKeys, bearerToken(request.get('authorization')) ?? ''))
        throw new HttpProblem('host-key-refused');
      next();
    },

    createSession: async (request, response) => {
      response.status(201).json(await sessions.create(request.body));
    },

    readAccessToken: async (request, response) => {
      if (!exposeAccessTokens) throw new HttpProblem('not-exposed');
      const { companyId } = parseInput(accessTokenRequest, request.body);
      if (!(await authorizations.read(companyId))) throw new HttpProblem('company-unknown');
      const { accessToken, accessExpiresAt, taxId } = await expose(accessTokens, companyId);
      response.json({ accessToken: accessToken.reveal(), expiresAt: accessExpiresAt, taxId });
    },
  } satisfies Record<string, RequestHandler>;
}

async function expose(accessTokens: AccessTokens, companyId: string): Promise<CompanyAccess> {
  try {
    return await accessTokens.expose(companyId);
  } catch (cause) {
    if (!(cause instanceof AnafError)) throw cause;
    if (cause.code === 'not-authorized') throw new HttpProblem('not-authorized', { cause });
    if (cause.code === 'unavailable') throw anafUnavailable(cause);
    throw cause;
  }
}
