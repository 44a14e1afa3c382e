import { buyerMessage } from '../../support/buyer-message.ts';
import { invoice } from '../../support/invoice.ts';
import { badRequest, json, listError } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import { example, type Stage } from './stage.ts';

const entries = [
  {
    id: '3001293434',
    uploadId: '5001130147',
    at: '2022-11-01T14:15:00+02:00',
    kind: 'ERORI FACTURA',
    details: 'Erori de validare identificate la factura primita cu id_incarcare=5001130147',
  },
  {
    id: '3001503294',
    uploadId: '5001131297',
    at: '2022-11-01T13:36:00+02:00',
    kind: 'FACTURA TRIMISA',
    details: 'Factura cu id_incarcare=5001131297 emisa de cif_emitent=8000000000 pentru cif_beneficiar=3',
  },
] as const;

function refusal(quote: string, query: string, prepare: (stage: Stage) => unknown = () => {}, persona?: string) {
  const ask = async (stage: Stage) => {
    await prepare(stage);
    return stage.get(`listaMesajeFactura?${query}`, persona);
  };
  const source = 'documented';
  return { from: 'listaMesajeFactura', quote, source, ask, expected: listError(quote) } satisfies ContractAnswer;
}

const right = `zile=15&cif=${example}`;
/** The list after documents were uploaded, one after the other. */
function listed(kind: string, source: ContractAnswer['source'], upload: Upload): ContractAnswer {
  const { details, uploadId = '5001130147', id = '3001293434', filter = '' } = upload;
  const quote = `"detalii":"${details}","tip":"${kind}"`;
  return {
    from: 'listaMesajeFactura',
    quote,
    source,
    ask: async (stage) => {
      stage.mock.changePerson('ana', { rights: ['3', example].map((cui) => ({ cui, since: 0 })) });
      await stage.set('/switches', upload.switches ?? {});
      for (const [query, body] of upload.documents) {
        await stage.post(`upload?${query}`, body);
        stage.mock.clock.advance(2);
      }
      return stage.get(`listaMesajeFactura?zile=1&cif=${example}${filter}`, 'ana', '1234AA456');
    },
    expected: json(
      200,
      `{"mesaje":[{"data_creare":"202108051204","cif":"${example}","id_solicitare":"${uploadId}",${quote},"id":"${id}"}],"serial":"1234AA456","cui":"${example}","titlu":"Lista Mesaje disponibile din ultimele 1 zile"}`,
    ),
  };
}

interface Upload {
  readonly documents: readonly (readonly [query: string, body: string])[];
  readonly details: string;
  readonly uploadId?: string;
  readonly id?: string;
  readonly filter?: string;
  readonly switches?: object;
}

const sale = invoice({ seller: example, buyer: '3' });
const purchase = invoice({ seller: '3', buyer: example });
const message = buyerMessage('5001130147', 'Nu am comandat.');
const ownQuery = `standard=UBL&cif=${example}`;

