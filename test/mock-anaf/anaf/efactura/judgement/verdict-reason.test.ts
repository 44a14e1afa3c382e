import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reasonOf } from 'mock-anaf/internal/anaf/efactura/judgement/verdict-reason.ts';
import { notTaken } from 'mock-anaf/internal/engine/state/mock-state.ts';

describe('reasonOf', () => {
  it('the journal shows an accepted or unprocessed document by its state', () => {
    assert.equal(reasonOf({ stare: 'ok', seller: '1', buyer: '2' }), 'ok');
    assert.equal(reasonOf({ stare: notTaken }), notTaken);
  });

  it('the journal shows each failed check by the line that names it', () => {
    const errors = [
      '[BR-02]-Lipseste.\n\t\t#Missing.',
      'E: validari globale\n eroare regula: R6.1: x',
      'Factura a mai fost transmisa',
      'E: [BR-03] in the middle\n the last line ',
    ];

    assert.equal(
      reasonOf({ stare: 'nok', errors }),
      'nok: [BR-02]-Lipseste.; eroare regula: R6.1: x; Factura a mai fost transmisa; the last line',
    );
  });
});
