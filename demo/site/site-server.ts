import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import { contentSecurity } from './content-security.ts';
import { invoiceHandlers } from './invoice-handlers.ts';
import { errorPage } from './pages/error-page.ts';
import { integrationPage } from './pages/integration-page.ts';
import { spvPanel } from './pages/spv-element.ts';
import { receivedHandlers } from './received-handlers.ts';
import { contextOf, rememberChoice, show } from './request-context.ts';
import { createSession } from './session-handler.ts';
import type { SiteOptions } from './site-options.ts';

const assetsFolder = fileURLToPath(new URL('./assets', import.meta.url));

/** The invoicing site. Its visitor is always signed in: `Maria Pop`, who works for both firms of the account. */
export function createSite(options: SiteOptions): Express {
  const { tenants } = options;
  const app = express();
  app.disable('x-powered-by');
  if (options.mountAt) app.use(options.mountAt, options.backend.router);
  app.use(contentSecurity(options));
  app.use('/assets', express.static(assetsFolder), express.static(options.scriptsFolder));
  app.use(express.urlencoded({ extended: false, limit: '8kb' }));
  app.use(routes(options));
  app.use((request: Request, response: Response) => {
    const context = contextOf(request, tenants);
    response.status(404);
    show(response, errorPage('not-found', context), context);
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    options.reportError(error);
    if (response.headersSent) return next(error);
    const context = contextOf(request, tenants);
    response.status(500);
    show(response, errorPage('failed', context), context);
  });
  return app;
}

function routes(options: SiteOptions): Router {
  const { tenants } = options;
  const invoices = invoiceHandlers(options);
  const received = receivedHandlers(options);
  const router = express.Router();

  router.get('/', (_request, response) => response.redirect('/facturi'));
  router.get('/facturi', invoices.list);
  router.get('/facturi/:id', invoices.read);
  router.get('/facturi/:id/factura.xml', invoices.readXml);
  router.post('/facturi/:id/trimite', invoices.send);
  router.post('/facturi/:id/stare', invoices.checkDelivery);

  router.get('/primite', received.list);
  router.get('/primite/:messageId.zip', received.readArchive);

  router.get('/cont/integrari/e-factura', (request, response) => {
    const context = contextOf(request, tenants);
    const panel = spvPanel(options.backendUrl, context);
    show(response, integrationPage(panel, options.accountantName, context), context);
  });
  router.post('/api/spv-session/:companyId', createSession(options));

  router.post('/firma', (request, response) => rememberChoice(response, 'firma', request.body?.companyId));
  router.post('/limba', (request, response) => rememberChoice(response, 'limba', request.body?.lang));
  return router;
}
