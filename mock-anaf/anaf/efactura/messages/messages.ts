import {
  type Environment,
  type Message,
  type MessageKind,
  type MockState,
  notTaken,
  type Upload,
} from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';

/** Writes the messages that an upload will bring once it is processed; returns the id of the uploader's own, if it has one. */
export function addMessages(
  { state, switches }: Pick<MockParts, 'state' | 'switches'>,
  upload: Omit<Upload, 'messageId'>,
  listedAt: number,
): string | null {
  const { verdict } = upload;
  if (verdict.stare === notTaken) return null;
  if (verdict.stare === 'nok') {
    // observed wording: the invoice was "primita" by ANAF
    const details = `Erori de validare identificate la factura primita cu id_incarcare=${upload.id}`;
    return addMessage(state, upload, listedAt, upload.cif, 'ERORI FACTURA', details);
  }
  const [from, to] = partiesOf(upload, verdict.seller, verdict.buyer);
  const details = detailsOf(upload, from, to, switches.selfBilledWord);
  const isMessage = upload.standard === 'RASP';
  const sent = addMessage(
    state,
    upload,
    listedAt,
    // assumed: who sends for another finds the entry in its own list, as stareMesaj names it to be downloaded
    upload.isForAnother ? upload.cif : from,
    isMessage ? 'MESAJ CUMPARATOR TRANSMIS' : 'FACTURA TRIMISA',
    details,
  );
  // observed: a company that sells to itself finds both entries
  if (state.companies.some(({ cui }) => cui === to)) {
    addMessage(state, upload, listedAt, to, isMessage ? 'MESAJ CUMPARATOR PRIMIT' : 'FACTURA PRIMITA', details);
  }
  return sent;
}

/** Who sends and who receives: an invoice goes from seller to buyer, a self-billed one and a buyer's message the other way. */
function partiesOf(
  { standard, isSelfBilled }: Omit<Upload, 'messageId'>,
  seller: string,
  buyer: string,
): [string, string] {
  return standard === 'RASP' || isSelfBilled ? [buyer, seller] : [seller, buyer];
}

function detailsOf(
  { id, standard, isSelfBilled }: Omit<Upload, 'messageId'>,
  from: string,
  to: string,
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

const kindsByFilter: Readonly<Record<string, readonly MessageKind[]>> = {
  E: ['ERORI FACTURA'],
  T: ['FACTURA TRIMISA'],
  P: ['FACTURA PRIMITA'],
  R: ['MESAJ CUMPARATOR TRANSMIS', 'MESAJ CUMPARATOR PRIMIT'],
};

export const messageFilters = Object.keys(kindsByFilter);

export interface MessageSearch {
  readonly environment: Environment;
  readonly cif: string;
  /** Epoch seconds of creation, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** What is listed later is not found yet. */
  readonly now: number;
  /** One of `messageFilters`; absent: every kind. */
  readonly filter: string | undefined;
}

/** Messages of one company, newest first, as in the documented example. */
export function findMessages(state: MockState, search: MessageSearch): readonly Message[] {
  return Object.values(state.messages)
    .filter(
      ({ environment, cif, createdAt, listedAt, kind }) =>
        environment === search.environment &&
        cif === search.cif &&
        createdAt >= search.from &&
        createdAt <= search.until &&
        listedAt <= search.now &&
        (search.filter === undefined || kindsByFilter[search.filter]?.includes(kind)),
    )
    .sort((one, other) => other.createdAt - one.createdAt || Number(other.id) - Number(one.id));
}

function addMessage(
  state: MockState,
  { id: uploadId, environment, processedAt }: Omit<Upload, 'messageId'>,
  listedAt: number,
  cif: string,
  kind: MessageKind,
  details: string,
): string {
  const id = String(state.nextMessageId);
  state.nextMessageId += 1;
  state.messages[id] = { id, environment, cif, uploadId, createdAt: processedAt, listedAt, kind, details };
  return id;
}
