import type { Message } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { bytes, type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest, type Endpoint, type EndpointCall } from '../gateway/endpoint.ts';
import { archiveOf } from './archive.ts';
import { refusalBody } from './message-body.ts';

const availableSeconds = 60 * 86_400;

// Texts documented (ANAF's page descarcare.html); the one about 60 days was seen live on 2026-07-30.
export const download: Endpoint = { method: 'GET', name: 'descarcare', handle, refuse };

function handle(parts: MockParts, call: EndpointCall): HttpAnswer {
  const id = call.request.query.get('id');
  if (!id) return badRequest(parts, 'Parametrul id este obligatoriu', ['id']);
  if (!/^\d+$/.test(id))
    return refuse(parts, `Id descarcare introdus= ${id} nu este un numar intreg`, 'id is no number');

  const now = parts.clock.now();
  const message = Object.hasOwn(parts.state.messages, id) ? parts.state.messages[id] : undefined;
  if (message?.environment !== call.environment || message.createdAt > now) {
    return refuse(parts, `Pentru id=${id} nu exista inregistrata nici o factura`, 'there is no message with this id');
  }
  if (!call.caller.hasRight(message.cif)) {
    return refuse(parts, 'Nu aveti dreptul sa descarcati acesta factura', 'no right for the company of this message');
  }
  // observed: 60 days. Assumed: from `data_creare`
  if (now - message.createdAt > availableSeconds) {
    const text = 'Fisierul nu mai poate fi descarcat pentru ca a trecut perioada de 60 de zile in care este disponibil';
    return refuse(parts, text, 'the message is older than 60 days');
  }
  const limit = parts.limits.downloadsPerDay;
  if (!takeOfDay(parts.state, now, `descarcare ${id}`, limit)) {
    return refuse(
      parts,
      `S-au facut deja ${limit} descarcari de mesaj in cursul zilei`,
      'more downloads than a day allows',
    );
  }
  return archive(parts, message);
}

function archive(parts: MockParts, { uploadId, id, cif }: Message): HttpAnswer {
  const upload = parts.state.uploads[uploadId];
  if (!upload) throw new Error(`message ${id} has no upload`);
  const body = archiveOf(upload, parts.state.keys);
  parts.events.emit('message-downloaded', { messageId: id, uploadId, cif });
  return bytes(200, 'application/zip', body, 'the archive was downloaded', {
    headers: { 'Content-Disposition': `attachment; filename="${uploadId}.zip"` },
    about: { uploadId, messageId: id },
  });
}

// observed: the same body comes as application/json or as text/plain
function refuse(parts: MockParts, message: string, reason: string): HttpAnswer {
  const headers = { 'Content-Type': parts.switches.downloadErrorType };
  return json(200, refusalBody(parts, message, 'Descarcare mesaj'), reason, { headers });
}
