import { compactTime } from '../../../engine/clock/romanian-time.ts';
import type { Engine } from '../../../engine/engine.ts';
import type { Message } from '../../../engine/state/mock-state.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { type Caller, serialWithoutColons } from '../gateway/caller.ts';

/** Maximum number of entries in one answer of a list. Documented: 500. */
export const pageSize = 500;

/** What the body of a list contains besides its entries. */
export interface ListSubject {
  readonly caller: Caller;
  readonly cui: string;
  readonly title: string;
}

/**
 * The fields at the end of both lists. Assumed: `cui` is the requested company, as in ANAF's examples.
 */
export function listEnd({ caller, cui, title }: ListSubject): object {
  return { serial: serialWithoutColons(caller), cui, titlu: title };
}

/** One entry of a list; all values are strings. Observed: `cif_emitent` and `cif_beneficiar`, which ANAF documents, are never sent. */
export function messageBody({ createdAt, cif, uploadId, details, kind, id }: Message): object {
  return { data_creare: compactTime(createdAt), cif, id_solicitare: uploadId, detalii: details, tip: kind, id };
}

/** The body of a refused list or download. Observed: both orders of its keys, with `titlu` first at another service of ANAF. */
export function refusalBody({ switches }: Pick<Engine, 'switches'>, eroare: string, titlu: string): object {
  return switches.refusalKeyOrder === 'titlu eroare' ? { titlu, eroare } : { eroare, titlu };
}

/** The answer of a list that is refused or empty. */
export function refuseList(parts: Pick<Engine, 'switches'>, message: string, reason: string): HttpAnswer {
  return json(200, refusalBody(parts, message, 'Lista Mesaje'), reason);
}

/** The refusal of a list over its daily limit. Text documented, for both lists. */
export function listLimitText(limit: number): string {
  return `S-au facut deja ${limit} interogari de lista mesaje de catre utilizator in cursul zilei`;
}

/** The `eroare` of a list that has messages. One client reports `null`; by default the field is absent. */
export function emptyError({ switches }: Pick<Engine, 'switches'>): object {
  return switches.emptyListError === 'null' ? { eroare: null } : {};
}
