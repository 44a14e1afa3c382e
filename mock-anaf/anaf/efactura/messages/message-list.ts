import type { Engine } from '../../../engine/engine.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { CompanyCall, CompanyMethod } from '../gateway/api-method.ts';
import type { Caller } from '../gateway/caller.ts';
import { cuiIn, numberRefusal, rightRefusal } from '../gateway/company-of-call.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest } from '../gateway/refusals.ts';
import { filterIn, filterRefusal, findMessages } from './find-messages.ts';
import { emptyError, listEnd, listLimitText, messageBody, pageSize, refuseList } from './list-body.ts';

/** What both lists of messages use. */
export type MessageListParts = Pick<Engine, 'clock' | 'state' | 'limits' | 'switches'>;

const secondsPerDay = 86_400;

/**
 * `GET listaMesajeFactura`: the messages of the last days, up to 500. Texts documented (ANAF's page listamesaje.html); the answer to a
 * caller without rights was also observed on 2026-07-18.
 */
export function messageListMethod(parts: MessageListParts): CompanyMethod {
  return {
    method: 'GET',
    endpoint: 'listaMesajeFactura',
    handle: (call) => handle(parts, call),
    refuse: (message, reason) => refuseList(parts, message, reason),
  };
}

interface ListQuery {
  /** As it was sent, because refusals quote it. */
  readonly days: string;
  readonly cui: string;
  readonly filter: string | undefined;
}

function handle(parts: MessageListParts, { request, caller, environment }: CompanyCall): HttpAnswer {
  const { query } = request;
  const listQuery: ListQuery = { days: query.get('zile') ?? '', cui: cuiIn(query), filter: filterIn(query) };
  const { days, cui, filter } = listQuery;
  if (!days || !cui) return badRequest(parts, 'Parametrii zile si cif sunt obligatorii', ['zile', 'cif']);
  const refusal = refusalOf(caller, listQuery);
  if (refusal) return refuseList(parts, refusal, `refused: ${refusal}`);

  const now = parts.clock.now();
  const limit = parts.limits.listsPerDay;
  if (!takeOfDay(parts.state, now, `listaMesajeFactura ${environment} ${cui}`, limit)) {
    return refuseList(parts, listLimitText(limit), 'the daily limit of lists was exceeded');
  }
  const from = now - Number(days) * secondsPerDay;
  const found = findMessages(parts.state, { environment, cui, from, until: now, now, filter });
  // documented: an empty list has the form of an error, although token and rights are valid
  if (found.length === 0) {
    return refuseList(
      parts,
      `Nu exista mesaje in ultimele ${days} zile`,
      'no messages; the caller has rights for the company',
    );
  }
  if (found.length > pageSize) {
    const message = `Lista de mesaje este mai mare decat numarul de ${pageSize} elemente permise in pagina. Folositi endpoint-ul cu paginatie.`;
    return refuseList(parts, message, 'more messages than fit in one answer');
  }
  const title = `Lista Mesaje disponibile din ultimele ${days} zile`;
  const body = { mesaje: found.map(messageBody), ...listEnd({ caller, cui, title }), ...emptyError(parts) };
  return json(200, body, `${found.length} messages`);
}

function refusalOf(caller: Caller, { days, cui, filter }: ListQuery): string | undefined {
  const wrongNumber = numberRefusal(cui);
  if (wrongNumber) return wrongNumber;
  if (!/^-?\d+$/.test(days)) return `Numarul de zile introdus= ${days} nu este un numar intreg`;
  if (Number(days) < 1 || Number(days) > 60) return 'Numarul de zile trebuie sa fie intre 1 si 60';
  return filterRefusal(filter) ?? rightRefusal(caller, cui);
}
