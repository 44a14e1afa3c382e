import type { CompanyService } from '../../authorizations/company-service.ts';
import { InvalidInputError } from '../../companies/input.ts';
import type { EFacturaClient } from '../../efactura/efactura-client.ts';
import { hostOperations } from '../description/host-operations.ts';
import { HttpProblem } from '../middleware/problem.ts';
import { fromAnaf, fromUpload } from './anaf-problems.ts';
import { checked } from './checked-handler.ts';

export interface EFacturaDependencies {
  readonly companies: CompanyService;
  readonly efactura: (companyId: string) => EFacturaClient;
}

/** Handlers for e-Factura of one company: what `efactura(companyId)` does, for hosts in any language. */
export function eFacturaHandlers({ companies, efactura }: EFacturaDependencies) {
  const clientOf = async ({ id }: { readonly id: string }) => {
    if (!(await companies.isKnown(id))) throw new HttpProblem('company-unknown');
    return efactura(id);
  };

  return {
    uploadInvoice: checked(hostOperations.uploadInvoice, async ({ path, query, body }, response) => {
      const client = await clientOf(path);
      response.status(201).json(await fromUpload(client.upload(documentIn(body), query)));
    }),

    readUpload: checked(hostOperations.readUpload, async ({ path }, response) => {
      const client = await clientOf(path);
      response.json(await fromAnaf(client.uploadStatus(path.uploadId)));
    }),

    listMessages: checked(hostOperations.listMessages, async ({ path, query: { days, filter } }, response) => {
      const client = await clientOf(path);
      const messages = await fromAnaf(client.listMessages({ days, ...(filter && { filter }) }));
      response.json({ messages });
    }),

    downloadMessage: checked(hostOperations.downloadMessage, async ({ path }, response) => {
      const client = await clientOf(path);
      const zip = await fromAnaf(client.download(path.messageId));
      response.attachment(`${path.messageId}.zip`).type('application/zip').send(Buffer.from(zip));
    }),
  };
}

/** The body parser leaves a request without a body as it was. */
function documentIn(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new InvalidInputError([{ field: '', message: 'the body must be the XML of the document' }]);
}
