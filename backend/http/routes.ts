import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from '../configuration/options.ts';
import type { HostKey } from '../sessions/host-keys.ts';
import { type HostDependencies, hostHandlers } from './api/host-handlers.ts';
import { type LinkDependencies, linkHandlers } from './api/link-handlers.ts';
import { monitoringHandlers } from './api/monitoring-handlers.ts';
import { type WidgetDependencies, widgetHandlers } from './api/widget-handlers.ts';
import { browserOperations } from './description/browser-operations.ts';
import { faces } from './description/faces.ts';
import { helpOperations } from './description/help-operations.ts';
import { hostOperations } from './description/host-operations.ts';
import { linkOperations } from './description/link-operations.ts';
import { linkPageOperations } from './description/link-page-operations.ts';
import { monitoringOperations } from './description/monitoring-operations.ts';
import { widgetOperations } from './description/widget-operations.ts';
import { cors } from './middleware/cors.ts';
import { problemHandler } from './middleware/error-handler.ts';
import { requireHostKey } from './middleware/host-key.ts';
import type { Metrics } from './middleware/metrics.ts';
import { HttpProblem } from './middleware/problem.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { requestLog } from './middleware/request-log.ts';
import { apiHeaders, type PageSources, pageHeaders } from './middleware/security-headers.ts';
import { operationRoutes, routeNames } from './operation-routes.ts';
import { type CallbackDependencies, callbackHandlers } from './pages/callback-handlers.ts';
import { type HelpChainDependencies, helpChain, helpPaths } from './pages/help/help-chain.ts';
import { helpErrorHandler, helpHandlers } from './pages/help/help-handlers.ts';
import { type LinkPageDependencies, linkPageHandlers } from './pages/link/link-handlers.ts';
import { type LinkResultDependencies, sendLinkResult } from './pages/link/link-result.ts';
import { type ReceiptDependencies, receiptHandlers } from './pages/link/receipt-handlers.ts';
import { type WithdrawalDependencies, withdrawalHandlers } from './pages/link/withdrawal-handlers.ts';
import { pageErrorHandler } from './pages/page-error-handler.ts';
import { type TicketDependencies, ticketHandlers } from './pages/ticket-handlers.ts';
import { type UnsubscribeDependencies, unsubscribeHandlers } from './pages/unsubscribe-handlers.ts';

/** What the pages outside the help need. */
type PageDependencies = TicketDependencies &
  Omit<CallbackDependencies, 'sendLinkResult'> &
  UnsubscribeDependencies &
  LinkPageDependencies &
  LinkResultDependencies &
  ReceiptDependencies &
  WithdrawalDependencies;

export interface RouteDependencies {
  readonly widget: WidgetDependencies;
  readonly links: LinkDependencies;
  readonly host: HostDependencies;
  readonly pages: PageDependencies;
  readonly help: HelpChainDependencies;
  readonly pageSources: PageSources;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly apiPerMinute: number;
  readonly pagesPerMinute: number;
  readonly hostKeys: readonly HostKey[];
  /** Where the paths of the routes begin for callers. */
  readonly publicUrl: string;
  readonly trustProxy: boolean | number | string | undefined;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  readonly metricsTokenHash: string | undefined;
  readonly logger: Logger;
}

/**
 * All routes of the backend. The router can be mounted in the host's app; requests for other paths are passed on to it.
 */
export function createRoutes(dependencies: RouteDependencies): Express {
  const { logger, pageSources, apiPerMinute, pagesPerMinute } = dependencies;
  const app = express().disable('x-powered-by').disable('etag');
  // Without its own setting, an Express app inherits the setting of the app that mounts it.
  if (dependencies.trustProxy !== undefined) app.set('trust proxy', dependencies.trustProxy);
  const apiChain = [...apiHeaders(pageSources.isHttps), rateLimit('api', apiPerMinute)];
  const pageChain = [...pageHeaders(pageSources), rateLimit('pages', pagesPerMinute)];

  app.use(requestLog(logger), dependencies.metrics.countRequests(routeNames(faces.map((face) => face.operations))));

  app.use('/v1', cors(dependencies.allowedOrigins), apiChain);
  app.use(operationRoutes(widgetOperations, widgetHandlers(dependencies.widget)));
  app.use(operationRoutes(linkOperations, linkHandlers(dependencies.links)));
  app.use('/v1', notFound, problemHandler(logger));

  app.use('/host/v1', apiChain, requireHostKey(dependencies.hostKeys));
  app.use(operationRoutes(hostOperations, hostHandlers(dependencies.host)));
  app.use('/host/v1', notFound, problemHandler(logger));

  app.use(['/authorize', '/callback', '/unsubscribe', '/l', '/w', '/receipt'], pageChain);
  app.use(
    operationRoutes(browserOperations, browserHandlers(dependencies.pages)),
    operationRoutes(linkPageOperations, {
      ...linkPageHandlers(dependencies.pages),
      ...receiptHandlers(dependencies.pages),
      ...withdrawalHandlers(dependencies.pages),
    }),
    pageErrorHandler(dependencies.pages),
  );

  app.use(helpPaths, helpChain(dependencies.help));
  app.use(
    operationRoutes(helpOperations, helpHandlers(dependencies.help)),
    helpErrorHandler(dependencies.help),
    pageErrorHandler(dependencies.pages),
  );

  app.use(['/healthz', '/readyz', '/openapi.json'], apiHeaders(pageSources.isHttps));
  app.use(operationRoutes(monitoringOperations, monitoringHandlers(dependencies)), problemHandler(logger));
  return app;
}

function browserHandlers(dependencies: PageDependencies) {
  const sendResult: CallbackDependencies['sendLinkResult'] = (visit, result) =>
    sendLinkResult(dependencies, visit, result);
  return {
    ...ticketHandlers(dependencies),
    ...callbackHandlers({ ...dependencies, sendLinkResult: sendResult }),
    ...unsubscribeHandlers(dependencies),
  };
}

const notFound: RequestHandler = () => {
  throw new HttpProblem('not-found');
};
