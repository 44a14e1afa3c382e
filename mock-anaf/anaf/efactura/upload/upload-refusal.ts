import type { Engine } from '../../../engine/engine.ts';
import type { Standard } from '../../../engine/state/mock-state.ts';
import type { CompanyCall } from '../gateway/api-method.ts';
import { numberRefusal, rightRefusal } from '../gateway/company-of-call.ts';
import { countOfDay, usedOfDay } from '../gateway/daily-limit.ts';

/** An upload with its two mandatory parameters, before its document is read. */
export interface UploadRequest extends Pick<CompanyCall, 'caller' | 'environment'> {
  readonly standard: Standard;
  /** CUI of the company that the document is sent for. */
  readonly cui: string;
  readonly isTooLong: boolean;
  /** The query, with the optional flags `extern`, `autofactura` and `executare`. */
  readonly flags: URLSearchParams;
}

type RefusalParts = Pick<Engine, 'clock' | 'state' | 'limits'>;

/** ANAF's refusal of an upload before its document is read; `undefined` if it is accepted. Texts documented, their order assumed. */
export function uploadRefusal(parts: RefusalParts, request: UploadRequest): string | undefined {
  const { standard, cui, isTooLong, flags, caller } = request;
  if (isTooLong) return 'Marime fisier transmis mai mare de 10 MB.';
  const refusal = numberRefusal(cui) ?? flagRefusal(flags) ?? rightRefusal(caller, cui);
  if (refusal) return refusal;
  const company = parts.state.companies.find((one) => one.cui === cui);
  if (flags.get('executare') && !company?.isEnforcementAuthority) {
    return `CIF introdus= ${cui} nu este inregistrat in Registrul RO e-Factura executari silite`;
  }
  return standard === 'RASP' ? buyerMessageRefusal(parts, request) : undefined;
}

/** Counts an accepted message of a buyer against the daily limit. */
export function countBuyerMessage({ state, clock }: RefusalParts, request: UploadRequest): void {
  countOfDay(state, clock.now(), buyerMessagesOf(request));
}

function flagRefusal(flags: URLSearchParams): string | undefined {
  for (const name of ['extern', 'autofactura', 'executare']) {
    const value = flags.get(name);
    const word = name === 'autofactura' ? 'autofacturare' : name;
    if (value && value !== 'DA') return `Daca parametrul ${word} trebuie completat, valoarea acceptata este DA`;
  }
  return undefined;
}

// documented: only accepted messages are counted; assumed: separately in each of the two environments
function buyerMessageRefusal({ state, clock, limits }: RefusalParts, request: UploadRequest): string | undefined {
  const limit = limits.buyerMessagesPerDay;
  if (usedOfDay(state, clock.now(), buyerMessagesOf(request)) < limit) return undefined;
  return `S-au incarcat deja ${limit} de mesaje de tip RASP pentru cui=${request.cui} in cursul zilei`;
}

function buyerMessagesOf({ environment, cui }: Pick<UploadRequest, 'environment' | 'cui'>): string {
  return `RASP ${environment} ${cui}`;
}
