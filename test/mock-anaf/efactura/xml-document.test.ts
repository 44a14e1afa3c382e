import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXmlDocument, XmlError } from 'mock-anaf/internal/efactura/xml-document.ts';

const read = (text: string) => readXmlDocument(Buffer.from(text));

describe('readXmlDocument', () => {
  it('reads texts by path, whatever the prefixes, CDATA and entities included', () => {
    const document = read('<x:A xmlns:x="urn:a"><y:B xmlns:y="urn:b">1 &amp; <![CDATA[<2>]]></y:B><B> 3 </B></x:A>');

    assert.deepEqual(document.texts('B'), ['1 & <2>', '3']);
    assert.deepEqual([document.root.name, document.root.namespace], ['A', 'urn:a']);
  });

  it('takes a byte order mark', () => {
    assert.equal(read('\uFEFF<A/>').root.name, 'A');
  });

  for (const [name, text, complaint] of [
    ['nothing at all', '', /Premature end of file|document must contain a root element/],
    ['a tag that is not closed', '<A><B></A>', /lineNumber: 1; columnNumber: \d+; /],
    ['an undeclared prefix', '<a:A/>', /unbound namespace prefix/],
    ['an undeclared entity', '<A>&x;</A>', /undefined entity/],
    ['a DOCTYPE', '<!DOCTYPE A><A/>', /DOCTYPE is disallowed/],
    ['an external entity', '<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>', /DOCTYPE is disallowed/],
    [
      'entities that multiply',
      `<!DOCTYPE A [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "&a;&a;">]><A>&b;</A>`,
      /DOCTYPE is disallowed/,
    ],
    ['a thousand levels', '<A>'.repeat(1000) + '</A>'.repeat(1000), /nested too deeply/],
  ] as const) {
    it(`refuses ${name} in the words of ANAF's parser`, () => {
      assert.throws(
        () => read(text),
        (error) => {
          assert.ok(error instanceof XmlError);
          assert.match(error.message, /^org\.xml\.sax\.SAXParseException; lineNumber: \d+; columnNumber: \d+; /);
          assert.match(error.message, complaint);
          return true;
        },
      );
    });
  }

  it('refuses bytes that are not UTF-8', () => {
    assert.throws(() => readXmlDocument(new Uint8Array([0x3c, 0xff, 0x2f, 0x3e])), /Invalid byte 1/);
  });
});
