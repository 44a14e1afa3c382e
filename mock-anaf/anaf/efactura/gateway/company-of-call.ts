import type { MockState } from '../../../engine/state/mock-state.ts';
import type { Caller } from './caller.ts';

/** The CUI in the query, which ANAF calls `cif`; empty if it is missing. No other code reads this parameter. */
export function cuiIn(query: URLSearchParams): string {
  return query.get('cif') ?? '';
}

/** The company that a call concerns: the one named in the query, otherwise the owner of the upload or message named there. */
export function companyOfCall({ uploads, messages }: MockState, query: URLSearchParams): string | undefined {
  const [uploadId, messageId] = [query.get('id_incarcare') ?? '', query.get('id') ?? ''];
  if (query.has('cif')) return cuiIn(query);
  if (Object.hasOwn(uploads, uploadId)) return uploads[uploadId]?.cif;
  return Object.hasOwn(messages, messageId) ? messages[messageId]?.cif : undefined;
}

/** ANAF's refusal if a caller may not act for a company; `undefined` if it may. Texts documented, for uploads and both lists. */
export function rightRefusal(
  { companies, hasRight }: Pick<Caller, 'companies' | 'hasRight'>,
  cui: string,
): string | undefined {
  if (companies.length === 0) return 'Nu exista niciun CIF pentru care sa aveti drept in SPV';
  return hasRight(cui) ? undefined : `Nu aveti drept in SPV pentru CIF=${cui}`;
}

/** ANAF's refusal of a CUI; `undefined` if it consists of digits. Text documented, with an `ending` for the paginated list. */
export function numberRefusal(cui: string, ending = ''): string | undefined {
  return /^\d+$/.test(cui) ? undefined : `CIF introdus= ${cui} nu este un numar${ending}`;
}
