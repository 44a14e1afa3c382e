import type { Engine } from '../../../engine/engine.ts';
import {
  type Message,
  type MessageKind,
  type MockState,
  notTaken,
  type Upload,
} from '../../../engine/state/mock-state.ts';

type JudgedUpload = Omit<Upload, 'messageId'>;

/**
 * Adds the messages about a judged upload to the lists of the companies involved.
 * @param listedAt time from which the lists show them, in epoch seconds
 * @returns the id of the uploader's own message; `null` if there is none
 */
export function addUploadMessages(
  { state, switches }: Pick<Engine, 'state' | 'switches'>,
  upload: JudgedUpload,
  listedAt: number,
): string | null {
  const { environment, processedAt, verdict, standard } = upload;
  const add = (cui: string, kind: MessageKind, details: string) =>
    addMessage(state, { environment, cif: cui, uploadId: upload.id, createdAt: processedAt, listedAt, kind, details });
  if (verdict.stare === notTaken) return null;
  if (verdict.stare === 'nok') {
    // observed wording: the invoice was "primita" by ANAF
    return add(
      upload.cif,
      'ERORI FACTURA',
      `Erori de validare identificate la factura primita cu id_incarcare=${upload.id}`,
    );
  }
  const [from, to] = senderAndReceiver(upload, verdict);
  const details = detailsOf(upload, [from, to], switches.selfBilledWord);
  const isBuyerMessage = standard === 'RASP';
  // assumed: the message of an enforcement authority that uploads for a seller is in its own list; stareMesaj refers to that message
  const sender = upload.isForAnother ? upload.cif : from;
  const sent = add(sender, isBuyerMessage ? 'MESAJ CUMPARATOR TRANSMIS' : 'FACTURA TRIMISA', details);
  // observed: a company that sells to itself gets both messages
  if (state.companies.some((company) => company.cui === to)) {
    add(to, isBuyerMessage ? 'MESAJ CUMPARATOR PRIMIT' : 'FACTURA PRIMITA', details);
  }
  return sent;
}

/** An invoice goes from the seller to the buyer. A self-billed invoice and a message of the buyer go in the opposite direction. */
function senderAndReceiver(
  { standard, isSelfBilled }: JudgedUpload,
  { seller, buyer }: { readonly seller: string; readonly buyer: string },
): readonly [string, string] {
  return standard === 'RASP' || isSelfBilled ? [buyer, seller] : [seller, buyer];
}

function detailsOf(
  { id, standard, isSelfBilled }: JudgedUpload,
  [from, to]: readonly [string, string],
  selfBilled: string,
): string {
  // assumed
  if (standard === 'RASP') return `Mesaj cu id_incarcare=${id} transmis de cif=${from} pentru cif=${to}`;
  // observed
  if (isSelfBilled)
    return `Factura cu id_incarcare=${id} transmisa de cif=${from} ca ${selfBilled} in numele cif=${to}`;
  // documented
  return `Factura cu id_incarcare=${id} emisa de cif_emitent=${from} pentru cif_beneficiar=${to}`;
}

function addMessage(state: MockState, message: Omit<Message, 'id'>): string {
  const id = String(state.nextMessageId);
  state.nextMessageId += 1;
  state.messages[id] = { id, ...message };
  return id;
}
