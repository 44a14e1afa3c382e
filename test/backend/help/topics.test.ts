import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales, issuers } from 'spv-authorize/catalogue';
import { causeCodes } from 'spv-authorize/contract';
import type { Block } from 'spv-authorize-backend/internal/help/help-text.ts';
import { partsOf } from 'spv-authorize-backend/internal/help/linked-text.ts';
import { fold } from 'spv-authorize-backend/internal/help/query.ts';
import { type Topic, topicsOf } from 'spv-authorize-backend/internal/help/topic.ts';
import { guideCodes, isTopic, topicGroups, topicKeywords } from 'spv-authorize-backend/internal/help/topics.ts';

const values = { application: 'FacturaApp', services: 'e-Factura' };
const externalHosts = ['www.anaf.ro', 'eidas.ec.europa.eu'];

describe('the topics of the help', () => {
  it('every cause and every guide is in exactly one group of the page', () => {
    const grouped = Object.values(topicGroups).flat();

    assert.deepEqual(grouped.toSorted(), [...causeCodes, ...guideCodes].toSorted());
  });

  it("the first group has the specification's four errors in its order", () => {
    assert.deepEqual(topicGroups.frequent, [
      ...['no-certificate-chosen', 'wrong-pin', 'another-companys-certificate'],
      ...['anaf-not-answering', 'token-not-inserted'],
    ]);
  });

  it('a code that is only the name of an object property is not a topic', () => {
    assert.ok(isTopic('wrong-pin'));
    assert.deepEqual(['constructor', 'toString', 'wrong-PIN', ''].filter(isTopic), []);
  });

  it('the keywords are written as the search compares them, in lower case and without diacritics', () => {
    const lines = Object.values(topicKeywords).flat();

    assert.deepEqual(
      lines.filter((line) => line !== fold(line)),
      [],
    );
  });

  for (const locale of catalogueLocales) {
    const topics = Object.values(topicsOf(locale, values));

    it(`every cause has a title, signs, a reason and steps, and every guide has something to read (${locale})`, () => {
      for (const topic of topics) {
        assert.match(topic.title, /^\p{Lu}.*[^.]$/u, topic.code);
        const counts = topic.kind === 'cause' ? [topic.signs.length, topic.steps.length] : [topic.blocks.length];
        assert.ok(Math.min(...counts) > 0, topic.code);
        for (const text of sentencesOf(topic)) assert.match(text, /\S[.;:?)]$/u, `${topic.code}: ${text}`);
      }
    });

    it(`every link of the help leads to a topic or to a known site over https (${locale})`, () => {
      const targets = topics.flatMap((topic) => textsOf(topic).flatMap(targetsIn));

      assert.ok(targets.length > 30);
      for (const target of targets) {
        const isKnown = target.startsWith('#') ? isTopic(target.slice(1)) : externalHosts.includes(hostOf(target));
        assert.ok(isKnown, target);
      }
    });

    it(`the remarks on issuers are about issuers of the catalogue (${locale})`, () => {
      const blocks = topics.flatMap((topic) => (topic.kind === 'guide' ? topic.blocks : []));
      const remarked = blocks.flatMap((block) =>
        typeof block === 'object' && 'issuers' in block ? Object.keys(block.issuers) : [],
      );

      assert.ok(remarked.length > 0);
      const known = issuers.map(({ name }) => name);
      assert.deepEqual(
        remarked.filter((name) => !known.includes(name)),
        [],
      );
    });

    it(`the texts use the quotation marks of their language and no old letters with cedilla (${locale})`, () => {
      const text = topics.flatMap((topic) => [topic.title, ...textsOf(topic)]).join('\n');

      assert.doesNotMatch(text, locale === 'ro' ? /[“"şţŞŢ]/ : /[„"şţŞŢ]/);
      const [opened, closed] = [text.split(locale === 'ro' ? '„' : '“').length, text.split('”').length];
      assert.equal(opened, closed);
    });
  }

  it('both languages explain the same: as many signs, steps and blocks', () => {
    const [ro, en] = catalogueLocales.map((locale) => Object.values(topicsOf(locale, values)).map(shapeOf));

    assert.deepEqual(ro, en);
  });
});

function shapeOf(topic: Topic): string {
  const blocks = topic.kind === 'cause' ? [topic.signs, topic.steps] : topic.blocks.map(textsIn);
  return `${topic.code} ${blocks.map(({ length }) => length).join()} ${textsOf(topic).flatMap(targetsIn).join()}`;
}

/** The texts that are whole sentences: not the names of terms and issuers. */
function sentencesOf(topic: Topic): readonly string[] {
  const terms = topic.kind === 'cause' ? [] : topic.blocks.flatMap(namesIn);
  return textsOf(topic).filter((text) => !terms.includes(text));
}

function textsOf(topic: Topic): readonly string[] {
  if (topic.kind === 'cause') return [...topic.signs, topic.reason, ...topic.steps];
  return topic.blocks.flatMap(textsIn);
}

function textsIn(block: Block): readonly string[] {
  if (typeof block === 'string') return [block];
  if ('steps' in block) return block.steps;
  if ('items' in block) return block.items;
  return 'terms' in block ? block.terms.flat() : Object.entries(block.issuers).flat();
}

function namesIn(block: Block): readonly string[] {
  if (typeof block === 'string') return [];
  if ('terms' in block) return block.terms.map(([term]) => term);
  return 'issuers' in block ? Object.keys(block.issuers) : [];
}

function targetsIn(text: string): string[] {
  return partsOf(text).flatMap(({ target }) => (target === undefined ? [] : [target]));
}

function hostOf(target: string): string {
  const { protocol, hostname } = new URL(target);
  assert.equal(protocol, 'https:');
  return hostname;
}
