import type { Message } from '../../../engine/state/mock-state.ts';
import type { MockParts } from '../../../parts.ts';
import { type HttpAnswer, json } from '../../../wire/http/answer.ts';
import { serialWithoutColons } from '../gateway/certificate-serial.ts';
import { takeOfDay } from '../gateway/daily-limit.ts';
import { badRequest, type Endpoint, type EndpointCall } from '../gateway/endpoint.ts';
import { emptyError, messageBody, pageSize, refusalBody } from './message-body.ts';
import { findMessages, messageFilters } from './messages.ts';

const secondsPerDay = 86_400;

// Texts documented (ANAF's page listamesaje.html); the answer without a right was also seen live on 18.07.2026.
export const messageList: Endpoint = { method: 'GET', name: 'listaMesajeFactura', handle, refuse };

function handle(parts: MockParts, call: EndpointCall): HttpAnswer {
  const { query } = call.request;
  const days = query.get('zile');
  const cif = query.get('cif');
  const filter = query.get('filtru') || undefined;
  if (!days || !cif) return badRequest(parts, 'Parametrii zile si cif sunt obligatorii', ['zile', 'cif']);
  const refusal = refusalOf(call, days, cif, filter);
  if (refusal) return refuse(parts, refusal, `refused: ${refusal}`);

  const now = parts.clock.now();
  const limit = parts.limits.listsPerDay;
  if (!takeOfDay(parts.state, now, `listaMesajeFactura ${call.environment} ${cif}`, limit)) {
    const message = `S-au facut deja ${limit} interogari de lista mesaje de catre utilizator in cursul zilei`;
    return refuse(parts, message, 'more questions than a day allows');
  }
  const from = now - Number(days) * secondsPerDay;
  const found = findMessages(parts.state, { environment: call.environment, cif, from, until: now, now, filter });
  // documented: an answer in the form of an error, though token and right are good
  if (found.length === 0)
    return refuse(parts, `Nu exista mesaje in ultimele ${days} zile`, 'no messages; the right is there');
  if (found.length > pageSize) {
    const message = `Lista de mesaje este mai mare decat numarul de ${pageSize} elemente permise in pagina. Folositi endpoint-ul cu paginatie.`;
    return refuse(parts, message, 'more messages than fit in one answer');
  }
  const body = { ...listBody(call, cif, days, found), ...emptyError(parts) };
  return json(200, body, `${found.length} messages`);
}

function refusalOf(
  { caller }: EndpointCall,
  days: string,
  cif: string,
  filter: string | undefined,
): string | undefined {
  if (!/^\d+$/.test(cif)) return `CIF introdus= ${cif} nu este un numar`;
  if (!/^-?\d+$/.test(days)) return `Numarul de zile introdus= ${days} nu este un numar intreg`;
  if (Number(days) < 1 || Number(days) > 60) return 'Numarul de zile trebuie sa fie intre 1 si 60';
  if (filter !== undefined && !messageFilters.includes(filter)) {
    return 'Valorile acceptate pentru parametrul filtru sunt E, T, P sau R';
  }
  if (caller.companies.length === 0) return 'Nu exista niciun CIF pentru care sa aveti drept in SPV';
  return caller.hasRight(cif) ? undefined : `Nu aveti drept in SPV pentru CIF=${cif}`;
}

function listBody({ caller }: EndpointCall, cif: string, days: string, found: readonly Message[]): object {
  return {
    mesaje: found.map(messageBody),
    serial: serialWithoutColons(caller.grant),
    // assumed: the company that was asked for, as in the examples
    cui: cif,
    titlu: `Lista Mesaje disponibile din ultimele ${days} zile`,
  };
}

function refuse(parts: MockParts, message: string, reason: string): HttpAnswer {
  return json(200, refusalBody(parts, message, 'Lista Mesaje'), reason);
}
