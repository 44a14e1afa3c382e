import { strFromU8, unzipSync } from 'fflate';
import { invoice } from '../../support/invoice.ts';
import { badRequest, downloadError } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import type { Exchange } from './exchange.ts';
import { example, type Stage } from './stage.ts';

const from = 'descarcare';

function refusal(quote: string, ask: ContractAnswer['ask'], source: ContractAnswer['source'] = 'documented') {
  return { from, quote, source, ask, expected: downloadError(quote) } satisfies ContractAnswer;
}

/** Uploads a document for a company and returns the id of the message to download. */
async function uploaded(stage: Stage, body: string, cif = example): Promise<string> {
  const { nextMessageId } = stage.mock.state;
  await stage.post(`upload?standard=UBL&cif=${cif}`, body);
  stage.mock.clock.advance(2);
  return String(nextMessageId);
}

const right = invoice({ seller: example, buyer: '3' });
const expired = 'Fisierul nu mai poate fi descarcat pentru ca a trecut perioada de 60 de zile in care este disponibil';

/** The download with the text of the archive's first file instead of the ZIP, whose bytes contain timestamps. */
async function unpacked(stage: Stage, id: string): Promise<Exchange> {
  const { access_token } = await stage.mock.issueTokens({ persona: 'ana' });
  const address = `${stage.mock.urls.apiPlain}/test/FCTEL/rest/descarcare?id=${id}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${access_token}` } });
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const [name = ''] = Object.keys(files);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: strFromU8(files[name] ?? new Uint8Array()),
    headers: { files: Object.keys(files).join(' ') },
  };
}

/** `descarcare`. */
export const downloadAnswers: readonly ContractAnswer[] = [
  refusal('Id descarcare introdus= 123a nu este un numar intreg', (stage) => stage.get('descarcare?id=123a')),
  refusal('S-au facut deja 10 descarcari de mesaj in cursul zilei', async (stage) => {
    const id = await uploaded(stage, right);
    stage.count(`descarcare ${id}`, 10);
    return stage.get(`descarcare?id=${id}`);
  }),
  refusal('Nu aveti dreptul sa descarcati acesta factura', async (stage) =>
    stage.get(`descarcare?id=${await uploaded(stage, right)}`, 'nobody'),
  ),
  refusal('Pentru id=21 nu exista inregistrata nici o factura', (stage) => stage.get('descarcare?id=21')),
  refusal(
    expired,
    async (stage) => {
      const id = await uploaded(stage, right);
      stage.mock.clock.advance(60 * 86_400 + 1);
      return stage.get(`descarcare?id=${id}`);
    },
    'observed',
  ),
  {
    from: 'descarcare, with the switch downloadErrorType',
    quote: 'Pentru id=21 nu exista inregistrata nici o factura',
    source: 'observed',
    ask: async (stage) => {
      await stage.set('/switches', { downloadErrorType: 'text/plain' });
      return stage.get('descarcare?id=21');
    },
    expected: { ...downloadError('Pentru id=21 nu exista inregistrata nici o factura'), type: 'text/plain' },
  },
  {
    from,
    quote: 'Parametrul id este obligatoriu',
    source: 'documented',
    ask: (stage) => stage.get('descarcare'),
    expected: badRequest('Parametrul id este obligatoriu'),
  },
  {
    from,
    quote:
      'mfp:anaf:dgti:efactura:mesajEroriFactuta:v1" Index_incarcare="3828" Cif_emitent="47024170": R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833',
    source: 'observed',
    ask: async (stage) => {
      stage.mock.changePerson('ana', { rights: [{ cui: '47024170', since: 0 }] });
      stage.mock.state.nextUploadId = 3828;
      return unpacked(stage, await uploaded(stage, invoice({ seller: '6443019833' }), '47024170'));
    },
    expected: {
      status: 200,
      type: 'application/zip',
      body: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<header xmlns="mfp:anaf:dgti:efactura:mesajEroriFactuta:v1" Index_incarcare="3828" Cif_emitent="47024170">
    <Error errorMessage="E: validari globale&#xA; eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:6443019833"/>
</header>`,
      headers: { files: '3828.xml semnatura_3828.xml' },
    },
  },
];
