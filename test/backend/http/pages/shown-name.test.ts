import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownName } from 'spv-authorize-backend/internal/http/pages/shown-name.ts';

describe('a shown name', () => {
  it('an ordinary name is shown unchanged', () => {
    assert.equal(shownName('Șerban & Fiii SRL'), 'Șerban & Fiii SRL');
  });

  it('line breaks and tabs in a name become single spaces', () => {
    assert.equal(shownName(' Pop\r\n\tMaria\u2028 '), 'Pop Maria');
  });

  it('characters that would reorder or hide text are removed from a name', () => {
    assert.equal(shownName('A\u202EB\u2066C\u2069D\u200BE\uFEFF'), 'ABCDE');
  });

  for (const name of ['שלום', 'شركة SRL', 'SRL \u{1E900}']) {
    it(`the right-to-left name "${name}" is isolated from its sentence`, () => {
      assert.equal(shownName(name), `\u2068${name}\u2069`);
    });
  }
});
