import type { Exchange } from './exchange.ts';

/** The 400 of every method. Documented: names and order of the fields, and the form of the date. */
export function badRequest(message: string): Exchange {
  return {
    status: 400,
    type: 'application/json',
    body: `{"timestamp":"05-08-2021 12:04:01","status":400,"error":"Bad Request","message":"${message}"}`,
  };
}

export function listError(message: string): Exchange {
  return jsonError(message, 'Lista Mesaje');
}

export function downloadError(message: string): Exchange {
  return jsonError(message, 'Descarcare mesaj');
}

export function uploadError(message: string): Exchange {
  return xml(`<header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202108051204" ExecutionStatus="1">
    <Errors errorMessage="${message}"/>
</header>`);
}

export function statusError(message: string): Exchange {
  return xml(`<header xmlns="mfp:anaf:dgti:efactura:stareMesajFactura:v1">
    <Errors errorMessage="${message}"/>
</header>`);
}

export function xml(header: string): Exchange {
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${header}`;
  return { status: 200, type: 'application/xml', body };
}

export function json(status: number, body: string): Exchange {
  return { status, type: 'application/json', body };
}

function jsonError(message: string, title: string): Exchange {
  return json(200, `{"eroare":"${message}","titlu":"${title}"}`);
}
