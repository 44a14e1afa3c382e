import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Sender, sellerErrors } from 'mock-anaf/internal/anaf/efactura/judgement/seller-check.ts';
import { beta, exemplu, gama } from '../../../support/invoice.ts';

const parties = { seller: exemplu.cui, buyer: beta.cui };
const companies = [exemplu, beta];
const asSender = (role: Sender['role'], cui: string): Sender => ({ role, cui });

describe('sellerErrors', () => {
  it('a seller that ANAF does not know breaks R6.1, whoever sends the document', () => {
    const unknown = { ...parties, seller: gama.cui };
    const complaint = `E: validari globale\n eroare regula: R6.1: CIF-ul vanzatorului nu figureaza in baza de date:${gama.cui}`;

    assert.deepEqual(sellerErrors(unknown, companies, undefined), [complaint]);
    assert.deepEqual(sellerErrors(unknown, companies, asSender('seller', exemplu.cui)), [complaint]);
  });

  it('a buyer that ANAF does not know is accepted', () => {
    assert.deepEqual(sellerErrors({ ...parties, buyer: gama.cui }, companies, undefined), []);
  });

  for (const sender of [undefined, asSender('seller', exemplu.cui), asSender('buyer', beta.cui)]) {
    it(`a document is accepted from ${sender ? `its ${sender.role}` : 'anybody if no sender is required'}`, () => {
      assert.deepEqual(sellerErrors(parties, companies, sender), []);
    });
  }

  for (const [sender, party, taxId] of [
    [asSender('seller', beta.cui), 'vanzatorului', exemplu.cui],
    [asSender('buyer', exemplu.cui), 'cumparatorului', beta.cui],
  ] as const) {
    it(`a document whose ${sender.role} is not the sender is refused with both CUIs`, () => {
      assert.deepEqual(sellerErrors(parties, companies, sender), [
        `E: CIF-ul ${party} (${taxId}) nu este cel pentru care s-a transmis factura (cif=${sender.cui})`,
      ]);
    });
  }
});
