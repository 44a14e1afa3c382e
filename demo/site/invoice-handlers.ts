import type { Request, RequestHandler, Response } from 'express';
import { deliver, isSendable, updatedDelivery } from '../invoices/delivery.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { ublDocument } from '../invoices/ubl-document.ts';
import { invoicePage } from './pages/invoice-page.ts';
import { invoicesPage } from './pages/invoices-page.ts';
import type { PageContext } from './pages/page-context.ts';
import { spvDialog } from './pages/spv-element.ts';
import { contextOf, show } from './request-context.ts';
import type { SiteOptions } from './site-options.ts';

type InvoiceHandler = RequestHandler<{ id: string }>;

interface InvoiceHandlers {
  readonly list: RequestHandler;
  readonly read: InvoiceHandler;
  readonly readXml: InvoiceHandler;
  readonly send: InvoiceHandler;
  readonly checkDelivery: InvoiceHandler;
}

/** Handlers of the invoices that the chosen company issued. They cannot read invoices of another company. */
export function invoiceHandlers({
  backend,
  backendUrl,
  tenants,
  invoices,
  now,
}: Pick<SiteOptions, 'backend' | 'backendUrl' | 'tenants' | 'invoices' | 'now'>): InvoiceHandlers {
  const find = (request: Request<{ id: string }>) => {
    const context = contextOf(request, tenants);
    return { context, invoice: invoices.find(context.tenant.companyId, request.params.id) };
  };
  const showInvoice = (response: Response, invoice: Invoice, context: PageContext, refusal?: string): void => {
    const element = spvDialog(backendUrl, context, isSendable(invoice) ? context.texts.invoice.send : undefined);
    show(response, invoicePage(invoice, element, context, refusal), context);
  };

  return {
    list: (request, response) => {
      const context = contextOf(request, tenants);
      show(response, invoicesPage(invoices.ofCompany(context.tenant.companyId), context), context);
    },

    read: (request, response, next) => {
      const { invoice, context } = find(request);
      if (!invoice) return next();
      showInvoice(response, invoice, context);
    },

    readXml: (request, response, next) => {
      const { invoice } = find(request);
      if (!invoice) return next();
      response.attachment(`${invoice.number}.xml`).type('application/xml').send(ublDocument(invoice));
    },

    // Answers JSON to the page's script and a page to a form that was sent without JavaScript.
    send: async (request, response, next) => {
      const { invoice, context } = find(request);
      const { tenant, texts } = context;
      const wantsJson = request.accepts(['html', 'json']) === 'json';
      if (!invoice) {
        if (wantsJson) response.status(404).json({ error: texts.errors.otherCompany });
        else next();
        return;
      }
      const sent = await deliver(invoice, backend.efactura(tenant.companyId), now());
      if (sent.state === 'refused') {
        const error = sent.reason === 'refused' ? `${texts.errors.refused} ${sent.words}` : texts.errors[sent.reason];
        response.status(409);
        if (wantsJson) response.json({ error });
        else showInvoice(response, invoice, context, error);
        return;
      }
      invoices.setDelivery(tenant.companyId, invoice.id, sent.delivery);
      if (wantsJson) response.json({ state: sent.delivery.state });
      else response.redirect(303, `/facturi/${invoice.id}`);
    },

    checkDelivery: async (request, response, next) => {
      const { invoice, context } = find(request);
      if (!invoice) return next();
      const { companyId } = context.tenant;
      const delivery = await updatedDelivery(invoice.delivery, backend.efactura(companyId));
      invoices.setDelivery(companyId, invoice.id, delivery);
      response.redirect(303, `/facturi/${invoice.id}`);
    },
  };
}
