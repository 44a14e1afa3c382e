import type { RequestHandler } from 'express';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import type { Callback, CallbackResult } from '../../authorizing/callback.ts';
import type { Logger } from '../../configuration/options.ts';
import { Secret } from '../../vault/secret.ts';
import { textParameter } from './page-request.ts';
import { resultPage, type ShownResult } from './result-page.ts';
import { resultParameter } from './result-script.ts';
import { contextOf, isNavigation, type PageBasics, sendNotice, sendPage, type Visit } from './visit.ts';

export interface CallbackDependencies extends PageBasics {
  readonly callback: Callback;
  readonly authorizations: AuthorizationService;
  /** Answers somebody who came by a link. */
  readonly sendLinkResult: (visit: Visit, result: ShownResult) => Promise<void>;
  readonly logger: Logger;
}

/** The handler of the address to which ANAF sends browsers back. */
export function callbackHandlers(dependencies: CallbackDependencies) {
  const { callback, cookies } = dependencies;

  return {
    receiveCallback: async (request, response) => {
      // A code can be exchanged once, so prefetches must not use it up.
      if (!isNavigation(request)) return void response.sendStatus(204);
      const cookieOf = (openingId: string) => cookies.openingOf(request, openingId);
      const shown = textParameter(request, resultParameter);
      if (shown) return sendResult(dependencies, { request, response }, await callback.show(shown, cookieOf));
      const [state, code, error] = ['state', 'code', 'error'].map((name) => textParameter(request, name));
      if (!state && !code && !error) return sendNotice(dependencies, { request, response }, 404, 'not-found');
      const parameters = { state: state ?? '', code: code ? new Secret(code) : undefined, error };
      const result = await callback.receive(parameters, cookieOf);
      await sendResult(dependencies, { request, response }, result);
    },
  } satisfies Record<string, RequestHandler>;
}

async function sendResult(dependencies: CallbackDependencies, visit: Visit, result: CallbackResult): Promise<void> {
  if (!('attempt' in result)) {
    return sendNotice(dependencies, visit, result.kind === 'unknown' ? 400 : 403, result.kind);
  }
  if (result.kind === 'failed') {
    const { code, reference } = result.failure;
    dependencies.logger.warn({ code, reference, attemptId: result.attempt.id }, 'an attempt failed');
  }
  if (result.attempt.mode === 'link') return dependencies.sendLinkResult(visit, result);
  const state = await dependencies.authorizations.read(result.attempt.company.id);
  const hasActiveAuthorization = state?.authorization.status === 'active';
  const page = resultPage(contextOf(dependencies, visit), result, hasActiveAuthorization);
  sendPage(visit.response, result.kind === 'ended' ? 410 : 200, page);
}
