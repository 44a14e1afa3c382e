import type { Environment, Message, MessageKind, MockState, Upload } from '../state/mock-state.ts';

/** Writes the messages that an upload will bring once it is processed; returns the id of the uploader's own. */
export function addMessages(state: MockState, upload: Omit<Upload, 'messageId'>): string {
  const { verdict } = upload;
  if (verdict.stare === 'nok') {
    // observed wording: the invoice was "primita" by ANAF
    const details = `Erori de validare identificate la factura primita cu id_incarcare=${upload.id}`;
    return addMessage(state, upload, upload.cif, 'ERORI FACTURA', details);
  }
  const details =
    `Factura cu id_incarcare=${upload.id} emisa de cif_emitent=${verdict.seller} ` +
    `pentru cif_beneficiar=${verdict.buyer}`;
  const sent = addMessage(state, upload, verdict.seller, 'FACTURA TRIMISA', details);
  // observed: a company that sells to itself finds both entries
  const isKnownBuyer = state.companies.some(({ cui }) => cui === verdict.buyer);
  if (isKnownBuyer) addMessage(state, upload, verdict.buyer, 'FACTURA PRIMITA', details);
  return sent;
}

const kindsByFilter: Readonly<Record<string, MessageKind | undefined>> = {
  E: 'ERORI FACTURA',
  T: 'FACTURA TRIMISA',
  P: 'FACTURA PRIMITA',
};

export const messageFilters = ['E', 'T', 'P', 'R'];

export interface MessageSearch {
  readonly environment: Environment;
  readonly cif: string;
  /** Epoch seconds, both inclusive. What is created after `until` is still being processed. */
  readonly from: number;
  readonly until: number;
  /** One of `messageFilters`; absent: every kind. */
  readonly filter: string | undefined;
}

/** Messages of one company, oldest first. */
export function findMessages(state: MockState, search: MessageSearch): readonly Message[] {
  return Object.values(state.messages).filter(
    ({ environment, cif, createdAt, kind }) =>
      environment === search.environment &&
      cif === search.cif &&
      createdAt >= search.from &&
      createdAt <= search.until &&
      (search.filter === undefined || kindsByFilter[search.filter] === kind),
  );
}

function addMessage(
  state: MockState,
  { id: uploadId, environment, processedAt }: Omit<Upload, 'messageId'>,
  cif: string,
  kind: MessageKind,
  details: string,
): string {
  const id = String(state.nextMessageId);
  state.nextMessageId += 1;
  state.messages[id] = { id, environment, cif, uploadId, createdAt: processedAt, kind, details };
  return id;
}
