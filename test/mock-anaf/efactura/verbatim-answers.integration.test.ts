import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { type ApiClient, apiOf } from '../support/api.ts';
import { exemplu, gama, invoice } from '../support/invoice.ts';
import { startMock } from '../support/login.ts';

const right = `cif=${exemplu.cui}`;
const lista = (error: string) => ({ eroare: error, titlu: 'Lista Mesaje' });
const descarcare = (error: string) => ({ eroare: error, titlu: 'Descarcare mesaj' });
const badRequest = (message: string) => ({
  timestamp: '05-08-2026 12:04:01',
  status: 400,
  error: 'Bad Request',
  message,
});

/** Answers of ANAF's pages (facts §3.3): who asks, what, and the whole JSON that comes. */
const jsonAnswers: readonly (readonly [string, string, string, number, object])[] = [
  [
    'Parametrii zile si cif sunt obligatorii',
    'administrator',
    'listaMesajeFactura?zile=1',
    400,
    badRequest('Parametrii zile si cif sunt obligatorii'),
  ],
  [
    'CIF introdus= aaa nu este un numar',
    'administrator',
    'listaMesajeFactura?zile=1&cif=aaa',
    200,
    lista('CIF introdus= aaa nu este un numar'),
  ],
  [
    'Numarul de zile introdus= aaa nu este un numar intreg',
    'administrator',
    `listaMesajeFactura?zile=aaa&${right}`,
    200,
    lista('Numarul de zile introdus= aaa nu este un numar intreg'),
  ],
  [
    'Numarul de zile trebuie sa fie intre 1 si 60 (0)',
    'administrator',
    `listaMesajeFactura?zile=0&${right}`,
    200,
    lista('Numarul de zile trebuie sa fie intre 1 si 60'),
  ],
  [
    'Numarul de zile trebuie sa fie intre 1 si 60 (61)',
    'administrator',
    `listaMesajeFactura?zile=61&${right}`,
    200,
    lista('Numarul de zile trebuie sa fie intre 1 si 60'),
  ],
  [
    'Valorile acceptate pentru parametrul filtru sunt E, T, P sau R',
    'administrator',
    `listaMesajeFactura?zile=1&${right}&filtru=X`,
    200,
    lista('Valorile acceptate pentru parametrul filtru sunt E, T, P sau R'),
  ],
  [
    'Nu aveti drept in SPV pentru CIF=8000000000',
    'administrator',
    'listaMesajeFactura?zile=1&cif=8000000000',
    200,
    lista('Nu aveti drept in SPV pentru CIF=8000000000'),
  ],
  [
    'Nu exista niciun CIF pentru care sa aveti drept in SPV',
    'no-company',
    `listaMesajeFactura?zile=1&${right}`,
    200,
    lista('Nu exista niciun CIF pentru care sa aveti drept in SPV'),
  ],
  [
    'Nu exista mesaje in ultimele 15 zile',
    'administrator',
    `listaMesajeFactura?zile=15&${right}`,
    200,
    lista('Nu exista mesaje in ultimele 15 zile'),
  ],
  ['Parametrul id este obligatoriu', 'administrator', 'descarcare', 400, badRequest('Parametrul id este obligatoriu')],
  [
    'Id descarcare introdus= 123a nu este un numar intreg',
    'administrator',
    'descarcare?id=123a',
    200,
    descarcare('Id descarcare introdus= 123a nu este un numar intreg'),
  ],
  [
    'Pentru id=21 nu exista inregistrata nici o factura',
    'administrator',
    'descarcare?id=21',
    200,
    descarcare('Pentru id=21 nu exista inregistrata nici o factura'),
  ],
  [
    'Parametrul id_incarcare este obligatoriu',
    'administrator',
    'stareMesaj',
    400,
    badRequest('Parametrul id_incarcare este obligatoriu'),
  ],
];

const stareHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<header xmlns="mfp:anaf:dgti:efactura:stareMesajFactura:v1"';
const uploadHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202608051204" ExecutionStatus="1"';
const error = (message: string) => `>\n    <Errors errorMessage="${message}"/>\n</header>`;

const statusErrors: readonly (readonly [string, string, string])[] = [
  ['Id_incarcare introdus= aaa nu este un numar intreg', 'administrator', 'aaa'],
  ['Nu exista factura cu id_incarcare= 15000', 'administrator', '15000'],
  ['Nu exista niciun CIF petru care sa aveti drept', 'no-company', '15000'],
];

