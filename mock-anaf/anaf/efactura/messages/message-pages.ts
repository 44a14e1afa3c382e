import type { Message } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { serialWithoutColons } from '../gateway/certificate-serial.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest, type Endpoint, type EndpointCall } from '../gateway/endpoint.ts';
import { emptyError, messageBody, pageSize, refusalBody } from './message-body.ts';
import { findMessages, messageFilters } from './messages.ts';
import { longTime } from './romanian-time.ts';

const oldestSeconds = 60 * 86_400;

// Texts documented (ANAF's page listamesaje.html), "toatal" and "nu poate in viitor" included.
export const messagePages: Endpoint = { method: 'GET', name: 'listaMesajePaginatieFactura', handle, refuse };

interface PageQuestion {
  /** Epoch seconds. */
  readonly from: number;
  readonly until: number;
  readonly cif: string;
  readonly page: number;
  readonly filter: string | undefined;
}

const obligatory = ['startTime', 'endTime', 'cif', 'pagina'];

function handle(parts: MockParts, call: EndpointCall): HttpAnswer {
  const { query } = call.request;
  if (obligatory.some((name) => !query.get(name))) {
    return badRequest(parts, 'Parametrii startTime, endTime, cif si pagina sunt obligatorii', obligatory);
  }
  const question = readQuestion(query);
  if (typeof question === 'string') return refuse(parts, question, `refused: ${question}`);
  const now = parts.clock.now();
  const refusal = refusalOf(parts, call, question, now);
  if (refusal) return refuse(parts, refusal, `refused: ${refusal}`);
  const { environment } = call;
  const found = findMessages(parts.state, { ...question, environment, now });
  return answerPage(parts, call, question, found);
}

/** The question, or why it cannot be read. */
function readQuestion(query: URLSearchParams): PageQuestion | string {
  for (const name of ['startTime', 'endTime', 'pagina']) {
    const value = query.get(name) ?? '';
    // assumed: pages are counted from 1, so that 0 is no value of a page
    if (!/^\d{1,15}$/.test(value) || (name === 'pagina' && Number(value) === 0))
      return `${name} = ${value} nu este un numar sau nu are o valoare acceptata de sistem`;
  }
  const cif = query.get('cif') ?? '';
  if (!/^\d+$/.test(cif)) return `CIF introdus= ${cif} nu este un numar sau nu are o valoare acceptata de sistem`;
  return {
    from: Number(query.get('startTime')) / 1000,
    until: Number(query.get('endTime')) / 1000,
    cif,
    page: Number(query.get('pagina')),
    filter: query.get('filtru') || undefined,
  };
}

function refusalOf(
  parts: MockParts,
  { caller, environment }: EndpointCall,
  question: PageQuestion,
  now: number,
): string | undefined {
  const { from, until, cif, filter } = question;
  if (from < now - oldestSeconds) {
    return `startTime = ${longTime(from)} nu poate fi mai vechi de 60 de zile fata de momentul requestului`;
  }
  if (until <= from) return `endTime = ${longTime(until)} nu poate fi <= startTime = ${longTime(from)}`;
  // observed: the live form adds the moment of the request
  if (until > now)
    return `endTime = ${longTime(until)} nu poate in viitor fata de momentul requestului = ${longTime(now)}`;
  if (filter !== undefined && !messageFilters.includes(filter)) {
    return 'Valorile acceptate pentru parametrul filtru sunt E, T, P sau R';
  }
  if (caller.companies.length === 0) return 'Nu exista niciun CIF pentru care sa aveti drept in SPV';
  if (!caller.hasRight(cif)) return `Nu aveti drept in SPV pentru CIF=${cif}`;
  const limit = parts.limits.pagesPerDay;
  if (takeOfDay(parts.state, now, `listaMesajePaginatieFactura ${environment} ${cif}`, limit)) return undefined;
  return `S-au facut deja ${limit} interogari de lista mesaje de catre utilizator in cursul zilei`;
}

function answerPage(
  parts: MockParts,
  call: EndpointCall,
  question: PageQuestion,
  found: readonly Message[],
): HttpAnswer {
  const { page, cif, from, until } = question;
  if (found.length === 0)
    return refuse(parts, 'Nu exista mesaje in intervalul selectat', 'no messages; the right is there');
  const pages = Math.ceil(found.length / pageSize);
  if (page > pages) {
    return refuse(
      parts,
      `Pagina solicitata ${page} este mai mare decat numarul toatal de pagini ${pages}`,
      'no such page',
    );
  }
  const start = (page - 1) * pageSize;
  const shown = found.slice(start, start + pageSize);
  const body = {
    mesaje: shown.map(messageBody),
    numar_inregistrari_in_pagina: shown.length,
    numar_total_inregistrari_per_pagina: pageSize,
    numar_total_inregistrari: found.length,
    numar_total_pagini: pages,
    index_pagina_curenta: page,
    serial: serialWithoutColons(call.caller.grant),
    cui: cif,
    titlu: `Lista Mesaje disponibile din intervalul ${longTime(from)} - ${longTime(until)}`,
    ...emptyError(parts),
  };
  return json(200, body, `${shown.length} of ${found.length} messages`);
}

function refuse(parts: MockParts, message: string, reason: string): HttpAnswer {
  return json(200, refusalBody(parts, message, 'Lista Mesaje'), reason);
}
