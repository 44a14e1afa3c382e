import { strFromU8, unzipSync } from 'fflate';
import { invoice } from '../../support/invoice.ts';
import { json } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import type { Exchange } from './exchange.ts';
import { example, type Stage } from './stage.ts';

const document = invoice({ seller: example, buyer: '3' });
const traceId = 'c8c9da20-0000-0000-0000-000000000000';

/** Replaces `trace_id`, which changes between runs. */
function withTraceId(answer: Exchange): Exchange {
  return { ...answer, body: answer.body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, traceId) };
}

function complaint(
  quote: string,
  path: string,
  body: string,
  prepare: (stage: Stage) => void = () => {},
): ContractAnswer {
  return {
    from: path.split('/')[0] ?? '',
    quote,
    source: 'documented',
    ask: async (stage) => {
      prepare(stage);
      return withTraceId(await stage.postDocument(`/prod/FCTEL/rest/${path}`, body));
    },
    expected: json(200, `{"stare":"nok","Messages":[{"message":"${quote}"}],"trace_id":"${traceId}"}`),
  };
}

function technicalError({ mock }: Stage): void {
  mock.scenarios.add({ name: 'api-technical-error', times: 1 });
}

const tooLong = ' '.repeat(5 * 1024 * 1024 + 1);

/** A form with the document and the signature of an archive. */
async function archiveForm(stage: Stage, change: (file: string) => string): Promise<FormData> {
  const [id = ''] = stage.mock.addMessages({ cui: example, kind: 'FACTURA TRIMISA' });
  const { access_token } = await stage.mock.issueTokens({ persona: 'ana' });
  const address = `${stage.mock.urls.apiPlain}/test/FCTEL/rest/descarcare?id=${stage.mock.state.uploads[id]?.messageId}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${access_token}` } });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return form({ file: change(text(`${id}.xml`)), signature: text(`semnatura_${id}.xml`) });
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(fields))
    data.set(name, new Blob([text], { type: 'text/xml' }), `${name}.xml`);
  return data;
}

const signaturePath = '/api/validate/signature';
const signatureEnd = 'din perspectiva autenticității semnăturii aplicate.';
const incorrect =
  'Eroare tehnică: request incorect. Cauza: cel puțin unul din documente NU a fost încărcat sau NU este un fisier de tip XML specific facturii electronice.';

/** `validare`, `transformare` and `validate/signature`: methods that process a document without storing it. */
export const documentAnswers: readonly ContractAnswer[] = [
  {
    from: 'validare',
    quote: '{"stare":"ok","trace_id":"c8c9da20-…"}',
    source: 'documented',
    ask: async (stage) => withTraceId(await stage.postDocument('/prod/FCTEL/rest/validare/FACT1', document)),
    expected: json(200, `{"stare":"ok","trace_id":"${traceId}"}`),
  },
  ...['validare', 'transformare'].flatMap((name) => [
    complaint('Valorile acceptate pentru parametrul standard sunt FACT1 si FCN', `${name}/FACT2`, document),
    complaint('Marime fisier transmis mai mare de 5 MB.', `${name}/FACT1`, tooLong),
    complaint('A aparut o eroare tehnica. Cod: 1814', `${name}/FACT1`, document, technicalError),
  ]),
  {
    from: 'validare',
    quote:
      '{"timestamp":"2022-09-07T12:33:24.284+00:00","status":404,"error":"Not Found","path":"/FCTEL/rest/validare/"}',
    source: 'documented',
    ask: (stage) => {
      stage.at('2022-09-07T12:33:24.284Z');
      return stage.postDocument('/prod/FCTEL/rest/validare/', document);
    },
    expected: json(
      404,
      '{"timestamp":"2022-09-07T12:33:24.284+00:00","status":404,"error":"Not Found","path":"/FCTEL/rest/validare/"}',
    ),
  },
  ...['validare/FACT1', 'transformare/FACT1', 'transformare/FACT1/DA'].flatMap((path): ContractAnswer[] => {
    const address = `/test/FCTEL/rest/${path}`;
    const expected = json(
      404,
      `{"timestamp":"2021-08-05T09:04:01.000+00:00","status":404,"error":"Not Found","path":"/FCTEL/rest/${path}"}`,
    );
    const answer = { quote: '404', source: 'observed', expected } as const;
    return [
      { ...answer, from: `GET ${address}`, ask: (stage) => stage.get(address) },
      { ...answer, from: `POST ${address}`, ask: (stage) => stage.postDocument(address, document) },
    ];
  }),
  {
    from: 'validate/signature',
    quote: '{"msg":"Fișierele încărcate au fost validate cu succes, …"}',
    source: 'documented',
    ask: async (stage) => stage.postDocument(signaturePath, await archiveForm(stage, (file) => file)),
    expected: json(200, `{"msg":"Fișierele încărcate au fost validate cu succes, ${signatureEnd}"}`),
  },
  {
    from: 'validate/signature',
    quote: '{"msg":"Fișierele încărcate NU au putut fi validate cu succes, …"}',
    source: 'documented',
    ask: async (stage) =>
      stage.postDocument(signaturePath, await archiveForm(stage, (file) => file.replace('100.00', '900.00'))),
    expected: json(200, `{"msg":"Fișierele încărcate NU au putut fi validate cu succes, ${signatureEnd}"}`),
  },
  {
    from: 'validate/signature',
    quote: incorrect,
    source: 'documented',
    ask: (stage) => stage.postDocument(signaturePath, form({ file: document })),
    expected: json(400, `{"msg":"${incorrect}"}`),
  },
];
