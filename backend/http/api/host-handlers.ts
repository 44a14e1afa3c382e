import type { Response } from 'express';
import type { AccessTokens, CompanyAccess } from '../../authorizations/access-tokens.ts';
import type { RejectedTokens } from '../../authorizations/rejected-tokens.ts';
import type { SessionService } from '../../sessions/session-service.ts';
import { hostOperations } from '../description/host-operations.ts';
import { HttpProblem } from '../middleware/problem.ts';
import { limiter } from '../middleware/rate-limit.ts';
import { fromAnaf } from './anaf-problems.ts';
import { checked } from './checked-handler.ts';
import { type CompanyDependencies, companyHandlers } from './company-handlers.ts';
import { type EFacturaDependencies, eFacturaHandlers } from './efactura-handlers.ts';

export interface HostDependencies extends CompanyDependencies, EFacturaDependencies {
  readonly sessions: SessionService;
  readonly accessTokens: AccessTokens;
  readonly rejectedTokens: RejectedTokens;
  readonly exposeAccessTokens: boolean;
}

/** Far more than tokens are refused, and too few to exhaust ANAF's daily limit of 1500 lists per CUI with a loop. */
const reportsPerMinute = 30;

/** Handlers for the host's server. The routes have already checked its key. */
export function hostHandlers(dependencies: HostDependencies) {
  const { sessions, companies, accessTokens, rejectedTokens, exposeAccessTokens } = dependencies;
  const limitReports = limiter('rejected-tokens', reportsPerMinute);

  const sendToken = async (companyId: string, response: Response, read: () => Promise<CompanyAccess>) => {
    if (!exposeAccessTokens) throw new HttpProblem('not-exposed');
    if (!(await companies.isKnown(companyId))) throw new HttpProblem('company-unknown');
    const { accessToken, accessExpiresAt, taxId } = await fromAnaf(read());
    response.json({ accessToken: accessToken.reveal(), expiresAt: accessExpiresAt, taxId });
  };

  return {
    ...companyHandlers(dependencies),
    ...eFacturaHandlers(dependencies),

    createSession: checked(hostOperations.createSession, async ({ body }, response) => {
      response.status(201).json(await sessions.create(body));
    }),

    readAccessToken: checked(hostOperations.readAccessToken, async ({ body: { companyId } }, response) =>
      sendToken(companyId, response, () => accessTokens.expose(companyId)),
    ),

    replaceRejectedToken: checked(hostOperations.replaceRejectedToken, async ({ body }, response) => {
      const { companyId, expiresAt } = body;
      const limit = () => limitReports(companyId);
      await sendToken(companyId, response, () => rejectedTokens.replace(companyId, expiresAt, limit));
    }),
  };
}
