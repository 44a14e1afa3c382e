import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales } from 'spv-authorize/catalogue';
import { causeCodes } from 'spv-authorize/contract';
import { parseQuery } from 'spv-authorize-backend/internal/help/query.ts';
import { guideCodes } from 'spv-authorize-backend/internal/help/topics.ts';
import { feedbackPage } from 'spv-authorize-backend/internal/http/pages/help/feedback-page.ts';
import { helpContexts } from 'spv-authorize-backend/internal/http/pages/help/help-context.ts';
import { helpPage } from 'spv-authorize-backend/internal/http/pages/help/help-page.ts';

const application = {
  name: '<b>Facturi & Co</b>',
  services: ['e-factura' as const],
  supportEmail: 'ajutor@example.ro',
  privacyUrl: 'https://example.ro/confidentialitate',
};
const contextOf = helpContexts(application, 'https://app.example.ro/spv');

describe('the help page', () => {
  for (const locale of catalogueLocales) {
    const context = contextOf(locale);
    const page = helpPage(context, {});

    it(`the help has a section with an anchor for every cause and every guide (${locale})`, () => {
      const ids = [...page.matchAll(/<section class="topic" id="([a-z-]+)">/g)].map(([, id]) => id);

      assert.deepEqual(ids.toSorted(), [...causeCodes, ...guideCodes].toSorted());
    });

    it(`every link inside the help leads to a section of the page (${locale})`, () => {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const own = new RegExp(`href="(?:https://app\\.example\\.ro/spv/help/${locale})?#([^"]+)"`, 'g');
      const targets = [...page.matchAll(own)].map(([, id]) => id);

      assert.ok(targets.length > 100);
      assert.deepEqual(
        targets.filter((id) => !ids.includes(id)),
        [],
      );
      assert.equal(new Set(ids).size, ids.length);
    });

    it(`every section asks whether it helped, and the answered one says thanks instead (${locale})`, () => {
      const answered = helpPage(context, { answered: { topic: 'wrong-pin', isHelpful: true } });

      const { question, thanks } = context.words.feedback;
      assert.equal(page.split(question).length - 1, causeCodes.length + guideCodes.length);
      assert.equal(answered.split(question).length, page.split(question).length - 1);
      assert.match(answered, new RegExp(`id="wrong-pin">(?:(?!<section).)*${thanks}`, 's'));
      assert.ok(!page.includes(thanks));
    });

    it(`the help names the application, its support address and its privacy page (${locale})`, () => {
      assert.match(page, /&lt;b&gt;Facturi &amp; Co&lt;\/b&gt;/);
      assert.ok(!page.includes('<b>Facturi'));
      assert.match(page, /href="mailto:ajutor@example\.ro"/);
      assert.match(page, /href="https:\/\/example\.ro\/confidentialitate"/);
    });

    it(`a query is shown as text, and a page about a query is not for search engines (${locale})`, () => {
      const found = helpPage(context, { query: parseQuery('"><script>alert(1)</script> token') });

      assert.ok(!found.includes('<script'));
      assert.match(found, /value="&quot;&gt;&lt;script&gt;/);
      assert.match(found, /<meta name="robots" content="noindex" \/>/);
      assert.doesNotMatch(page, /noindex/);
    });
  }

  it('the found topics are complete, in the order of the answer, with marks on the words', () => {
    const page = helpPage(contextOf('ro'), { query: parseQuery('pin greșit') });

    assert.match(
      page,
      /<section class="topic" id="wrong-pin">\s*<h3><a href="[^"]+"><mark>PIN<\/mark>-ul a fost <mark>greșit<\/mark>/,
    );
    assert.ok(!page.includes('id="came-back-too-late"'));
  });

  it('a link from a found topic leads to the whole help, which has every section', () => {
    const page = helpPage(contextOf('ro'), { query: parseQuery('incognito') });

    assert.match(page, /href="https:\/\/app\.example\.ro\/spv\/help\/ro#private-window"/);
  });

  it('a query without answer leads on: to words that are found, to everything and to support', () => {
    const page = helpPage(contextOf('ro'), { query: parseQuery('bicicleta') });

    assert.match(page, /Nu am găsit nimic pentru „bicicleta”/);
    const examples = [...page.matchAll(/href="https:\/\/app\.example\.ro\/spv\/help\/ro\?q=([^"]+)"/g)];
    assert.equal(examples.length, 5);
    for (const [, word] of examples) {
      assert.ok(word);
      const found = helpPage(contextOf('ro'), { query: parseQuery(decodeURIComponent(word)) });
      assert.match(found, /<section class="topic"/, word);
    }
    assert.match(page, /href="https:\/\/app\.example\.ro\/spv\/help\/ro">Vezi toate explicațiile/);
    assert.match(page, /mailto:ajutor@example\.ro/);
  });

  it('an answer that was not counted can be sent again, unless sending it again cannot help', () => {
    const answer = { topic: 'wrong-pin', isHelpful: false } as const;

    for (const trouble of ['not-stored', 'too-many'] as const) {
      const page = feedbackPage(contextOf('ro'), trouble, answer);
      assert.match(page, /<h1>Răspunsul tău nu a putut fi trimis<\/h1>/);
      assert.match(page, /name="topic" value="wrong-pin"/);
      assert.match(page, /name="helpful" value="no">Trimite din nou/);
      assert.match(page, /help\/ro#wrong-pin">Înapoi la explicație/);
    }
    for (const trouble of ['other-page', 'not-valid'] as const) {
      assert.ok(!feedbackPage(contextOf('ro'), trouble, answer).includes('<form'), trouble);
    }
    assert.match(feedbackPage(contextOf('ro'), 'not-valid', undefined), /help\/ro">Vezi toate explicațiile/);
  });
});
