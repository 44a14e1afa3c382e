import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Application } from 'spv-authorize/contract';
import type { OAuthClient } from '../../anaf/oauth-client.ts';
import type { AuthorizationService } from '../../authorizations/authorization-service.ts';
import type { Callback, CallbackResult } from '../../authorizing/callback.ts';
import type { Openings, TicketView } from '../../authorizing/openings.ts';
import type { Logger } from '../../configuration/options.ts';
import { Secret } from '../../vault/secret.ts';
import { logTrouble, toProblem } from '../middleware/error-handler.ts';
import { referenceOf } from '../middleware/request-log.ts';
import { confirmationPage } from './confirmation-page.ts';
import type { PageCookies } from './cookies.ts';
import { leavingPage } from './leaving-page.ts';
import { noticePage } from './notice-page.ts';
import { pageContext } from './page.ts';
import { isFromOwnPage, preferredLocale, textParameter } from './page-request.ts';
import type { Notice } from './page-text.ts';
import { resultPage } from './result-page.ts';
import { resultParameter } from './result-script.ts';

export interface PageDependencies {
  readonly openings: Openings;
  readonly callback: Callback;
  readonly authorizations: AuthorizationService;
  readonly oauth: OAuthClient;
  readonly cookies: PageCookies;
  readonly application: Application;
  readonly publicOrigin: string;
  readonly logger: Logger;
}

/** One request and its answer. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
}

/** Parameter of the ticket's address with the proof that the attempt's page sent the browser. */
const proofParameter = 'proof';

/** Handlers of the pages that people see. Every page works without JavaScript. */
export function pageHandlers(dependencies: PageDependencies) {
  const { openings, callback, cookies, publicOrigin } = dependencies;

  return {
    /**
     * Shows who asks, because anybody can place a link anywhere, also on the page that started the attempt. Leads to
     * ANAF only with the proof of `confirmTicket`.
     */
    showTicket: async (request, response) => {
      const visit = { request, response };
      const view = await openings.view(String(request.params.ticket));
      if (!view || view.hasEnded) return sendEnded(dependencies, visit, view);
      const proof = textParameter(request, proofParameter);
      if (proof && isNavigation(request) && (await openings.takeProof(view.attempt.id, proof)))
        return leaveForAnaf(dependencies, visit, view);
      return sendConfirmation(dependencies, visit, view);
    },

    /**
     * The form of the page that started the attempt, or of the confirmation page. The former carries no cookies when
     * it comes from another site, so it is redirected to an address of our own, whose handler reads them.
     */
    confirmTicket: async (request, response) => {
      const visit = { request, response };
      const view = await openings.view(String(request.params.ticket));
      if (!view || view.hasEnded) return sendEnded(dependencies, visit, view);
      if (request.get('origin') === view.attempt.origin) {
        const proof = await openings.prove(view.attempt.id);
        return redirect(response, `?${proofParameter}=${proof.reveal()}`);
      }
      if (isFromOwnPage(request, publicOrigin)) return goToAnaf(dependencies, visit, view);
      return sendConfirmation(dependencies, visit, view);
    },

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

/** Answers an error of the pages with a page. */
export function pageErrorHandler(dependencies: Pick<PageDependencies, 'application' | 'logger'>): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = toProblem(error);
    logTrouble(dependencies.logger, problem, response);
    response.set(problem.headers);
    const notice = problem.status === 429 ? 'busy' : problem.status >= 500 ? 'failed' : 'not-found';
    sendNotice(dependencies, { request, response }, problem.status, notice);
  };
}

type LeavingDependencies = Pick<PageDependencies, 'openings' | 'cookies' | 'oauth' | 'application'>;

async function goToAnaf(dependencies: LeavingDependencies, visit: Visit, view: TicketView): Promise<void> {
  const url = await openAnaf(dependencies, visit, view);
  if (url) redirect(visit.response, url);
}

