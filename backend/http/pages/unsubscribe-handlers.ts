import type { RequestHandler } from 'express';
import type { Notifications } from '../../notifications/notifications.ts';
import { unsubscribedPage, unsubscribePage } from './unsubscribe-page.ts';
import { contextOf, type PageBasics, sendNotice, sendPage } from './visit.ts';

export interface UnsubscribeDependencies extends PageBasics {
  readonly notifications: Notifications;
}

/** Handlers of the address "do not write to me again" in invitations. */
export function unsubscribeHandlers(dependencies: UnsubscribeDependencies) {
  const { notifications } = dependencies;

  return {
    showUnsubscribe: async (request, response) => {
      const state = await notifications.readUnsubscribeToken(String(request.params.token));
      if (!state) return sendNotice(dependencies, { request, response }, 404, 'ticket-unknown');
      const context = contextOf(dependencies, { request, response });
      sendPage(response, 200, state.isSuppressed ? unsubscribedPage(context) : unsubscribePage(context));
    },

    /** Also the target of the button of mail programs (RFC 8058), which sends no cookie and no `Origin`. */
    confirmUnsubscribe: async (request, response) => {
      const isKnown = await notifications.unsubscribe(String(request.params.token));
      if (!isKnown) return sendNotice(dependencies, { request, response }, 404, 'ticket-unknown');
      sendPage(response, 200, unsubscribedPage(contextOf(dependencies, { request, response })));
    },
  } satisfies Record<string, RequestHandler>;
}
