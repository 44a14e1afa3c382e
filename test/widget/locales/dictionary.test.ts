import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { delegationEn } from 'spv-authorize/internal/locales/delegation-en.ts';
import { delegationRo } from 'spv-authorize/internal/locales/delegation-ro.ts';
import { withMessages } from 'spv-authorize/internal/locales/dictionary.ts';
import { en } from 'spv-authorize/internal/locales/en.ts';
import { ro } from 'spv-authorize/internal/locales/ro.ts';

describe('the dictionaries', () => {
  it('the dictionaries have the same keys, of the same kind, in both languages', () => {
    assert.deepEqual(shapeOf(en), shapeOf(ro));
    assert.deepEqual(shapeOf(delegationEn), shapeOf(delegationRo));
  });

  it('the dictionaries have no empty text', () => {
    for (const dictionary of [ro, en, delegationRo, delegationEn]) {
      const empty = textsOf(dictionary).filter((text) => text.trim() === '');
      assert.deepEqual(empty, []);
    }
  });

  it('the Romanian dictionary uses ș and ț with a comma below, never with a cedilla', () => {
    assert.deepEqual(
      textsOf([ro, delegationRo]).filter((text) => /[şţŞŢ]/.test(text)),
      [],
    );
  });

  it('the Romanian dictionary uses "token" only for the device, never for the authorization', () => {
    const suspicious = textsOf([ro, delegationRo]).filter((text) => /token(ul)? (de acces|OAuth|JWT)/i.test(text));
    assert.deepEqual(suspicious, []);
  });

  const days = [
    [0, '0 zile'],
    [1, '1 zi'],
    [2, '2 zile'],
    [19, '19 zile'],
    [20, '20 de zile'],
    [100, '100 de zile'],
    [101, '101 zile'],
    [119, '119 zile'],
    [120, '120 de zile'],
  ] as const;
  for (const [count, text] of days) {
    it(`${count} days are written as "${text}" in Romanian`, () => {
      assert.equal(ro.common.days(count), text);
    });
  }

  it('the scope sentence names the services of the application', () => {
    const both = ['e-factura', 'e-transport'] as const;

    assert.match(ro.scope.sees('FacturaApp', ['e-factura']), /numai la e-Factura\./);
    assert.match(ro.scope.sees('FacturaApp', both), /numai la e-Factura și e-Transport\./);
    assert.match(en.scope.sees('FacturaApp', both), /reaches e-Factura and e-Transport only/);
  });
});

describe('withMessages', () => {
  it('withMessages replaces texts of the files that are loaded on demand', () => {
    const words = withMessages(delegationRo, { links: { create: 'Fă un link' }, none: { start: 'Conectează' } });

    assert.deepEqual([words.links.create, words.links.copy], ['Fă un link', delegationRo.links.copy]);
    assert.deepEqual(Object.keys(words), Object.keys(delegationRo));
  });

  it('withMessages replaces the given texts and leaves their neighbours', () => {
    const words = withMessages(ro, { none: { start: 'Conectează SPV' } });

    assert.equal(words.none.start, 'Conectează SPV');
    assert.equal(words.none.title, ro.none.title);
    assert.equal(ro.none.start, 'Autorizează');
  });
});

/** Keys and types without the texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
