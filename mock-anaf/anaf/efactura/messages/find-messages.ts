import type { Environment, Message, MessageKind, MockState } from '../../../engine/state/mock-state.ts';

const kindsByFilter: Readonly<Record<string, readonly MessageKind[]>> = {
  E: ['ERORI FACTURA'],
  T: ['FACTURA TRIMISA'],
  P: ['FACTURA PRIMITA'],
  R: ['MESAJ CUMPARATOR TRANSMIS', 'MESAJ CUMPARATOR PRIMIT'],
};

/** The filter (`filtru`) in the query of a list; `undefined`: every kind of message. */
export function filterIn(query: URLSearchParams): string | undefined {
  return query.get('filtru') || undefined;
}

/** ANAF's refusal of a filter; `undefined` if it is valid. Text documented, for both lists. */
export function filterRefusal(filter: string | undefined): string | undefined {
  if (filter === undefined || Object.hasOwn(kindsByFilter, filter)) return undefined;
  return 'Valorile acceptate pentru parametrul filtru sunt E, T, P sau R';
}

/** Which messages to find. */
export interface MessageSearch {
  readonly environment: Environment;
  /** The company whose list is searched. */
  readonly cui: string;
  /** Earliest time of creation, in epoch seconds, inclusive. */
  readonly from: number;
  /** Latest time of creation, inclusive. */
  readonly until: number;
  /** Messages whose `listedAt` is after this time are not found yet. */
  readonly now: number;
  /** As `filterIn` reads it. */
  readonly filter: string | undefined;
}

/** Messages of one company, newest first, as in the documented example. */
export function findMessages(state: MockState, search: MessageSearch): readonly Message[] {
  return Object.values(state.messages)
    .filter(
      ({ environment, cif, createdAt, listedAt, kind }) =>
        environment === search.environment &&
        cif === search.cui &&
        createdAt >= search.from &&
        createdAt <= search.until &&
        listedAt <= search.now &&
        (search.filter === undefined || kindsByFilter[search.filter]?.includes(kind)),
    )
    .sort((one, other) => other.createdAt - one.createdAt || Number(other.id) - Number(one.id));
}