/** `listaMesajeFactura`. */
export const listAnswers: readonly ContractAnswer[] = [
  {
    from: 'listaMesajeFactura',
    quote:
      '"detalii":"Erori de validare identificate la factura primita cu id_incarcare=5001130147","tip":"ERORI FACTURA"',
    source: 'documented',
    ask: (stage) => {
      stage.at('2022-11-02T11:49:24+02:00');
      for (const entry of entries) stage.list({ ...entry, cif: example });
      return stage.get(`listaMesajeFactura?zile=1&cif=${example}`, 'ana', '1234AA456');
    },
    expected: json(
      200,
      '{"mesaje":[{"data_creare":"202211011415","cif":"8000000000","id_solicitare":"5001130147","detalii":"Erori de validare identificate la factura primita cu id_incarcare=5001130147","tip":"ERORI FACTURA","id":"3001293434"},' +
        '{"data_creare":"202211011336","cif":"8000000000","id_solicitare":"5001131297","detalii":"Factura cu id_incarcare=5001131297 emisa de cif_emitent=8000000000 pentru cif_beneficiar=3","tip":"FACTURA TRIMISA","id":"3001503294"}],' +
        '"serial":"1234AA456","cui":"8000000000","titlu":"Lista Mesaje disponibile din ultimele 1 zile"}',
    ),
  },
  listed('FACTURA TRIMISA', 'documented', {
    documents: [[ownQuery, sale]],
    details: `Factura cu id_incarcare=5001130147 emisa de cif_emitent=${example} pentru cif_beneficiar=3`,
  }),
  listed('FACTURA PRIMITA', 'observed', {
    documents: [['standard=UBL&cif=3', purchase]],
    details: `Factura cu id_incarcare=5001130147 emisa de cif_emitent=3 pentru cif_beneficiar=${example}`,
    id: '3001293435',
  }),
  listed('FACTURA TRIMISA', 'observed', {
    documents: [[`${ownQuery}&autofactura=DA`, purchase]],
    details: `Factura cu id_incarcare=5001130147 transmisa de cif=${example} ca autofactura in numele cif=3`,
  }),
  listed('FACTURA TRIMISA', 'observed', {
    documents: [[`${ownQuery}&autofactura=DA`, purchase]],
    details: `Factura cu id_incarcare=5001130147 transmisa de cif=${example} ca autofactutra in numele cif=3`,
    switches: { selfBilledWord: 'autofactutra' },
  }),
  ...['listaMesajeFactura?zile=0', 'listaMesajePaginatieFactura?startTime=a&endTime=2&pagina=1'].map(
    (path): ContractAnswer => ({
      from: `${path}, with the switch refusalKeyOrder`,
      quote: '{"titlu":…,"eroare":…}',
      source: 'observed',
      ask: async (stage) => {
        await stage.set('/switches', { refusalKeyOrder: 'titlu eroare' });
        const answer = await stage.get(`${path}&cif=${example}`);
        return { ...answer, body: answer.body.replace(/"eroare":"[^"]+"/, '"eroare":…') };
      },
      expected: json(200, '{"titlu":"Lista Mesaje","eroare":…}'),
    }),
  ),
  listed('MESAJ CUMPARATOR TRANSMIS', 'observed', {
    documents: [
      ['standard=UBL&cif=3', purchase],
      [`standard=RASP&cif=${example}`, message],
    ],
    details: `Mesaj cu id_incarcare=5001130148 transmis de cif=${example} pentru cif=3`,
    uploadId: '5001130148',
    id: '3001293436',
    filter: '&filtru=R',
  }),
  listed('MESAJ CUMPARATOR PRIMIT', 'observed', {
    documents: [
      [ownQuery, sale],
      ['standard=RASP&cif=3', message],
    ],
    details: `Mesaj cu id_incarcare=5001130148 transmis de cif=3 pentru cif=${example}`,
    uploadId: '5001130148',
    id: '3001293437',
    filter: '&filtru=R',
  }),
  {
    from: 'listaMesajeFactura, with the switch emptyListError',
    quote: 'eroare: null',
    source: 'observed',
    ask: async (stage) => {
      await stage.set('/switches', { emptyListError: 'null' });
      await stage.post(`upload?${ownQuery}`, sale);
      stage.mock.clock.advance(2);
      const answer = await stage.get(`listaMesajeFactura?zile=1&cif=${example}`, 'ana', '1234AA456');
      return { ...answer, body: answer.body.replace(/\[.*\]/, '[…]') };
    },
    expected: json(
      200,
      `{"mesaje":[…],"serial":"1234AA456","cui":"${example}","titlu":"Lista Mesaje disponibile din ultimele 1 zile","eroare":null}`,
    ),
  },
  refusal('CIF introdus= aaa nu este un numar', 'zile=1&cif=aaa'),
  refusal('Numarul de zile introdus= aaa nu este un numar intreg', `zile=aaa&cif=${example}`),
  refusal('Numarul de zile trebuie sa fie intre 1 si 60', `zile=61&cif=${example}`),
  {
    ...refusal('Numarul de zile trebuie sa fie intre 1 si 60', `zile=0&cif=${example}`),
    from: 'listaMesajeFactura with zile=0',
  },
  {
    ...refusal('A aparut o eroare tehnica. Cod: 1814', right, ({ mock }) =>
      mock.scenarios.add({ name: 'api-technical-error', times: 1 }),
    ),
    source: 'observed',
  },
  refusal('Valorile acceptate pentru parametrul filtru sunt E, T, P sau R', `${right}&filtru=X`),
  {
    ...refusal(
      'Nu aveti drept in SPV pentru CIF=8000000000',
      right,
      ({ mock }) => mock.changePerson('nobody', { rights: [{ cui: '3', since: 0 }] }),
      'nobody',
    ),
    source: 'observed',
  },
  refusal('Nu exista niciun CIF pentru care sa aveti drept in SPV', right, undefined, 'nobody'),
  refusal('Nu exista mesaje in ultimele 15 zile', right),
  refusal(
    'Lista de mesaje este mai mare decat numarul de 500 elemente permise in pagina. Folositi endpoint-ul cu paginatie.',
    right,
    ({ mock }) => mock.addMessages({ cui: example, count: 501 }),
  ),
  refusal(
    'S-au facut deja 1000 interogari de lista mesaje de catre utilizator in cursul zilei',
    right,
    async (stage) => {
      // ANAF's page says 1000; its list of limits says 1500.
      await stage.set('/limits', { listsPerDay: 1000 });
      stage.count(`listaMesajeFactura test ${example}`, 1000);
    },
  ),
  {
    from: 'listaMesajeFactura',
    quote: 'Parametrii zile si cif sunt obligatorii',
    source: 'documented',
    ask: (stage) => stage.get('listaMesajeFactura?zile=1'),
    expected: badRequest('Parametrii zile si cif sunt obligatorii'),
  },
];
