import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import type { SpvBackend } from 'spv-authorize-backend';
import { deliver, deliveryAfter, isSendable } from '../invoices/delivery.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { InvoiceStore } from '../invoices/invoice-store.ts';
import { receivedArchive, receivedInvoices } from '../invoices/received-invoices.ts';
import type { Tenant } from '../invoices/seed.ts';
import { ublDocument } from '../invoices/ubl-document.ts';
import { errorPage } from './pages/error-page.ts';
import { integrationPage } from './pages/integration-page.ts';
import { invoicePage } from './pages/invoice-page.ts';
import { invoicesPage } from './pages/invoices-page.ts';
import { layout, type Page } from './pages/layout.ts';
import { formatFor, languages, type PageContext } from './pages/page-context.ts';
import { readCookie } from './pages/preferences.ts';
import { receivedPage } from './pages/received-page.ts';
import { spvDialog, spvPanel } from './pages/spv-element.ts';

export interface SiteOptions {
  readonly backend: SpvBackend;
  /** Where browsers reach the backend's router; may be a path of this site. */
  readonly backendUrl: string;
  /** Mounts the backend's router at this path of the site: site and backend of one origin. */
  readonly mountAt?: string;
  /** This site's own origin. */
  readonly origin: string;
  readonly tenants: readonly Tenant[];
  readonly invoices: InvoiceStore;
  /** Folder with the built scripts of the pages. */
  readonly scriptsFolder: string;
  /** Told what a request failed of; the person sees a page without it. */
  readonly reportError: (...details: unknown[]) => void;
  /** Epoch seconds. */
  readonly now: () => number;
}

const assetsFolder = fileURLToPath(new URL('./assets', import.meta.url));

/** The invoicing site. The person who looks is always signed in: `Maria Pop`, of both firms. */
export function createSite(options: SiteOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  if (options.mountAt) app.use(options.mountAt, options.backend.router);
  app.use(contentSecurity(options));
  app.use('/assets', express.static(assetsFolder), express.static(options.scriptsFolder));
  app.use(express.urlencoded({ extended: false, limit: '8kb' }));
  app.use(pages(options));
  app.use((request: Request, response: Response) => {
    response.status(404);
    show(response, errorPage('not-found', contextOf(request, options)), contextOf(request, options));
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    options.reportError(error);
    if (response.headersSent) return next(error);
    response.status(500);
    show(response, errorPage('failed', contextOf(request, options)), contextOf(request, options));
  });
  return app;
}

