import type { RequestHandler } from 'express';
import type { OAuthClient } from '../../anaf/oauth-client.ts';
import type { Openings, TicketView } from '../../authorizing/openings.ts';
import { confirmationPage } from './confirmation-page.ts';
import { leavingPage } from './leaving-page.ts';
import { isFromOwnPage, textParameter } from './page-request.ts';
import { contextOf, isNavigation, type PageBasics, redirect, sendNotice, sendPage, type Visit } from './visit.ts';

export interface TicketDependencies extends PageBasics {
  readonly openings: Openings;
  readonly oauth: OAuthClient;
  readonly publicOrigin: string;
}

/** Parameter of the ticket's address with the proof that the attempt's page sent the browser. */
const proofParameter = 'proof';

/** Handlers of the address that starts an attempt. The pages work without JavaScript. */
export function ticketHandlers(dependencies: TicketDependencies) {
  const { openings, publicOrigin } = dependencies;

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
  } satisfies Record<string, RequestHandler>;
}

async function goToAnaf(dependencies: TicketDependencies, visit: Visit, view: TicketView): Promise<void> {
  const url = await openAnaf(dependencies, visit, view);
  if (url) redirect(visit.response, url);
}

/**
 * Leads to ANAF by a page. The policy `form-action` of the page that sent the form is checked for every redirect that
 * follows (by Chromium), also for those of ANAF, and ends with a navigation of a page.
 */
async function leaveForAnaf(dependencies: TicketDependencies, visit: Visit, view: TicketView): Promise<void> {
  const url = await openAnaf(dependencies, visit, view);
  if (!url) return;
  visit.response.set('Refresh', `0;url=${url}`);
  sendPage(visit.response, 200, leavingPage(contextOf(dependencies, visit)));
}

/** Creates the opening and sets its cookie. Answers the request, and returns nothing, when the attempt is over. */
async function openAnaf(dependencies: TicketDependencies, visit: Visit, view: TicketView): Promise<string | undefined> {
  const { openings, cookies, oauth } = dependencies;
  const opening = await openings.open(view.attempt.id, cookies.markBrowser(visit.request, visit.response));
  if (!opening) return void sendEnded(dependencies, visit, { ...view, hasEnded: true });
  cookies.setOpening(visit.response, opening);
  return oauth.authorizeUrl(opening.state);
}

async function sendConfirmation(dependencies: TicketDependencies, visit: Visit, view: TicketView): Promise<void> {
  const { request, response } = visit;
  if (request.get('sec-fetch-mode') === 'navigate' && isNavigation(request))
    await dependencies.openings.markShown(view.attempt.id);
  sendPage(response, 200, confirmationPage(contextOf(dependencies, visit), view));
}

function sendEnded(basics: PageBasics, visit: Visit, view: TicketView | undefined): void {
  const notice = !view ? 'ticket-unknown' : view.attempt.state === 'succeeded' ? 'already-done' : 'ended';
  sendNotice(basics, visit, view ? 410 : 404, notice);
}
