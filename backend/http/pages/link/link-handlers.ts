import type { RequestHandler } from 'express';
import type { OAuthClient } from '../../../anaf/oauth-client.ts';
import type { DeadLink, LinkStart, LinkVisits } from '../../../links/link-visits.ts';
import { isFromOwnPage, textParameter } from '../page-request.ts';
import { contextOf, isNavigation, type PageBasics, redirect, sendNotice, sendPage, type Visit } from '../visit.ts';
import { declinedPage, declinePage, linkEndPage } from './decline-pages.ts';
import { landingPage } from './landing-page.ts';
import { openingParameter } from './link-addresses.ts';
import { isFromPhone } from './phone.ts';
import { type SecretAddresses, tokenOf } from './secret-address.ts';

export interface LinkPageDependencies extends PageBasics {
  readonly visits: LinkVisits;
  readonly addresses: SecretAddresses;
  readonly oauth: OAuthClient;
  readonly publicUrl: string;
  readonly publicOrigin: string;
  /** Host of ANAF's login, as the landing page names it. */
  readonly loginHost: string;
}

/** Handlers of the pages that the recipient of a link sees before ANAF. Only a form changes anything. */
export function linkPageHandlers(dependencies: LinkPageDependencies) {
  const { visits, cookies, publicOrigin } = dependencies;

  return {
    showLink: async (request, response) => {
      const visit = { request, response };
      const view = await lookUp(dependencies, visit, () => visits.view(tokenOf(visit)));
      if (view.kind !== 'open') return sendEnd(dependencies, visit, view);
      // Programs that check mails for viruses read addresses too, but do not say that they navigate.
      if (request.get('sec-fetch-mode') === 'navigate' && isNavigation(request)) await visits.markOpened(view.linkId);
      const { loginHost } = dependencies;
      const place = { address: addressOf(dependencies, visit), loginHost, isPhone: isFromPhone(request) };
      sendPage(response, 200, landingPage(contextOf(dependencies, visit), view, place));
    },

    startLink: async (request, response) => {
      const visit = { request, response };
      if (!isFromOwnPage(request, publicOrigin)) return sendNotice(dependencies, visit, 403, 'refused');
      const marker = cookies.markBrowser(request, response);
      return goToAnaf(dependencies, visit, () => visits.start(tokenOf(visit), marker));
    },

    /** Starts over with the link of an earlier opening. The browser proves that the opening was its own. */
    startAgain: async (request, response) => {
      const visit = { request, response };
      if (!isFromOwnPage(request, publicOrigin)) return sendNotice(dependencies, visit, 403, 'refused');
      const openingId = textParameter(request, openingParameter) ?? '';
      const cookieOf = (id: string) => cookies.openingOf(request, id);
      const marker = cookies.markBrowser(request, response);
      return goToAnaf(dependencies, visit, () => visits.again(openingId, cookieOf, marker));
    },

    askToDecline: async (request, response) => {
      const visit = { request, response };
      const view = await lookUp(dependencies, visit, () => visits.view(tokenOf(visit)));
      if (view.kind !== 'open') return sendEnd(dependencies, visit, view);
      sendPage(response, 200, declinePage(contextOf(dependencies, visit), view, addressOf(dependencies, visit)));
    },

    decline: async (request, response) => {
      const visit = { request, response };
      if (!isFromOwnPage(request, publicOrigin)) return sendNotice(dependencies, visit, 403, 'refused');
      const end = await lookUp(dependencies, visit, async () => ({ kind: await visits.decline(tokenOf(visit)) }));
      if (end.kind !== 'declined') return sendEnd(dependencies, visit, end);
      sendPage(response, 200, declinedPage(contextOf(dependencies, visit)));
    },
  } satisfies Record<string, RequestHandler>;
}

function lookUp<Found extends { readonly kind: string }>(
  { addresses }: LinkPageDependencies,
  visit: Visit,
  find: () => Promise<Found>,
): Promise<Found> {
  return addresses.lookUp(visit, find, ({ kind }) => kind === 'unknown');
}

/** The address of a link, as its recipient received it. */
function addressOf({ publicUrl }: LinkPageDependencies, visit: Visit): string {
  return `${publicUrl}/l/${encodeURIComponent(tokenOf(visit))}`;
}

async function goToAnaf(
  dependencies: LinkPageDependencies,
  visit: Visit,
  start: () => Promise<LinkStart>,
): Promise<void> {
  const started = await lookUp(dependencies, visit, start);
  if (started.kind !== 'opening') return sendEnd(dependencies, visit, started);
  dependencies.cookies.setOpening(visit.response, started.opening);
  redirect(visit.response, dependencies.oauth.authorizeUrl(started.opening.state));
}

function sendEnd(dependencies: LinkPageDependencies, visit: Visit, { kind }: DeadLink): void {
  sendPage(visit.response, kind === 'unknown' ? 404 : 410, linkEndPage(contextOf(dependencies, visit), kind));
}
