import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApiAnswer, EFacturaApi } from 'spv-authorize-backend/internal/anaf/efactura-api.ts';
import { checkRight, judgeRight } from 'spv-authorize-backend/internal/anaf/rights.ts';
import { Secret } from 'spv-authorize-backend/internal/vault/secret.ts';

const error = (eroare: string) => JSON.stringify({ eroare, titlu: 'Lista Mesaje' });

/** ANAF's answers (docs/facts-anaf.md §3.3, §3.4). */
const cases: readonly { body: string; status?: number; says: string }[] = [
  {
    body: '{"mesaje":[],"serial":"1","cui":"90123459","titlu":"Lista Mesaje disponibile din ultimele 1 zile"}',
    says: 'granted',
  },
  { body: '{"mesaje":[],"eroare":null}', says: 'granted' },
  { body: error('Nu exista mesaje in ultimele 1 zile'), says: 'granted' },
  {
    body: error(
      'Lista de mesaje este mai mare decat numarul de 500 elemente permise in pagina. Folositi endpoint-ul cu paginatie.',
    ),
    says: 'granted',
  },
  { body: error('Nu aveti drept in SPV pentru CIF=90123459'), says: 'denied company' },
  { body: error('Nu exista niciun CIF pentru care sa aveti drept in SPV'), says: 'denied any-company' },
  {
    body: error('S-au facut deja 1000 interogari de lista mesaje de catre utilizator in cursul zilei'),
    says: 'silent',
  },
  { body: error('A aparut o eroare tehnica. Cod: 1814'), says: 'silent' },
  { body: '<html><head><title>Request Rejected</title></head></html>', says: 'silent' },
  { body: '', says: 'silent' },
  { body: 'null', says: 'silent' },
  { body: '{"mesaje":"x"}', says: 'silent' },
  { body: '{"message":"Unauthorized","status":"401"}', status: 401, says: 'token-refused' },
  { body: '', status: 403, says: 'service-missing' },
  { body: '', status: 204, says: 'silent' },
  { body: '', status: 302, says: 'silent' },
  { body: '', status: 429, says: 'silent' },
  { body: '<html>', status: 503, says: 'silent' },
];

describe('judgeRight', () => {
  for (const { body, status = 200, says } of cases) {
    it(`the rights check reads HTTP ${status} ${body.slice(0, 60)} as ${says}`, () => {
      const answer = judgeRight({ kind: 'answered', status, body: Buffer.from(body) });

      assert.equal(answer.kind === 'denied' ? `denied ${answer.scope}` : answer.kind, says);
    });
  }

  it('the rights check keeps the reason of a missing answer', () => {
    assert.deepEqual(judgeRight({ kind: 'silent', reason: 'TimeoutError' }), {
      kind: 'silent',
      reason: 'TimeoutError',
    });
  });

  for (const [status, body, reason] of [
    [503, '', 'HTTP 503'],
    [200, '<html>', 'the answer is not a JSON object'],
    [200, '{"titlu":"x"}', 'the answer has neither messages nor an error'],
    [200, error('A aparut o eroare tehnica'), 'A aparut o eroare tehnica'],
  ] as const) {
    it(`the rights check gives "${reason}" as the reason why HTTP ${status} ${body.slice(0, 12)} says nothing`, () => {
      const answer = judgeRight({ kind: 'answered', status, body: Buffer.from(body) });

      assert.deepEqual(answer, { kind: 'silent', reason });
    });
  }
});

describe('checkRight', () => {
  it('the rights check asks for the messages of one day of the company, with the given token and signal', async () => {
    const api = new RecordingApi();
    const accessToken = new Secret('token');
    const { signal } = new AbortController();

    const answer = await checkRight(api, { accessToken, taxId: '90123459' }, signal);

    assert.deepEqual(answer, { kind: 'granted' });
    assert.deepEqual(api.calls, [[{ operation: 'list-messages', taxId: '90123459', days: 1 }, accessToken, signal]]);
  });
});

class RecordingApi implements Pick<EFacturaApi, 'send'> {
  readonly calls: unknown[] = [];

  async send(...call: Parameters<EFacturaApi['send']>): Promise<ApiAnswer> {
    this.calls.push(call);
    return { kind: 'answered', status: 200, body: Buffer.from('{"mesaje":[]}') };
  }
}
