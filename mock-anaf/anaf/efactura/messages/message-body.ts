import type { Message } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { compactTime } from './romanian-time.ts';

/** Documented: 500 entries. */
export const pageSize = 500;

/** One entry of a list, every value a string. Observed: cif_emitent and cif_beneficiar of ANAF's document are never sent. */
export function messageBody({ createdAt, cif, uploadId, details, kind, id }: Message): object {
  return { data_creare: compactTime(createdAt), cif, id_solicitare: uploadId, detalii: details, tip: kind, id };
}

/** A refusal of a list or a download. Its keys were seen in both orders, `titlu` first on another service of ANAF. */
export function refusalBody({ switches }: MockParts, eroare: string, titlu: string): object {
  return switches.refusalKeyOrder === 'titlu eroare' ? { titlu, eroare } : { eroare, titlu };
}

/** What a list with messages says of errors. Told by one client: `"eroare": null`; by default nothing. */
export function emptyError({ switches }: MockParts): object {
  return switches.emptyListError === 'null' ? { eroare: null } : {};
}
