import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { type ApiClient, apiOf } from '../support/api.ts';
import { exemplu, invoice } from '../support/invoice.ts';
import { startMock } from '../support/login.ts';

const now = Date.parse('2026-11-02T09:49:24Z');
const day = 86_400_000;

/** A question with what a right one needs, and changes. */
function question(changes: Readonly<Record<string, string | number>> = {}): string {
  const fields = { startTime: now - 50 * day, endTime: now - 1000, cif: exemplu.cui, pagina: 1, ...changes };
  return `listaMesajePaginatieFactura?${new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))}`;
}

describe('listaMesajePaginatieFactura', () => {
  const clock = new MovableClock();
  let mock: Awaited<ReturnType<typeof startMock>>;
  let api: ApiClient;

  before(async () => {
    mock = await startMock({ clock, limits: { callsPerMinute: Number.POSITIVE_INFINITY, listsPerDay: 3 } });
    clock.freeze();
    clock.set(now / 1000 - 1200);
    api = await apiOf(mock, 'accountant');
    for (let count = 0; count < 501; count += 1) await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice());
    clock.set(now / 1000);
  });
  after(() => mock.stop());

  it('gives 500 messages a page, with the counts and the title of the documented form', async () => {
    const first = JSON.parse((await api.get(question())).text);
    const second = JSON.parse((await api.get(question({ pagina: 2 }))).text);

    assert.deepEqual([first.mesaje.length, second.mesaje.length], [500, 1]);
    const { mesaje, serial, ...rest } = second;
    assert.match(serial, /^[0-9A-F]{32}$/);
    assert.deepEqual(rest, {
      numar_inregistrari_in_pagina: 1,
      numar_total_inregistrari_per_pagina: 500,
      numar_total_inregistrari: 501,
      numar_total_pagini: 2,
      index_pagina_curenta: 2,
      cui: exemplu.cui,
      titlu: 'Lista Mesaje disponibile din intervalul 13-09-2026 12:49:24 - 02-11-2026 11:49:23',
    });
  });

  for (const [error, changes] of [
    ['CIF introdus= aaa nu este un numar sau nu are o valoare acceptata de sistem', { cif: 'aaa' }],
    ['startTime = aaa nu este un numar sau nu are o valoare acceptata de sistem', { startTime: 'aaa' }],
    ['endTime = aaa nu este un numar sau nu are o valoare acceptata de sistem', { endTime: 'aaa' }],
    ['pagina = aaa nu este un numar sau nu are o valoare acceptata de sistem', { pagina: 'aaa' }],
    [
      'startTime = 02-09-2026 12:49:24 nu poate fi mai vechi de 60 de zile fata de momentul requestului',
      { startTime: now - 61 * day },
    ],
    ['endTime = 13-09-2026 12:49:24 nu poate fi <= startTime = 13-09-2026 12:49:24', { endTime: now - 50 * day }],
    [
      'endTime = 03-11-2026 11:49:24 nu poate in viitor fata de momentul requestului = 02-11-2026 11:49:24',
      { endTime: now + day },
    ],
    ['Valorile acceptate pentru parametrul filtru sunt E, T, P sau R', { filtru: 'X' }],
    ['Nu aveti drept in SPV pentru CIF=8000000000', { cif: '8000000000' }],
    ['Nu exista mesaje in intervalul selectat', { filtru: 'E' }],
    ['Pagina solicitata 50 este mai mare decat numarul toatal de pagini 2', { pagina: 50 }],
  ] as const) {
    it(`says: ${error}`, async () => {
      const answer = await api.get(question(changes));

      assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { eroare: error, titlu: 'Lista Mesaje' }]);
    });
  }

  it('says: Parametrii startTime, endTime, cif si pagina sunt obligatorii', async () => {
    const answer = await api.get(question({ pagina: '' }));

    assert.equal(answer.status, 400);
    assert.equal(JSON.parse(answer.text).message, 'Parametrii startTime, endTime, cif si pagina sunt obligatorii');
  });

  it('is where the simple list sends whoever has more than 500 messages', async () => {
    const answer = await api.get(`listaMesajeFactura?zile=60&cif=${exemplu.cui}`);

    assert.equal(
      JSON.parse(answer.text).eroare,
      'Lista de mesaje este mai mare decat numarul de 500 elemente permise in pagina. Folositi endpoint-ul cu paginatie.',
    );
  });

  it('has its own count, while the simple list says: S-au facut deja 3 interogari …', async () => {
    const ask = () => api.get(`listaMesajeFactura?zile=60&cif=${exemplu.cui}`);
    await Promise.all([ask(), ask(), ask()]);

    const refused = JSON.parse((await ask()).text);
    const paged = await api.get(question());

    assert.equal(refused.eroare, 'S-au facut deja 3 interogari de lista mesaje de catre utilizator in cursul zilei');
    assert.match(paged.text, /"numar_total_pagini":2/);
  });
});
