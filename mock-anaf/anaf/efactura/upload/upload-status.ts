import type { Engine } from '../../../engine/engine.ts';
import type { Upload } from '../../../engine/state/mock-state.ts';
import { type Facts, type HttpAnswer, xml } from '../../../wire/http/answer.ts';
import type { CompanyCall, CompanyMethod } from '../gateway/api-method.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest } from '../gateway/refusals.ts';
import { reasonOf } from '../judgement/verdict-reason.ts';
import { attribute, header } from '../xml/xml-header.ts';

/** What `stareMesaj` uses. */
export type UploadStatusParts = Pick<Engine, 'clock' | 'state' | 'limits'>;

const namespace = 'mfp:anaf:dgti:efactura:stareMesajFactura:v1';

/**
 * `GET stareMesaj`: the status of an upload. Texts documented (ANAF's page staremesaj.html), with ANAF's typos "inteorgare" and
 * "petru".
 */
export function uploadStatusMethod(parts: UploadStatusParts): CompanyMethod {
  return { method: 'GET', endpoint: 'stareMesaj', handle: (call) => handle(parts, call), refuse };
}

function handle(parts: UploadStatusParts, { request, caller, environment }: CompanyCall): HttpAnswer {
  const id = request.query.get('id_incarcare');
  if (!id) return badRequest(parts, 'Parametrul id_incarcare este obligatoriu', ['id_incarcare']);
  if (!/^\d+$/.test(id)) {
    return refuse(`Id_incarcare introdus= ${id} nu este un numar intreg`, 'id_incarcare is not a number');
  }
  if (caller.companies.length === 0) {
    return refuse('Nu exista niciun CIF petru care sa aveti drept', 'the certificate has no company');
  }
  const upload = Object.hasOwn(parts.state.uploads, id) ? parts.state.uploads[id] : undefined;
  if (upload?.environment !== environment) {
    return refuse(`Nu exista factura cu id_incarcare= ${id}`, 'nothing was uploaded under this id');
  }
  if (!caller.hasRight(upload.cif)) {
    const message = `Nu aveti dreptul de inteorgare pentru id_incarcare= ${id}`;
    return refuse(message, 'no right for the company of this upload');
  }
  const limit = parts.limits.statusesPerDay;
  if (!takeOfDay(parts.state, parts.clock.now(), `stareMesaj ${id}`, limit)) {
    const message = `S-au facut deja ${limit} descarcari de mesaj in cursul zilei`;
    return refuse(message, 'the daily limit of status requests was exceeded');
  }
  return statusOf(upload, parts.clock.now());
}

function statusOf({ id, messageId, processedAt, verdict }: Upload, now: number): HttpAnswer {
  const about = { uploadId: id };
  if (now < processedAt) return answer([attribute('stare', 'in prelucrare')], 'the upload is being processed', about);
  const attributes = [attribute('stare', verdict.stare)];
  if (messageId !== null) attributes.push(attribute('id_descarcare', messageId));
  return answer(attributes, `the upload was processed: ${reasonOf(verdict)}`, about);
}

function refuse(message: string, reason: string): HttpAnswer {
  return xml(200, header(namespace, [], message), reason);
}

function answer(attributes: readonly string[], reason: string, about: Facts): HttpAnswer {
  return xml(200, header(namespace, attributes), reason, { about });
}
