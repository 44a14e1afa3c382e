import { badRequest, json, listError } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import { example, type Stage } from './stage.ts';

const from = 'listaMesajePaginatieFactura';
const ms = (time: string) => String(Date.parse(time));
const interval = { startTime: ms('2022-09-06T09:48:20+03:00'), endTime: ms('2022-11-02T11:49:24+02:00') };

function question(changes: Readonly<Record<string, string>> = {}): string {
  return `${from}?${new URLSearchParams({ ...interval, cif: example, pagina: '29', ...changes })}`;
}

const uploadId = (index: number) => String(5_001_130_147 + index);
const messageId = (index: number) => String(3_001_293_434 + index);
const details = (index: number) =>
  `Factura cu id_incarcare=${uploadId(index)} emisa de cif_emitent=8000000000 pentru cif_beneficiar=3`;

/** Adds the 14 130 messages of ANAF's example. */
function fill(stage: Stage): void {
  stage.at('2022-11-02T11:49:24+02:00');
  for (let index = 0; index < 14_130; index += 1) {
    const at = '2022-11-01T14:15:00+02:00';
    const kind = 'FACTURA TRIMISA';
    stage.list({ id: messageId(index), cif: example, uploadId: uploadId(index), at, kind, details: details(index) });
  }
}

function refusal(
  quote: string,
  changes: Readonly<Record<string, string>>,
  { prepare = () => {}, persona }: { prepare?: (stage: Stage) => unknown; persona?: string } = {},
): ContractAnswer {
  const ask = async (stage: Stage) => {
    stage.at('2022-11-02T11:49:24+02:00');
    await prepare(stage);
    return stage.get(question(changes), persona);
  };
  return { from, quote, source: 'documented', ask, expected: listError(quote) };
}

// The last page has the oldest messages.
const shown = Array.from({ length: 130 }, (_, place) => 129 - place).map(
  (index) =>
    `{"data_creare":"202211011415","cif":"8000000000","id_solicitare":"${uploadId(index)}","detalii":"${details(index)}","tip":"FACTURA TRIMISA","id":"${messageId(index)}"}`,
);
const counts =
  '"numar_total_inregistrari_per_pagina":500,"numar_total_inregistrari":14130,"numar_total_pagini":29,"index_pagina_curenta":29,"serial":"1234AA456","cui":"8000000000","titlu":"Lista Mesaje disponibile din intervalul 06-09-2022 09:48:20 - 02-11-2022 11:49:24"}';

/** `listaMesajePaginatieFactura`. */
export const pageAnswers: readonly ContractAnswer[] = [
  {
    from,
    // ANAF's example shows two entries. Page 29 of 14 130 messages, in pages of 500, has 130.
    quote: counts,
    source: 'documented',
    ask: (stage) => {
      fill(stage);
      return stage.get(question(), 'ana', '1234AA456');
    },
    expected: json(200, `{"mesaje":[${shown.join(',')}],"numar_inregistrari_in_pagina":130,${counts}`),
  },
  refusal('CIF introdus= aaa nu este un numar sau nu are o valoare acceptata de sistem', { cif: 'aaa' }),
  ...['startTime', 'endTime', 'pagina'].map((name) =>
    refusal(`${name} = aaa nu este un numar sau nu are o valoare acceptata de sistem`, { [name]: 'aaa' }),
  ),
  refusal('pagina = 0 nu este un numar sau nu are o valoare acceptata de sistem', { pagina: '0' }),
  refusal('startTime = 09-07-2022 10:41:11 nu poate fi mai vechi de 60 de zile fata de momentul requestului', {
    startTime: ms('2022-07-09T10:41:11+03:00'),
  }),
  refusal('endTime = 09-08-2022 10:41:11 nu poate fi <= startTime = 06-09-2022 09:48:20', {
    endTime: ms('2022-08-09T10:41:11+03:00'),
  }),
  refusal('endTime = 02-12-2022 11:49:24 nu poate in viitor fata de momentul requestului = 02-11-2022 11:49:24', {
    endTime: ms('2022-12-02T11:49:24+02:00'),
  }),
  {
    ...refusal(
      'endTime = 31-07-2026 15:15:27 nu poate in viitor fata de momentul requestului = 30-07-2026 15:15:27',
      {
        startTime: ms('2026-07-30T15:15:27+03:00'),
        endTime: ms('2026-07-31T15:15:27+03:00'),
      },
      { prepare: (stage) => stage.at('2026-07-30T15:15:27+03:00') },
    ),
    source: 'observed',
  },
  refusal('Pagina solicitata 50 este mai mare decat numarul toatal de pagini 29', { pagina: '50' }, { prepare: fill }),
  { ...refusal('Nu exista mesaje in intervalul selectat', {}), source: 'observed' },
  refusal('Valorile acceptate pentru parametrul filtru sunt E, T, P sau R', { filtru: 'X' }),
  refusal(
    'Nu aveti drept in SPV pentru CIF=8000000000',
    {},
    { prepare: ({ mock }) => mock.changePerson('nobody', { rights: [{ cui: '3', since: 0 }] }), persona: 'nobody' },
  ),
  refusal('Nu exista niciun CIF pentru care sa aveti drept in SPV', {}, { persona: 'nobody' }),
  refusal(
    'S-au facut deja 1000 interogari de lista mesaje de catre utilizator in cursul zilei',
    {},
    {
      prepare: async (stage) => {
        await stage.set('/limits', { pagesPerDay: 1000 });
        stage.count(`${from} test ${example}`, 1000);
      },
    },
  ),
  {
    from,
    quote: 'Parametrii startTime, endTime, cif si pagina sunt obligatorii',
    source: 'documented',
    ask: (stage) => stage.get(from),
    expected: badRequest('Parametrii startTime, endTime, cif si pagina sunt obligatorii'),
  },
];
