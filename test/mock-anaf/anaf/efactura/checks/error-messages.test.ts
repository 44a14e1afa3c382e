import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checksOf, errorMessageOf } from 'mock-anaf/internal/anaf/efactura/checks/invoice-check.ts';
import { invoiceChecks } from 'mock-anaf/internal/anaf/efactura/checks/invoice-checks.ts';

/** Business terms, codes and numbers that a sentence names. */
function namedIn(sentence: string): readonly string[] {
  return (
    sentence.match(/B[TG]-\d+|SECTOR\d|RO-[A-Z]+|UNTDID \d+|ISO [\d-]+|(?<!Linia )\b\d+\b|\bRON\b|currencyID/g) ?? []
  ).sort();
}

describe('error messages of the checks', () => {
  it('an error message has the label in brackets, the Romanian sentence, and the English one on the next line', () => {
    const [check] = checksOf('CIUS-RO', [['BR-X-1', 'Ceva lipseste.', 'Something is missing.', () => true]]);
    assert.ok(check);

    assert.equal(errorMessageOf(check), '[BR-X-1]-Ceva lipseste.\n\t\t#Something is missing.');
    assert.equal(errorMessageOf({ ...check, label: 'BR-X' }), '[BR-X]-Ceva lipseste.\n\t\t#Something is missing.');
  });

  for (const { id, romanian, english } of invoiceChecks) {
    it(`the error message of ${id} is one complete sentence in Romanian and one in English`, () => {
      for (const sentence of [romanian, english]) {
        assert.match(sentence, /^[A-Z].*[^ (][.)]$/);
        assert.doesNotMatch(sentence, / {2}| [,)]| \.(?!\.)|\( |undefined/);
      }
    });

    it(`the two sentences of ${id} name the same terms and codes`, () => {
      assert.deepEqual(namedIn(romanian), namedIn(english));
    });
  }

  it('the Romanian error messages on VAT categories name the category and mean the same as the English ones', () => {
    const names = { S: 'Cota standard', Z: 'Cota zero', E: 'Scutit de TVA', AE: 'Taxare inversa' };
    const more = { IC: 'Livrare intracomunitara', G: 'Export', O: 'In afara sferei TVA' };
    for (const [rules, name] of Object.entries({ ...names, ...more })) {
      const sentence = (number: string) =>
        invoiceChecks.find(({ id }) => id === `BR-${rules}-${number}`)?.romanian ?? '';
      const rate = rules === 'O' ? 'lipseasca' : rules === 'S' ? 'fie mai mare decat 0' : 'fie 0';
      const needsReason = rules !== 'S' && rules !== 'Z';

      assert.ok(
        ['01', '05', '08', '10'].every((number) => sentence(number).startsWith(`${name}: `)),
        name,
      );
      assert.equal(sentence('05'), `${name}: cota din linii (BT-152) trebuie sa ${rate}.`);
      assert.match(sentence('10'), needsReason ? /trebuie sa aiba motivul/ : /trebuie sa nu aiba motivul/);
    }
  });

  it('the Romanian error messages name the seller or the buyer', () => {
    const wrong = invoiceChecks.filter(
      ({ romanian, english }) =>
        /(name|address|city|country) of the (seller|buyer)|(seller|buyer)'s/.test(english) &&
        !romanian.includes(english.includes('seller') ? 'Vanzatorului' : 'Cumparatorului'),
    );

    assert.deepEqual(wrong, []);
  });
});
