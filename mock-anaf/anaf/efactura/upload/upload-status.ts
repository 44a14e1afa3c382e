import type { Upload } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type Facts, type HttpAnswer, xml } from '../../../wire/http/answer.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest, type Endpoint, type EndpointCall } from '../gateway/endpoint.ts';
import { attribute, header } from '../xml/xml-header.ts';
import { reasonOf } from './verdict-reason.ts';

// Texts documented (ANAF's page staremesaj.html): "inteorgare" and "petru" are ANAF's.
export const uploadStatus: Endpoint = { method: 'GET', name: 'stareMesaj', handle, refuse };

function handle(parts: MockParts, { request, caller, environment }: EndpointCall): HttpAnswer {
  const id = request.query.get('id_incarcare');
  if (!id) return badRequest(parts, 'Parametrul id_incarcare este obligatoriu', ['id_incarcare']);
  if (!/^\d+$/.test(id))
    return refuse(parts, `Id_incarcare introdus= ${id} nu este un numar intreg`, 'id_incarcare is no number');
  if (caller.companies.length === 0) {
    return refuse(parts, 'Nu exista niciun CIF petru care sa aveti drept', 'the certificate has no company');
  }
  const upload = Object.hasOwn(parts.state.uploads, id) ? parts.state.uploads[id] : undefined;
  if (upload?.environment !== environment) {
    return refuse(parts, `Nu exista factura cu id_incarcare= ${id}`, 'nothing was uploaded under this id');
  }
  if (!caller.hasRight(upload.cif)) {
    return refuse(
      parts,
      `Nu aveti dreptul de inteorgare pentru id_incarcare= ${id}`,
      'no right for the company of this upload',
    );
  }
  const limit = parts.limits.statusesPerDay;
  if (!takeOfDay(parts.state, parts.clock.now(), `stareMesaj ${id}`, limit)) {
    return refuse(
      parts,
      `S-au facut deja ${limit} descarcari de mesaj in cursul zilei`,
      'more questions than a day allows',
    );
  }
  return status(upload, parts.clock.now());
}

function status({ id, messageId, processedAt, verdict }: Upload, now: number): HttpAnswer {
  const about = { uploadId: id };
  if (now < processedAt) return answer([attribute('stare', 'in prelucrare')], 'the upload is being processed', about);
  const attributes = [attribute('stare', verdict.stare)];
  if (messageId !== null) attributes.push(attribute('id_descarcare', messageId));
  return answer(attributes, `the upload was processed: ${reasonOf(verdict)}`, about);
}

function refuse(_parts: MockParts, message: string, reason: string): HttpAnswer {
  return xml(200, header(namespace, [], message), reason);
}

const namespace = 'mfp:anaf:dgti:efactura:stareMesajFactura:v1';

function answer(attributes: readonly string[], reason: string, about: Facts): HttpAnswer {
  return xml(200, header(namespace, attributes), reason, { about });
}
