import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { type ApiClient, apiOf } from '../../../support/api.ts';
import { exemplu, invoice } from '../../../support/invoice.ts';
import { startMock } from '../../../support/login.ts';

const now = Date.parse('2026-11-02T09:49:24Z');
const day = 86_400_000;

/** A valid request, with changes. */
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

  it('listaMesajePaginatieFactura returns 500 messages per page, with the documented counts and title', async () => {
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

  it('listaMesajeFactura with more than 500 messages refers to the paginated list', async () => {
    const answer = await api.get(`listaMesajeFactura?zile=60&cif=${exemplu.cui}`);

    assert.equal(
      JSON.parse(answer.text).eroare,
      'Lista de mesaje este mai mare decat numarul de 500 elemente permise in pagina. Folositi endpoint-ul cu paginatie.',
    );
  });

  it('the daily limit of listaMesajeFactura does not affect listaMesajePaginatieFactura', async () => {
    const ask = () => api.get(`listaMesajeFactura?zile=60&cif=${exemplu.cui}`);
    await Promise.all([ask(), ask(), ask()]);

    const refused = JSON.parse((await ask()).text);
    const paged = await api.get(question());

    assert.equal(refused.eroare, 'S-au facut deja 3 interogari de lista mesaje de catre utilizator in cursul zilei');
    assert.match(paged.text, /"numar_total_pagini":2/);
  });
});