/**
 * Leads to ANAF by a page. The policy `form-action` of the page that sent the form is checked for every redirect that
 * follows (by Chromium), also for those of ANAF, and ends with a navigation of a page.
 */
async function leaveForAnaf(dependencies: LeavingDependencies, visit: Visit, view: TicketView): Promise<void> {
  const url = await openAnaf(dependencies, visit, view);
  if (!url) return;
  visit.response.set('Refresh', `0;url=${url}`);
  sendPage(visit.response, 200, leavingPage(contextOf(dependencies, visit)));
}

/** Creates the opening and sets its cookie. Answers the request, and returns nothing, when the attempt is over. */
async function openAnaf(
  dependencies: LeavingDependencies,
  visit: Visit,
  view: TicketView,
): Promise<string | undefined> {
  const { openings, cookies, oauth } = dependencies;
  const opening = await openings.open(view.attempt.id, cookies.markBrowser(visit.request, visit.response));
  if (!opening) return void sendEnded(dependencies, visit, { ...view, hasEnded: true });
  cookies.setOpening(visit.response, opening);
  return oauth.authorizeUrl(opening.state);
}

async function sendConfirmation(
  dependencies: Pick<PageDependencies, 'openings' | 'application'>,
  visit: Visit,
  view: TicketView,
): Promise<void> {
  const { request, response } = visit;
  if (request.get('sec-fetch-mode') === 'navigate' && isNavigation(request))
    await dependencies.openings.markShown(view.attempt.id);
  sendPage(response, 200, confirmationPage(contextOf(dependencies, visit), view));
}

/** Express's `redirect` would write the address, which contains a secret, into the body. */
function redirect(response: Response, url: string): void {
  response.status(303).set('Location', url).end();
}

async function sendResult(
  dependencies: Pick<PageDependencies, 'authorizations' | 'logger' | 'application'>,
  visit: Visit,
  result: CallbackResult,
): Promise<void> {
  if (!('attempt' in result)) {
    return sendNotice(dependencies, visit, result.kind === 'unknown' ? 400 : 403, result.kind);
  }
  if (result.kind === 'failed') {
    const { code, reference } = result.failure;
    dependencies.logger.warn({ code, reference, attemptId: result.attempt.id }, 'an attempt failed');
  }
  const state = await dependencies.authorizations.read(result.attempt.company.id);
  const hasActiveAuthorization = state?.authorization.status === 'active';
  const page = resultPage(contextOf(dependencies, visit), result, hasActiveAuthorization);
  sendPage(visit.response, result.kind === 'ended' ? 410 : 200, page);
}

function sendEnded(
  dependencies: Pick<PageDependencies, 'application'>,
  visit: Visit,
  view: TicketView | undefined,
): void {
  const notice = !view ? 'ticket-unknown' : view.attempt.state === 'succeeded' ? 'already-done' : 'ended';
  sendNotice(dependencies, visit, view ? 410 : 404, notice);
}

/** Answers with a page about an exception. */
export function sendNotice(
  dependencies: Pick<PageDependencies, 'application'>,
  visit: Visit,
  status: number,
  notice: Notice,
): void {
  const reference = notice === 'failed' ? referenceOf(visit.response) : undefined;
  sendPage(visit.response, status, noticePage(contextOf(dependencies, visit), notice, reference));
}

/** Answers with a page. */
export function sendPage(response: Response, status: number, page: string): void {
  response.status(status).type('html').send(page);
}

/** Language of a page: English for a browser that prefers it, otherwise Romanian. */
export function contextOf({ application }: Pick<PageDependencies, 'application'>, { request, response }: Visit) {
  const locale = preferredLocale(request);
  response.vary('Accept-Language').set('Content-Language', locale);
  return pageContext(locale, application);
}

/** Whether a person follows the address; `HEAD` and prefetches do not count. */
function isNavigation(request: Request): boolean {
  return request.method !== 'HEAD' && request.get('sec-purpose') === undefined && request.get('purpose') === undefined;
}