function pages(options: SiteOptions): Router {
  const { invoices, backend } = options;
  const router = express.Router();
  const spvOf = (invoice: Invoice, context: PageContext) =>
    spvDialog(options.backendUrl, context, isSendable(invoice) ? context.texts.invoice.send : undefined);

  router.get('/', (_request, response) => response.redirect('/facturi'));

  router.get('/facturi', (request, response) => {
    const context = contextOf(request, options);
    show(response, invoicesPage(invoices.ofCompany(context.tenant.companyId), context), context);
  });

  router.get('/facturi/:id', (request, response, next) => {
    const context = contextOf(request, options);
    const invoice = invoices.find(context.tenant.companyId, request.params.id);
    if (!invoice) return next();
    show(response, invoicePage(invoice, spvOf(invoice, context), context), context);
  });

  router.get('/facturi/:id/factura.xml', (request, response, next) => {
    const invoice = invoices.find(contextOf(request, options).tenant.companyId, request.params.id);
    if (!invoice) return next();
    response.attachment(`${invoice.number}.xml`).type('application/xml').send(ublDocument(invoice));
  });

  router.post('/facturi/:id/trimite', async (request, response, next) => {
    const context = contextOf(request, options);
    const { tenant, texts } = context;
    const wantsJson = request.accepts(['html', 'json']) === 'json';
    const invoice = invoices.find(tenant.companyId, request.params.id);
    if (!invoice) {
      if (wantsJson) response.status(404).json({ error: texts.errors.otherCompany });
      else next();
      return;
    }
    const sent = await deliver(invoice, backend.efactura(tenant.companyId), options.now());
    if (sent.state === 'refused') {
      const error = sent.reason === 'refused' ? `${texts.errors.refused} ${sent.words}` : texts.errors[sent.reason];
      response.status(409);
      if (wantsJson) response.json({ error });
      else show(response, invoicePage(invoice, spvOf(invoice, context), context, error), context);
      return;
    }
    invoices.setDelivery(tenant.companyId, invoice.id, sent.delivery);
    if (wantsJson) response.json({ state: sent.delivery.state });
    else response.redirect(303, `/facturi/${invoice.id}`);
  });

  router.post('/facturi/:id/stare', async (request, response, next) => {
    const { tenant } = contextOf(request, options);
    const invoice = invoices.find(tenant.companyId, request.params.id);
    if (!invoice) return next();
    const delivery = await deliveryAfter(invoice.delivery, backend.efactura(tenant.companyId));
    invoices.setDelivery(tenant.companyId, invoice.id, delivery);
    response.redirect(303, `/facturi/${invoice.id}`);
  });

  router.get('/primite', async (request, response) => {
    const context = contextOf(request, options);
    const list = await receivedInvoices(backend.efactura(context.tenant.companyId));
    show(response, receivedPage(list, context), context);
  });

  router.get('/primite/:messageId.zip', async (request, response, next) => {
    const context = contextOf(request, options);
    const { messageId } = request.params;
    const fetched = await receivedArchive(backend.efactura(context.tenant.companyId), messageId);
    if (fetched.state === 'unknown') return next();
    if (fetched.state === 'refused') {
      response.status(fetched.reason === 'unavailable' ? 503 : 409);
      show(response, receivedPage(fetched, context), context);
      return;
    }
    response.attachment(`efactura-${messageId}.zip`).type('application/zip').send(Buffer.from(fetched.archive));
  });

  router.get('/cont/integrari/e-factura', (request, response) => {
    const context = contextOf(request, options);
    show(response, integrationPage(spvPanel(options.backendUrl, context), context), context);
  });

  router.post('/api/spv-session/:companyId', async (request, response, next) => {
    // The account's own firms, and no other.
    const tenant = options.tenants.find(({ companyId }) => companyId === request.params.companyId);
    if (!tenant) return next();
    const session = await backend.sessions.create({
      companyId: tenant.companyId,
      companyName: tenant.party.name,
      taxId: tenant.party.taxId,
      userId: 'maria.pop',
      userName: 'Maria Pop',
      permissions: ['view', 'authorize', 'disconnect'],
      origin: options.origin,
    });
    response.set('Cache-Control', 'no-store').json(session);
  });

  router.post('/firma', (request, response) => remember(response, 'firma', request.body?.companyId));
  router.post('/limba', (request, response) => remember(response, 'limba', request.body?.lang));
  return router;
}

function contextOf(request: Request, { tenants }: SiteOptions): PageContext {
  const chosen = readCookie(request, 'firma');
  const tenant = tenants.find(({ companyId }) => companyId === chosen) ?? tenants[0];
  if (!tenant) throw new TypeError('"tenants" must name at least one company');
  const lang = readCookie(request, 'limba') === 'en' ? 'en' : 'ro';
  return { tenant, tenants, texts: languages[lang], format: formatFor(lang) };
}

/** Keeps a choice for the browser's session and shows the same kind of page again. */
function remember(response: Response, name: 'firma' | 'limba', value: unknown): void {
  if (typeof value === 'string') response.cookie(name, value, { sameSite: 'lax', httpOnly: true });
  const cameFrom = response.req.get('Referer');
  const path = cameFrom && URL.canParse(cameFrom) ? new URL(cameFrom).pathname : '/facturi';
  // An invoice belongs to one firm; after switching, the list is what the person can see.
  response.redirect(303, name === 'firma' && path.startsWith('/facturi/') ? '/facturi' : path);
}

function show(response: Response, page: Page, context: PageContext): void {
  response.type('html').set('Cache-Control', 'no-store').send(layout(page, context).toString());
}

/** As strict as a careful host's: whoever embeds the element needs nothing inline and no other origin but the backend. */
function contentSecurity({ backendUrl, origin }: SiteOptions) {
  const backendOrigin = new URL(backendUrl, origin).origin;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${backendOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.set({ 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' });
    next();
  };
}
