import express, { type Express, type RequestHandler, Router } from 'express';
import type { Logger } from '../configuration/options.ts';
import { type HostDependencies, hostHandlers } from './api/host-handlers.ts';
import { type WidgetDependencies, widgetHandlers } from './api/widget-handlers.ts';
import { cors } from './middleware/cors.ts';
import { problemHandler } from './middleware/error-handler.ts';
import { HttpProblem } from './middleware/problem.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { requestLog } from './middleware/request-log.ts';
import { apiHeaders, type PageSources, pageHeaders } from './middleware/security-headers.ts';
import { type PageDependencies, pageErrorHandler, pageHandlers } from './pages/page-handlers.ts';

export interface RouteDependencies {
  readonly widget: WidgetDependencies;
  readonly host: HostDependencies;
  readonly pages: PageDependencies;
  readonly pageSources: PageSources;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly apiPerMinute: number;
  readonly pagesPerMinute: number;
  readonly trustProxy: boolean | number | string | undefined;
  readonly isReady: () => Promise<boolean>;
  readonly logger: Logger;
}

/** Larger than any valid request. */
const maxBodySize = '16kb';

/**
 * All routes of the backend. The router can be mounted in the host's app; requests for other paths are passed on to it.
 */
export function createRoutes(dependencies: RouteDependencies): Express {
  const { logger, pageSources, apiPerMinute, pagesPerMinute } = dependencies;
  const app = express().disable('x-powered-by').disable('etag');
  // Without its own setting, an Express app inherits the setting of the app that mounts it.
  if (dependencies.trustProxy !== undefined) app.set('trust proxy', dependencies.trustProxy);
  const apiChain = [
    ...apiHeaders(pageSources.isHttps),
    rateLimit('api', apiPerMinute),
    express.json({ limit: maxBodySize }),
  ];
  const pageChain = [...pageHeaders(pageSources), rateLimit('pages', pagesPerMinute)];

  app.use(requestLog(logger));
  app.use(
    '/v1',
    cors(dependencies.allowedOrigins),
    apiChain,
    widgetRoutes(dependencies.widget),
    problemHandler(logger),
  );
  app.use('/host/v1', apiChain, hostRoutes(dependencies.host), problemHandler(logger));
  app.use(['/authorize', '/callback'], pageChain);
  app.use(pageRoutes(dependencies.pages), pageErrorHandler(dependencies.pages));
  app.use(operationRoutes(dependencies.isReady), problemHandler(logger));
  return app;
}

function widgetRoutes(dependencies: WidgetDependencies): Router {
  const handle = widgetHandlers(dependencies);
  return Router()
    .use(pathRouter('/authorization', { get: handle.readAuthorization, delete: handle.disconnect }))
    .use(pathRouter('/authorization/verify', { post: handle.verify }))
    .use(pathRouter('/attempts', { post: handle.startAttempt }))
    .use(pathRouter('/attempts/:id', { get: handle.readAttempt, delete: handle.cancelAttempt }))
    .use(notFound);
}

function hostRoutes(dependencies: HostDependencies): Router {
  const handle = hostHandlers(dependencies);
  return Router()
    .use(handle.requireHostKey)
    .use(pathRouter('/sessions', { post: handle.createSession }))
    .use(pathRouter('/access-tokens', { post: handle.readAccessToken }))
    .use(notFound);
}

function pageRoutes(dependencies: PageDependencies): Router {
  const handle = pageHandlers(dependencies);
  return Router()
    .use(pathRouter('/authorize/:ticket', { get: handle.showTicket, post: handle.confirmTicket }))
    .use(pathRouter('/callback', { get: handle.receiveCallback }));
}

function operationRoutes(isReady: () => Promise<boolean>): Router {
  return Router()
    .use(pathRouter('/healthz', { get: (_request, response) => void response.json({ status: 'ok' }) }))
    .use(
      pathRouter('/readyz', {
        get: async (_request, response) => {
          const ready = await isReady();
          response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'database-unreachable' });
        },
      }),
    );
}

type Methods = Readonly<Partial<Record<'get' | 'post' | 'delete', RequestHandler>>>;

/** Routes one path. Other methods get `method-not-allowed` with the allowed ones. */
function pathRouter(path: string, methods: Methods): Router {
  const router = Router();
  const route = router.route(path);
  if (methods.get) route.get(methods.get);
  if (methods.post) route.post(methods.post);
  if (methods.delete) route.delete(methods.delete);
  const allowed = Object.keys(methods).map((method) => method.toUpperCase());
  route.all(() => {
    throw new HttpProblem('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
  });
  return router;
}

const notFound: RequestHandler = () => {
  throw new HttpProblem('not-found');
};
