import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseQuery } from 'spv-authorize-backend/internal/help/query.ts';
import { searchTopics, segmentsOf } from 'spv-authorize-backend/internal/help/search.ts';
import { topicsOf } from 'spv-authorize-backend/internal/help/topic.ts';
import type { TopicCode } from 'spv-authorize-backend/internal/help/topics.ts';

const values = { application: 'FacturaApp', services: 'e-Factura' };
const topics = { ro: topicsOf('ro', values), en: topicsOf('en', values) };

/** What people type, and the topic that they must see first. */
const romanian: readonly (readonly [query: string, first: TopicCode])[] = [
  ['stick', 'token-not-inserted'],
  ['nu apare certificatul', 'token-not-inserted'],
  ['nu se deschide fereastra', 'token-not-inserted'],
  ['pin', 'wrong-pin'],
  ['PIN greșit', 'wrong-pin'],
  ['am uitat pinul', 'wrong-pin'],
  ['token blocat', 'wrong-pin'],
  ['altă firmă', 'another-companys-certificate'],
  ['alta firma', 'another-companys-certificate'],
  ['Nu aveti drept in SPV pentru CIF=123', 'another-companys-certificate'],
  ['comunicare', 'anaf-not-answering'],
  ['anaf picat', 'anaf-not-answering'],
  ['am apăsat anulare', 'no-certificate-chosen'],
  ['nu mai întreabă', 'browser-remembers-no-certificate'],
  ['certificat nou', 'certificate-not-enrolled'],
  ['24 de ore', 'right-too-new'],
  ['niciun CIF', 'certificate-without-any-right'],
  ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'anaf-page-in-browser-failed'],
  ['your session is finished', 'anaf-session-finished'],
  ['Request Rejected', 'anaf-request-rejected'],
  ['popup', 'window-blocked'],
  ['incognito', 'private-window'],
  ['macbook', 'devices'],
  ['telefon', 'devices'],
  ['driver certsign', 'drivers'],
  ['buletin', 'get-certificate'],
  ['formularul 150', 'register-in-spv'],
  ['înrolare', 'register-in-spv'],
  ['reînnoire', 'renewed-certificate'],
  ['contabil', 'accountant-link'],
  ['90 de zile', 'validity'],
  ['ce vede aplicația', 'access'],
];
const english: readonly (readonly [query: string, first: TopicCode])[] = [
  ['stick', 'token-not-inserted'],
  ['certificate not showing', 'token-not-inserted'],
  ['forgot my PIN', 'wrong-pin'],
  ['another company', 'another-companys-certificate'],
  ['anaf is down', 'anaf-not-answering'],
  ['accountant', 'accountant-link'],
  ['renewed certificate', 'renewed-certificate'],
  ['privacy', 'access'],
  ['phone', 'devices'],
  ['request rejected', 'anaf-request-rejected'],
];

describe('the search of the help', () => {
  for (const [locale, cases] of Object.entries({ ro: romanian, en: english } as const)) {
    for (const [query, first] of cases) {
      it(`the search for "${query}" answers first with ${first} (${locale})`, () => {
        // The keys of the object are the two languages.
        const { codes } = searchTopics(topics[locale as keyof typeof topics], parseQuery(query));

        assert.equal(codes[0], first, codes.join());
      });
    }
  }

  it('the Romanian help is also found with English words, and the English one with Romanian words', () => {
    assert.equal(searchTopics(topics.ro, parseQuery('wrong certificate')).codes[0], 'another-companys-certificate');
    assert.equal(searchTopics(topics.en, parseQuery('certificat gresit')).codes[0], 'another-companys-certificate');
  });

  it('case, diacritics, punctuation and the order of the words make no difference', () => {
    const [plain, ...others] = [
      'fereastra blocata',
      'BLOCATĂ fereastră',
      '„fereastra”, blocată!',
      '  fereastra   blocata ',
    ];

    const codesOf = (text: string) => searchTopics(topics.ro, parseQuery(text)).codes;

    assert.ok(plain);
    for (const other of others) assert.deepEqual(codesOf(other), codesOf(plain), other);
  });

  it('the search for a word that no topic contains finds nothing', () => {
    for (const text of ['bicicleta', '!!!', 'șșș', '%', '<svg>']) {
      assert.deepEqual(searchTopics(topics.ro, parseQuery(text)), { codes: [], isComplete: false }, text);
    }
  });

  it('a query of which only a part is found answers with the closest topics and says so', () => {
    const { codes, isComplete } = searchTopics(topics.ro, parseQuery('bicicleta incognito'));

    assert.equal(codes[0], 'private-window');
    assert.equal(isComplete, false);
    assert.equal(searchTopics(topics.ro, parseQuery('incognito')).isComplete, true);
  });

  it('the search answers with at most eight topics', () => {
    assert.equal(searchTopics(topics.ro, parseQuery('anaf')).codes.length, 8);
  });

  it('a query that consists of common words only is still searched for', () => {
    assert.deepEqual(
      parseQuery('nu pe').terms.map(({ word }) => word),
      ['nu', 'pe'],
    );
  });

  it('a very long query is cut to 100 characters and 8 words without halving a character', () => {
    const { text, terms } = parseQuery(`${'a1 b2 c3 d4 e5 f6 g7 h8 i9 '.repeat(3)}${'😀'.repeat(60)}`);

    assert.equal([...text].length, 100);
    assert.ok(text.endsWith('😀') && text.isWellFormed());
    assert.equal(terms.length, 8);
  });

  it('the words that answer a query are marked with their endings, and the text stays the same', () => {
    const text = 'Certificatele și ștergerea: CERTIFICAT.';

    const segments = segmentsOf(text, parseQuery('certificatul stergere'));

    assert.equal(segments.map((segment) => segment.text).join(''), text);
    assert.deepEqual(
      segments.filter(({ isMatch }) => isMatch).map((segment) => segment.text),
      ['Certificatele', 'ștergerea', 'CERTIFICAT'],
    );
  });
});
