import type { RequestHandler } from 'express';
import { receivedArchive, receivedInvoices } from '../invoices/received-invoices.ts';
import { receivedPage } from './pages/received-page.ts';
import { contextOf, show } from './request-context.ts';
import type { SiteOptions } from './site-options.ts';

interface ReceivedHandlers {
  readonly list: RequestHandler;
  readonly readArchive: RequestHandler<{ messageId: string }>;
}

/** Handlers of the invoices that the chosen company received. Each request asks ANAF. */
export function receivedHandlers({ backend, tenants }: Pick<SiteOptions, 'backend' | 'tenants'>): ReceivedHandlers {
  return {
    list: async (request, response) => {
      const context = contextOf(request, tenants);
      const list = await receivedInvoices(backend.efactura(context.tenant.companyId));
      show(response, receivedPage(list, context), context);
    },

    readArchive: async (request, response, next) => {
      const context = contextOf(request, tenants);
      const { messageId } = request.params;
      const fetched = await receivedArchive(backend.efactura(context.tenant.companyId), messageId);
      if (fetched.state === 'unknown') return next();
      if (fetched.state === 'refused') {
        response.status(fetched.reason === 'unavailable' ? 503 : 409);
        show(response, receivedPage(fetched, context), context);
        return;
      }
      response.attachment(`efactura-${messageId}.zip`).type('application/zip').send(Buffer.from(fetched.archive));
    },
  };
}
