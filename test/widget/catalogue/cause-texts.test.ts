import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CauseValues, catalogueLocales, causes, causeTexts, failureTexts } from 'spv-authorize/catalogue';
import { causeCodes, failureCodes } from 'spv-authorize/contract';

const values: CauseValues = {
  company: 'EXEMPLU SRL',
  taxId: '12345674',
  application: 'FacturaApp',
  address: 'shown',
  canContinueInThisTab: true,
  certificate: { issuer: 'CN=certSIGN Qualified 2023 RSA CA,O=CERTSIGN SA', serial: '5A3F' },
};

/** The same values for screens without the address and without this tab. */
const elsewhere = [
  { ...values, address: 'on-request', canContinueInThisTab: false },
  { ...values, address: 'in-application', canContinueInThisTab: false },
] as const satisfies readonly CauseValues[];

describe('the catalogue', () => {
  it('the catalogue has an entry for every cause and for nothing else', () => {
    assert.deepEqual(Object.keys(causes).sort(), [...causeCodes].sort());
  });

  for (const locale of catalogueLocales) {
    it(`the catalogue explains every cause in ${locale}: a heading, a reason, and at least one step`, () => {
      assert.deepEqual(Object.keys(causeTexts[locale]).sort(), [...causeCodes].sort());
      for (const code of causeCodes) {
        for (const named of [values, ...elsewhere]) {
          const text = causeTexts[locale][code](named);
          assertHeading(text.title, code);
          assertSentence(text.explanation, code);
          assert.ok(text.steps.length >= 1, code);
          for (const step of text.steps) assertSentence(step, code);
        }
      }
    });

    it(`the catalogue says what every failure code means in ${locale}`, () => {
      assert.deepEqual(Object.keys(failureTexts[locale]).sort(), [...failureCodes].sort());
      for (const code of failureCodes) {
        const text = failureTexts[locale][code](values);
        assertHeading(text.title, code);
        assertSentence(text.explanation, code);
      }
    });

    it(`the text for another company’s certificate names company, CUI, issuer and serial in ${locale}`, () => {
      const { explanation } = causeTexts[locale]['another-companys-certificate'](values);

      for (const part of ['EXEMPLU SRL', '12345674', 'certSIGN', '5A3F']) assert.ok(explanation.includes(part), part);
    });

    it(`the text for another company’s certificate works without issuer and serial in ${locale}`, () => {
      const { certificate: _, ...withoutCertificate } = values;
      const { explanation } = causeTexts[locale]['another-companys-certificate'](withoutCertificate);

      assert.doesNotMatch(explanation, /undefined|5A3F/);
    });
  }

  it('every cause has as many steps in English as in Romanian', () => {
    for (const code of causeCodes) {
      for (const named of [values, ...elsewhere]) {
        assert.equal(causeTexts.en[code](named).steps.length, causeTexts.ro[code](named).steps.length, code);
      }
    }
  });

  it('the first step says how to get the address when it is not on the screen', () => {
    const steps = elsewhere.map((named) => causeTexts.ro['anaf-request-rejected'](named).steps[0]);

    assert.deepEqual(steps, [
      'Afișează adresa, copiaz-o și deschide-o într-o fereastră privată.',
      'Întoarce-te în FacturaApp, copiază adresa de acolo și deschide-o într-o fereastră privată.',
    ]);
  });

  it('no step says "copy the address" when the address is not shown, in every cause and language', () => {
    for (const locale of catalogueLocales) {
      const steps = elsewhere.flatMap((named) => causeCodes.flatMap((code) => causeTexts[locale][code](named).steps));
      assert.deepEqual(
        steps.filter((step) => /^(Copiază adresa|Copy the address)/.test(step)),
        [],
      );
    }
  });

  it('the text for a blocked window mentions this tab only when the flow can continue in it', () => {
    const [named] = elsewhere;
    for (const locale of catalogueLocales) {
      const { steps } = causeTexts[locale]['window-blocked'](named);
      const text = [failureTexts[locale]['window-blocked'](named).explanation, ...steps].join(' ');
      assert.doesNotMatch(text, /această filă|this tab/);
    }
  });

  it('the Romanian catalogue uses ș and ț with a comma below, never with a cedilla', () => {
    const all = causeCodes.map((code) => JSON.stringify(causeTexts.ro[code](values))).join();

    assert.match(all, /ș/);
    assert.doesNotMatch(all, /[şţŞŢ]/);
  });

  it('the text for a wrong PIN warns in both languages that the token locks', () => {
    assert.match(causeTexts.ro['wrong-pin'](values).explanation, /se blochează/);
    assert.match(causeTexts.en['wrong-pin'](values).explanation, /lock/);
  });
});

function assertHeading(text: string, code: string): void {
  assert.match(text, /^\p{L}.*[^.]$/u, `${code}: ${text}`);
  assert.ok(text.length <= 60, `${code}: heading of ${text.length} characters`);
}

function assertSentence(text: string, code: string): void {
  assert.match(text, /^\S.*\.$/u, `${code}: ${text}`);
  assert.doesNotMatch(text, /undefined|HTTP|access_denied/, code);
}
