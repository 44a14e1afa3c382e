import { AnafError } from '../anaf/anaf-error.ts';
import type { AccessTokens, CompanyAccess } from './access-tokens.ts';
import type { AuthorizationService } from './authorization-service.ts';

/** Replaces access tokens that ANAF refused to a host which calls ANAF itself. */
export class RejectedTokens {
  readonly #accessTokens: AccessTokens;
  readonly #authorizations: AuthorizationService;

  constructor(accessTokens: AccessTokens, authorizations: AuthorizationService) {
    this.#accessTokens = accessTokens;
    this.#authorizations = authorizations;
  }

  /**
   * The token to use after ANAF refused the one that expires at `expiresAt`: the newer one if it was renewed meanwhile.
   * Otherwise asks ANAF, which renews a token that is really refused, and returns the same token if ANAF accepts it: a
   * refresh token works once, so a mistaken report must not use it up. Throws `AnafError` like `AccessTokens.expose`, or
   * `refused` when the application is not registered at ANAF for e-Factura.
   */
  async replace(companyId: string, expiresAt: number, beforeAsking: () => Promise<void>): Promise<CompanyAccess> {
    const current = await this.#accessTokens.open(companyId);
    if (current.accessExpiresAt === expiresAt) {
      await beforeAsking();
      await this.#verify(companyId);
    }
    return this.#accessTokens.expose(companyId);
  }

  async #verify(companyId: string): Promise<void> {
    const result = await this.#authorizations.verify(companyId, 'host');
    if (result === 'silent') throw new AnafError('unavailable', 'ANAF did not answer about the access token');
    if (result === 'service-missing') throw new AnafError('refused', 'ANAF answered HTTP 403');
  }
}
