import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bodyOf,
  businessError,
  readDownload,
  readMessages,
  readUpload,
  readUploadState,
} from 'spv-authorize-backend/internal/anaf/efactura-answers.ts';

const upload = (attributes: string, content = '') =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202108051140" ${attributes}>${content}</header>`,
  );

describe("ANAF's answers", () => {
  it('the answer to an accepted upload contains the id for its status', () => {
    assert.deepEqual(readUpload(upload('ExecutionStatus="0" index_incarcare="3828"')), { uploadId: '3828' });
  });

  it('the answer to a refused upload contains the unescaped reason', () => {
    const body = upload(
      'ExecutionStatus="1"',
      '<Errors errorMessage="Fisierul &lt;x&gt; nu este valid &#259; &amp;lt;"/>',
    );

    assert.throws(() => readUpload(body), { code: 'refused', message: 'Fisierul <x> nu este valid ă &lt;' });
  });

  it('the answer to an upload without the right is a missing right', () => {
    const body = upload('ExecutionStatus="1"', '<Errors errorMessage="Nu aveti drept in SPV pentru CIF=1234"/>');

    assert.throws(() => readUpload(body), { code: 'no-right' });
  });

  it('the status of an upload is processing, accepted, rejected or not accepted by the system', () => {
    const states = [
      'stare="in prelucrare"',
      'stare="ok" id_descarcare="1"',
      'stare="nok" id_descarcare="2"',
      'stare="XML cu erori nepreluat de sistem"',
    ];

    assert.deepEqual(
      states.map((attributes) => readUploadState(upload(attributes))),
      [
        { state: 'processing' },
        { state: 'accepted', downloadId: '1' },
        { state: 'rejected', downloadId: '2' },
        { state: 'not-taken', errors: ['XML cu erori nepreluat de sistem'] },
      ],
    );
  });

  it('a final upload state without a download id, or with an unknown name, is no description of the upload', () => {
    for (const attributes of ['stare="ok"', 'stare="nok" id_descarcare=""', 'stare="?" id_descarcare="1"', '']) {
      assert.throws(() => readUploadState(upload(attributes)), {
        code: 'unavailable',
        message: 'ANAF gave an answer that its API does not describe',
      });
    }
  });

  it('the answer about the status of an upload can be a business error', () => {
    const body = upload('', '<Errors errorMessage="Nu aveti dreptul de inchidere"/><Errors errorMessage="x"/>');

    assert.throws(() => readUploadState(body), { code: 'refused', message: 'Nu aveti dreptul de inchidere' });
  });

  it("an unreadable upload keeps ANAF's sentence and its errors in their order", () => {
    const content = '<Errors errorMessage="a"/><Errors errorMessage="b"/>';

    assert.deepEqual(readUploadState(upload('stare="XML cu erori nepreluat"', content)), {
      state: 'not-taken',
      errors: ['XML cu erori nepreluat', 'a', 'b'],
    });
  });

  it("a message list contains only the company's messages", () => {
    const entry = { data_creare: '202211011415', id_solicitare: '5001130147', detalii: 'd', tip: 'FACTURA PRIMITA' };
    const list = {
      mesaje: [
        { ...entry, cif: '1', id: '10' },
        { ...entry, cif: '2', id: '20' },
        null,
        'a text',
        { ...entry, cif: 1, id: 30 },
      ],
    };
    const body = Buffer.from(JSON.stringify(list));

    assert.deepEqual(readMessages(body, '1'), [
      { id: '10', uploadId: '5001130147', type: 'received', createdAt: '202211011415', details: 'd' },
      { id: '30', uploadId: '5001130147', type: 'received', createdAt: '202211011415', details: 'd' },
    ]);
  });

  it('the sentence that there are no messages is an empty list', () => {
    assert.deepEqual(readMessages(Buffer.from('{"eroare":"Nu exista mesaje in ultimele 5 zile"}'), '1'), []);
  });

  it('another sentence in place of the messages is a business error', () => {
    const body = Buffer.from('{"eroare":"Nu aveti drept in SPV pentru CIF=1"}');

    assert.throws(() => readMessages(body, '1'), { code: 'no-right', message: 'Nu aveti drept in SPV pentru CIF=1' });
  });

  it('a message list without messages and without a sentence means that ANAF is not available', () => {
    assert.throws(() => readMessages(Buffer.from('{"titlu":"Lista Mesaje"}'), '1'), { code: 'unavailable' });
  });

  it('a body that only resembles a ZIP is not returned as a download', () => {
    for (const text of ['PX', 'XK', 'P', '']) {
      assert.throws(() => readDownload(Buffer.from(text)), { code: 'unavailable' }, text);
    }
  });

  it('the body of an answer is returned for HTTP 200 alone', () => {
    const body = Buffer.from('body');

    assert.equal(bodyOf({ status: 200, body }), body);
  });

  for (const [status, code, message] of [
    [400, 'refused', 'ANAF answered HTTP 400'],
    [403, 'refused', 'ANAF answered HTTP 403'],
    [401, 'unavailable', 'ANAF answered HTTP 401'],
    [500, 'unavailable', 'ANAF answered HTTP 500'],
    [302, 'unavailable', 'ANAF answered HTTP 302'],
    [429, 'quota-exceeded', 'ANAF accepts no more calls at the moment'],
  ] as const) {
    it(`HTTP ${status} of the e-Factura API is the error ${code}`, () => {
      assert.throws(() => bodyOf({ status, body: Buffer.from('') }), { name: 'AnafError', code, message });
    });
  }

  it('the answer to a download is a ZIP or a text with the reason', () => {
    assert.equal(readDownload(Buffer.from('PK\u0003\u0004')).length, 4);
    const refused = '{"eroare":"S-au facut deja 10 descarcari de mesaj in cursul zilei","titlu":"Descarcare mesaj"}';
    assert.throws(() => readDownload(Buffer.from(refused)), { code: 'quota-exceeded' });
  });

  it('a page of HTML means that ANAF is not available', () => {
    const page = Buffer.from('<html><head><title>Request Rejected</title></head></html>');

    for (const read of [
      () => readUpload(page),
      () => readUploadState(page),
      () => readMessages(page, '1'),
      () => readDownload(page),
    ]) {
      assert.throws(read, { code: 'unavailable' });
    }
  });

  it('an answer of XML that is not well-formed means that ANAF is not available', () => {
    const whole = String(upload('index_incarcare="3828" stare="ok" id_descarcare="1"'));
    const damaged = [whole.slice(0, -9), whole.replace('stare=', 'stare=ok '), whole.replace('3828', '3&828'), ''];

    for (const text of damaged) {
      for (const read of [readUpload, readUploadState]) {
        assert.throws(() => read(Buffer.from(text)), {
          name: 'AnafError',
          code: 'unavailable',
          message: /XML that is not well-formed/,
        });
      }
    }
  });

  it('an attribute of another element is not read as the id of the upload', () => {
    const body = upload('ExecutionStatus="0"', '<!-- index_incarcare="1" --><Other index_incarcare="2"/>');

    assert.throws(() => readUpload(body), { code: 'unavailable' });
  });

  it("ANAF's sentences are sorted by what a caller can do about them", () => {
    assert.equal(businessError('A aparut o eroare tehnica. Cod: 1814').code, 'unavailable');
    assert.equal(businessError('Nu exista niciun CIF petru care sa aveti drept').code, 'no-right');
    assert.equal(
      businessError('S-au incarcat deja 1000 de mesaje de tip RASP pentru cui=1 in cursul zilei').code,
      'quota-exceeded',
    );
    assert.equal(businessError('Id descarcare introdus= a nu este un numar intreg').code, 'refused');
  });
});