const uploadErrors: readonly (readonly [string, string, string, string])[] = [
  [
    'Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP',
    'administrator',
    `standard=XYZ&${right}`,
    invoice(),
  ],
  ['CIF introdus= 123a nu este un numar', 'administrator', 'standard=UBL&cif=123a', invoice()],
  ['Nu exista niciun CIF pentru care sa aveti drept in SPV', 'no-company', `standard=UBL&${right}`, invoice()],
  ['Nu aveti drept in SPV pentru CIF=1234', 'administrator', 'standard=UBL&cif=1234', invoice()],
  [
    'Daca parametrul extern trebuie completat, valoarea acceptata este DA',
    'administrator',
    `standard=UBL&${right}&extern=NU`,
    invoice(),
  ],
  [
    'Daca parametrul autofacturare trebuie completat, valoarea acceptata este DA',
    'administrator',
    `standard=UBL&${right}&autofactura=NU`,
    invoice(),
  ],
  [
    'Daca parametrul executare trebuie completat, valoarea acceptata este DA',
    'administrator',
    `standard=UBL&${right}&executare=NU`,
    invoice(),
  ],
];

describe('an answer of the e-Factura API, word for word', () => {
  const clock = new MovableClock();
  let mock: Awaited<ReturnType<typeof startMock>>;
  const clients = new Map<string, ApiClient>();
  const as = (persona: string) => clients.get(persona) as ApiClient;

  before(async () => {
    mock = await startMock({ clock });
    clock.freeze();
    // 12:04 in Romania
    clock.set(Date.parse('2026-08-05T09:04:01Z') / 1000);
    for (const persona of ['administrator', 'no-company', 'other-company'])
      clients.set(persona, await apiOf(mock, persona));
  });
  after(() => mock.stop());

  for (const [name, persona, path, status, body] of jsonAnswers) {
    it(`${path.split('?')[0]}: ${name}`, async () => {
      const answer = await as(persona).get(path);

      assert.equal(answer.status, status);
      assert.equal(answer.type, 'application/json');
      assert.equal(answer.text, JSON.stringify(body));
    });
  }

  for (const [message, persona, id] of statusErrors) {
    it(`stareMesaj: ${message}`, async () => {
      const answer = await as(persona).get(`stareMesaj?id_incarcare=${id}`);

      assert.deepEqual(answer, { status: 200, type: 'application/xml', text: stareHead + error(message) });
    });
  }

  for (const [message, persona, query, body] of uploadErrors) {
    it(`upload: ${message}`, async () => {
      const answer = await as(persona).post(`upload?${query}`, body);

      assert.deepEqual(answer, { status: 200, type: 'application/xml', text: uploadHead + error(message) });
    });
  }

  it("upload: Fisierul transmis nu este valid … Cannot find the declaration of element 'Invoice1'", async () => {
    const answer = await as('administrator').post(`upload?standard=UBL&${right}`, invoice({ root: 'Invoice1' }));

    assert.match(
      answer.text,
      /errorMessage="Fisierul transmis nu este valid\. org\.xml\.sax\.SAXParseException; lineNumber: \d+; columnNumber: \d+; cvc-elt\.1\.a: Cannot find the declaration of element 'Invoice1'\. "\/>/,
    );
  });

  it('upload: Marime fisier transmis mai mare de 10 MB.', async () => {
    const answer = await as('administrator').post(
      `upload?standard=UBL&${right}`,
      Buffer.alloc(10 * 1024 * 1024 + 1, 32),
    );

    assert.equal(answer.text, uploadHead + error('Marime fisier transmis mai mare de 10 MB.'));
  });

  it('upload: Trebuie sa aveti atasat in request un fisier de tip xml', async () => {
    const answer = await as('administrator').post(`upload?standard=UBL&${right}`, '');

    assert.deepEqual(
      [answer.status, answer.text],
      [400, JSON.stringify(badRequest('Trebuie sa aveti atasat in request un fisier de tip xml'))],
    );
  });

  it('upload: Parametrii standard si cif sunt obligatorii', async () => {
    const answer = await as('administrator').post('upload?standard=UBL', invoice());

    assert.deepEqual(
      [answer.status, answer.text],
      [400, JSON.stringify(badRequest('Parametrii standard si cif sunt obligatorii'))],
    );
  });

  it('validare under /test is a 404 of Spring', async () => {
    const answer = await as('administrator').post('validare/FACT1', invoice());

    assert.equal(answer.status, 404);
    assert.deepEqual(JSON.parse(answer.text), {
      timestamp: '2026-08-05T09:04:01.000+00:00',
      status: 404,
      error: 'Not Found',
      path: '/FCTEL/rest/validare/FACT1',
    });
  });

  it('a wrong path is 403, not 404', async () => {
    const answer = await as('administrator').get('/FCTEL/rest/listaMesajeFactura');

    assert.equal(answer.status, 403);
  });

  it('a technical error of the scenario speaks in the form of each method', async () => {
    mock.scenarios.add({ name: 'api-technical-error', cui: gama.cui, times: 2 });
    const list = await as('administrator').get(`listaMesajeFactura?zile=1&cif=${gama.cui}`);
    const upload = await as('administrator').post(`upload?standard=UBL&cif=${gama.cui}`, invoice());

    assert.deepEqual(JSON.parse(list.text), lista('A aparut o eroare tehnica. Cod: 1814'));
    assert.equal(upload.text, uploadHead + error('A aparut o eroare tehnica. Cod: 1814'));
  });
});
