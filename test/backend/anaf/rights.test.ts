import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeRight } from 'spv-authorize-backend/internal/anaf/rights.ts';

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

  it('the rights check reads a missing answer as silence', () => {
    assert.equal(judgeRight({ kind: 'silent', reason: 'TimeoutError' }).kind, 'silent');
  });
});
