import type { Engine } from '../../../engine/engine.ts';
import type { Message } from '../../../engine/state/mock-state.ts';
import { bytes, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { CompanyCall, CompanyMethod } from '../gateway/api-method.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest } from '../gateway/refusals.ts';
import { archiveOf } from './archive.ts';
import { refusalBody } from './list-body.ts';

/** What `descarcare` uses. */
export type DownloadParts = Pick<Engine, 'clock' | 'state' | 'limits' | 'switches' | 'events'>;

const availableSeconds = 60 * 86_400;

/**
 * `GET descarcare`: the archive of one message. Texts documented (ANAF's page descarcare.html); the one about 60 days was observed on
 * 2026-07-30.
 */
export function downloadMethod(parts: DownloadParts): CompanyMethod {
  return {
    method: 'GET',
    endpoint: 'descarcare',
    handle: (call) => handle(parts, call),
    refuse: (message, reason) => refuse(parts, message, reason),
  };
}

function handle(parts: DownloadParts, { request, caller, environment }: CompanyCall): HttpAnswer {
  const id = request.query.get('id');
  if (!id) return badRequest(parts, 'Parametrul id este obligatoriu', ['id']);
  if (!/^\d+$/.test(id)) {
    return refuse(parts, `Id descarcare introdus= ${id} nu este un numar intreg`, 'id is not a number');
  }
  const now = parts.clock.now();
  const message = Object.hasOwn(parts.state.messages, id) ? parts.state.messages[id] : undefined;
  if (message?.environment !== environment || message.createdAt > now) {
    return refuse(parts, `Pentru id=${id} nu exista inregistrata nici o factura`, 'there is no message with this id');
  }
  if (!caller.hasRight(message.cif)) {
    return refuse(parts, 'Nu aveti dreptul sa descarcati acesta factura', 'no right for the company of this message');
  }
  // observed: 60 days; assumed: counted from `data_creare`
  if (now - message.createdAt > availableSeconds) {
    const text = 'Fisierul nu mai poate fi descarcat pentru ca a trecut perioada de 60 de zile in care este disponibil';
    return refuse(parts, text, 'the message is older than 60 days');
  }
  const limit = parts.limits.downloadsPerDay;
  if (!takeOfDay(parts.state, now, `descarcare ${id}`, limit)) {
    const text = `S-au facut deja ${limit} descarcari de mesaj in cursul zilei`;
    return refuse(parts, text, 'the daily limit of downloads was exceeded');
  }
  return archive(parts, message);
}

function archive({ state, events }: DownloadParts, { uploadId, id, cif }: Message): HttpAnswer {
  const upload = state.uploads[uploadId];
  if (!upload) throw new Error(`message ${id} has no upload`);
  const body = archiveOf(upload, state.keys);
  events.emit('message-downloaded', { messageId: id, uploadId, cif });
  return bytes(200, { type: 'application/zip', body }, 'the archive was downloaded', {
    headers: { 'Content-Disposition': `attachment; filename="${uploadId}.zip"` },
    about: { uploadId, messageId: id },
  });
}

// observed: the same body is sent as application/json or as text/plain
function refuse(parts: DownloadParts, message: string, reason: string): HttpAnswer {
  const headers = { 'Content-Type': parts.switches.downloadErrorType };
  return json(200, refusalBody(parts, message, 'Descarcare mesaj'), reason, { headers });
}
