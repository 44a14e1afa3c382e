import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issuerName, issuers } from 'spv-authorize/catalogue';

describe('issuerName', () => {
  const cases = [
    ['CN=certSIGN Qualified 2023 RSA CA,O=CERTSIGN SA', 'certSIGN'],
    ['DigiSign Qualified CA Class 3 2017', 'DigiSign'],
    ['Trans Sped QCA G3', 'Trans Sped'],
    ['AlfaSign Qualified CA', 'AlfaSign'],
    ['OU=Cert Digital CA,O=Centrul de Calcul SA', 'CertDigital'],
    ['Anaf', 'Anaf'],
  ] as const;
  for (const [issuer, name] of cases) {
    it(`issuerName shortens "${issuer}" to ${name}`, () => {
      assert.equal(issuerName(issuer), name);
    });
  }
});

describe('issuers', () => {
  it('every issuer has a site on https', () => {
    for (const { siteUrl } of issuers) assert.equal(new URL(siteUrl).protocol, 'https:');
  });
});
