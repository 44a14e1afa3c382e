import { invoice } from '../../support/invoice.ts';
import { badRequest, uploadError, xml } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import { example, type Stage } from './stage.ts';

const document = invoice({ seller: example, buyer: '3' });
const query = `standard=UBL&cif=${example}`;

function refusal(
  quote: string,
  question: string,
  more: { persona?: string; body?: string | Uint8Array; method?: string; prepare?: (stage: Stage) => void } = {},
): ContractAnswer {
  const { persona, body = document, method = 'upload', prepare } = more;
  return {
    from: method,
    quote,
    source: 'documented',
    ask: (stage) => {
      prepare?.(stage);
      return stage.post(`${method}?${question}`, body, persona);
    },
    expected: uploadError(quote),
  };
}

function bad(quote: string, question: string, body: string): ContractAnswer {
  const ask = (stage: Stage) => stage.post(`upload?${question}`, body);
  return { from: 'upload', quote, source: 'documented', ask, expected: badRequest(quote) };
}

/** `upload` and `uploadb2c`. */
export const uploadAnswers: readonly ContractAnswer[] = [
  ...['upload', 'uploadb2c'].map(
    (method): ContractAnswer => ({
      from: method,
      quote: 'dateResponse="202108051140" ExecutionStatus="0" index_incarcare="3828"',
      source: 'documented',
      ask: (stage) => {
        stage.at('2021-08-05T11:40:00+03:00');
        stage.mock.state.nextUploadId = 3828;
        return stage.post(`${method}?${query}`, document);
      },
      expected: xml(
        '<header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202108051140" ExecutionStatus="0" index_incarcare="3828"/>',
      ),
    }),
  ),
  {
    from: 'upload',
    quote: 'dateResponse="202210121034" ExecutionStatus="1"',
    source: 'documented',
    ask: (stage) => {
      stage.at('2022-10-12T10:34:00+03:00');
      return stage.post('upload?standard=UBL&cif=1234', document);
    },
    expected:
      xml(`<header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202210121034" ExecutionStatus="1">
    <Errors errorMessage="Nu aveti drept in SPV pentru CIF=1234"/>
</header>`),
  },
  refusal('Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP', `standard=XYZ&cif=${example}`),
  refusal('Marime fisier transmis mai mare de 10 MB.', query, { body: Buffer.alloc(10 * 1024 * 1024 + 1, 32) }),
  refusal('CIF introdus= 123a nu este un numar', 'standard=UBL&cif=123a'),
  refusal('Nu exista niciun CIF pentru care sa aveti drept in SPV', query, { persona: 'nobody' }),
  refusal('Nu aveti drept in SPV pentru CIF=1234', 'standard=UBL&cif=1234'),
  refusal(
    "Fisierul transmis nu este valid. org.xml.sax.SAXParseException; lineNumber: 15; columnNumber: 155; cvc-elt.1.a: Cannot find the declaration of element 'Invoice1'. ",
    query,
    { body: `${'\n'.repeat(14)}${'<Invoice1'.padEnd(153)}/>` },
  ),
  refusal('Daca parametrul extern trebuie completat, valoarea acceptata este DA', `${query}&extern=NU`),
  refusal('Daca parametrul autofacturare trebuie completat, valoarea acceptata este DA', `${query}&autofactura=NU`),
  refusal('Daca parametrul executare trebuie completat, valoarea acceptata este DA', `${query}&executare=NU`),
  refusal(
    'CIF introdus= 1234 nu este inregistrat in Registrul RO e-Factura executari silite',
    'standard=UBL&cif=1234&executare=DA',
    { prepare: ({ mock }) => mock.changePerson('ana', { rights: [{ cui: '1234', since: 0 }] }) },
  ),
  refusal('S-au incarcat deja 1000 de mesaje de tip RASP pentru cui=1234 in cursul zilei', 'standard=RASP&cif=1234', {
    prepare: (stage) => {
      stage.mock.changePerson('ana', { rights: [{ cui: '1234', since: 0 }] });
      stage.count('RASP test 1234', 1000);
    },
  }),
  {
    ...refusal('A aparut o eroare tehnica. Cod: 1814', query, {
      prepare: ({ mock }) => mock.scenarios.add({ name: 'api-technical-error', times: 1 }),
    }),
    source: 'observed',
  },
  bad('Trebuie sa aveti atasat in request un fisier de tip xml', query, ''),
  bad('Parametrii standard si cif sunt obligatorii', 'standard=UBL', document),
  ...['extern', 'autofactura', 'executare'].map((mark): ContractAnswer => {
    const wrong = mark === 'autofactura' ? 'autofacturare' : mark;
    return refusal(`Daca parametrul ${wrong} trebuie completat, valoarea acceptata este DA`, `${query}&${mark}=da`, {
      method: 'uploadb2c',
    });
  }),
];
