import assert from 'node:assert/strict';

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Asserts that ANAF's API could give this answer: status, content type and format of the body are consistent. */
export function assertAnswerOfApi(answered: Answered): void {
  const { status, type, text } = answered;
  assert.ok(isAnswerOfApi(answered), `${status} ${type} ${text.slice(0, 300)}`);
}

function isAnswerOfApi({ status, type, text }: Answered): boolean {
  switch (type) {
    case 'application/json':
      return isKnownJson(status, JSON.parse(text));
    case 'application/xml':
      return status === 200 && headerForm.test(text);
    case 'application/zip':
      return text.startsWith('PK');
    case 'application/pdf':
      return text.startsWith('%PDF-1.4');
    case 'text/plain;charset=UTF-8':
      return status === 429 ? text === '' : text.startsWith('Hello, "');
    default:
      return false;
  }
}

const headerForm =
  /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n<header xmlns="mfp:anaf:dgti:(spv:respUploadFisier|efactura:stareMesajFactura):v1"[^<>]*(\/>|>\n {4}<Errors errorMessage="[^"<>]*"\/>\n<\/header>)$/;

/** The fields of the body in their order, by status. */
const forms: Readonly<Record<number, readonly string[]>> = {
  200: [
    'eroare titlu',
    'mesaje serial cui titlu',
    'mesaje numar_inregistrari_in_pagina numar_total_inregistrari_per_pagina numar_total_inregistrari numar_total_pagini index_pagina_curenta serial cui titlu',
    'stare trace_id',
    'stare Messages trace_id',
    'msg',
  ],
  400: ['timestamp status error message', 'msg'],
  401: ['message status'],
  403: ['message status'],
  404: ['timestamp status error path'],
};

function isKnownJson(status: number, value: object): boolean {
  return forms[status]?.includes(Object.keys(value).join(' ')) ?? false;
}
