import { invoice } from '../../support/invoice.ts';
import { badRequest, statusError, xml } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import { example, type Stage } from './stage.ts';

const namespace = 'mfp:anaf:dgti:efactura:stareMesajFactura:v1';

/** Uploads a document and requests its status after `waitSeconds`; by default after its processing time. */
async function stateOf(stage: Stage, body: string, waitSeconds = 2) {
  stage.mock.state.nextUploadId = 18;
  await stage.post(`upload?standard=UBL&cif=${example}`, body);
  stage.mock.clock.advance(waitSeconds);
  return stage.get('stareMesaj?id_incarcare=18');
}

function state(quote: string, ask: ContractAnswer['ask']): ContractAnswer {
  const expected = xml(`<header xmlns="${namespace}" ${quote}/>`);
  return { from: 'stareMesaj', quote, source: 'documented', ask, expected };
}

function refusal(quote: string, ask: ContractAnswer['ask']): ContractAnswer {
  return { from: 'stareMesaj', quote, source: 'documented', ask, expected: statusError(quote) };
}

const right = invoice({ seller: example, buyer: '3' });

/** `stareMesaj`. */
export const statusAnswers: readonly ContractAnswer[] = [
  state('stare="ok" id_descarcare="1234"', (stage) => {
    stage.mock.state.nextMessageId = 1234;
    return stateOf(stage, right);
  }),
  state('stare="nok" id_descarcare="123"', (stage) => {
    stage.mock.state.nextMessageId = 123;
    return stateOf(stage, right.replace('EX-1', ''));
  }),
  state('stare="in prelucrare"', (stage) => stateOf(stage, right, 1)),
  state('stare="XML cu erori nepreluat de sistem"', (stage) =>
    stateOf(stage, right.replace('</Invoice>', '<Alta xmlns="urn:alta"/></Invoice>')),
  ),
  refusal('Nu aveti dreptul de inteorgare pentru id_incarcare= 18', async (stage) => {
    await stateOf(stage, right);
    stage.mock.changePerson('nobody', { rights: [{ cui: '3', since: 0 }] });
    return stage.get('stareMesaj?id_incarcare=18', 'nobody');
  }),
  refusal('Nu exista niciun CIF petru care sa aveti drept', (stage) =>
    stage.get('stareMesaj?id_incarcare=18', 'nobody'),
  ),
  refusal('Id_incarcare introdus= aaa nu este un numar intreg', (stage) => stage.get('stareMesaj?id_incarcare=aaa')),
  refusal('Nu exista factura cu id_incarcare= 15000', (stage) => stage.get('stareMesaj?id_incarcare=15000')),
  refusal('S-au facut deja 20 descarcari de mesaj in cursul zilei', async (stage) => {
    // ANAF's page says 20; its list of limits says 100.
    await stage.set('/limits', { statusesPerDay: 20 });
    stage.count('stareMesaj 18', 20);
    return stateOf(stage, right);
  }),
  {
    from: 'stareMesaj',
    quote: 'Parametrul id_incarcare este obligatoriu',
    source: 'documented',
    ask: (stage) => stage.get('stareMesaj'),
    expected: badRequest('Parametrul id_incarcare este obligatoriu'),
  },
];
