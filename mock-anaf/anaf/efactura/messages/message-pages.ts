import { longTime } from '../../../engine/clock/romanian-time.ts';
import type { Message } from '../../../engine/state/mock-state.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import type { CompanyCall, CompanyMethod } from '../gateway/api-method.ts';
import { cuiIn, numberRefusal, rightRefusal } from '../gateway/company-of-call.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest } from '../gateway/refusals.ts';
import { filterIn, filterRefusal, findMessages } from './find-messages.ts';
import { emptyError, listEnd, listLimitText, messageBody, pageSize, refuseList } from './list-body.ts';
import type { MessageListParts } from './message-list.ts';

const oldestSeconds = 60 * 86_400;

/**
 * `GET listaMesajePaginatieFactura`: the messages of an interval, in pages of 500. Texts documented (ANAF's page listamesaje.html),
 * including the mistakes "toatal" and "nu poate in viitor".
 */
export function messagePagesMethod(parts: MessageListParts): CompanyMethod {
  return {
    method: 'GET',
    endpoint: 'listaMesajePaginatieFactura',
    handle: (call) => handle(parts, call),
    refuse: (message, reason) => refuseList(parts, message, reason),
  };
}

interface PageQuery {
  /** Epoch seconds. */
  readonly from: number;
  readonly until: number;
  readonly cui: string;
  /** From 1. */
  readonly page: number;
  readonly filter: string | undefined;
}

const obligatory = ['startTime', 'endTime', 'cif', 'pagina'];

function handle(parts: MessageListParts, call: CompanyCall): HttpAnswer {
  const { query } = call.request;
  if (obligatory.some((name) => !query.get(name))) {
    return badRequest(parts, 'Parametrii startTime, endTime, cif si pagina sunt obligatorii', obligatory);
  }
  const pageQuery = readPageQuery(query);
  if (typeof pageQuery === 'string') return refuseList(parts, pageQuery, `refused: ${pageQuery}`);
  const now = parts.clock.now();
  const refusal = refusalOf(parts, call, pageQuery, now);
  if (refusal) return refuseList(parts, refusal, `refused: ${refusal}`);
  const { environment } = call;
  const found = findMessages(parts.state, { ...pageQuery, environment, now });
  return answerPage(parts, call, pageQuery, found);
}

/** Reads the query. Returns ANAF's refusal if it is invalid. */
function readPageQuery(query: URLSearchParams): PageQuery | string {
  const wrongValue = 'sau nu are o valoare acceptata de sistem';
  for (const name of ['startTime', 'endTime', 'pagina']) {
    const value = query.get(name) ?? '';
    // assumed: pages are counted from 1, so 0 is not a valid page
    if (!/^\d{1,15}$/.test(value) || (name === 'pagina' && Number(value) === 0)) {
      return `${name} = ${value} nu este un numar ${wrongValue}`;
    }
  }
  const cui = cuiIn(query);
  return (
    numberRefusal(cui, ` ${wrongValue}`) ?? {
      from: Number(query.get('startTime')) / 1000,
      until: Number(query.get('endTime')) / 1000,
      cui,
      page: Number(query.get('pagina')),
      filter: filterIn(query),
    }
  );
}

function refusalOf(
  parts: MessageListParts,
  { caller, environment }: CompanyCall,
  { from, until, cui, filter }: PageQuery,
  now: number,
): string | undefined {
  if (from < now - oldestSeconds) {
    return `startTime = ${longTime(from)} nu poate fi mai vechi de 60 de zile fata de momentul requestului`;
  }
  if (until <= from) return `endTime = ${longTime(until)} nu poate fi <= startTime = ${longTime(from)}`;
  // observed: ANAF's actual text also contains the time of the request
  if (until > now) {
    return `endTime = ${longTime(until)} nu poate in viitor fata de momentul requestului = ${longTime(now)}`;
  }
  const refusal = filterRefusal(filter) ?? rightRefusal(caller, cui);
  if (refusal) return refusal;
  const limit = parts.limits.pagesPerDay;
  if (takeOfDay(parts.state, now, `listaMesajePaginatieFactura ${environment} ${cui}`, limit)) return undefined;
  return listLimitText(limit);
}

function answerPage(
  parts: MessageListParts,
  { caller }: CompanyCall,
  { page, cui, from, until }: PageQuery,
  found: readonly Message[],
): HttpAnswer {
  if (found.length === 0) {
    return refuseList(
      parts,
      'Nu exista mesaje in intervalul selectat',
      'no messages; the caller has rights for the company',
    );
  }
  const pages = Math.ceil(found.length / pageSize);
  if (page > pages) {
    const message = `Pagina solicitata ${page} este mai mare decat numarul toatal de pagini ${pages}`;
    return refuseList(parts, message, 'no such page');
  }
  const start = (page - 1) * pageSize;
  const shown = found.slice(start, start + pageSize);
  const title = `Lista Mesaje disponibile din intervalul ${longTime(from)} - ${longTime(until)}`;
  const body = {
    mesaje: shown.map(messageBody),
    numar_inregistrari_in_pagina: shown.length,
    numar_total_inregistrari_per_pagina: pageSize,
    numar_total_inregistrari: found.length,
    numar_total_pagini: pages,
    index_pagina_curenta: page,
    ...listEnd({ caller, cui, title }),
    ...emptyError(parts),
  };
  return json(200, body, `${shown.length} of ${found.length} messages`);
}
