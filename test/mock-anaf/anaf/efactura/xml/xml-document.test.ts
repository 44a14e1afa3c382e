import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { XmlError } from 'mock-anaf/internal/anaf/efactura/xml/xml-error.ts';

const read = (text: string) => readXmlDocument(Buffer.from(text));

describe('readXmlDocument', () => {
  it('readXmlDocument finds texts by path with any namespace prefix, and decodes CDATA and entities', () => {
    const document = read('<x:A xmlns:x="urn:a"><y:B xmlns:y="urn:b">1 &amp; <![CDATA[<2>]]></y:B><B> 3 </B></x:A>');

    assert.deepEqual(document.texts('B'), ['1 & <2>', '3']);
    assert.deepEqual([document.root.name, document.root.namespace], ['A', 'urn:a']);
  });

  it('readXmlDocument accepts a byte order mark', () => {
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
    it(`readXmlDocument refuses ${name} with a message in the format of ANAF's parser`, () => {
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

  it('readXmlDocument says where a mistake is and nothing about it twice', () => {
    const spaces = ' '.repeat(20);
    for (const [text, line, column] of [
      [`<A>${spaces}</B>`, 1, 27],
      [`<A>${'\n'.repeat(11)}</B>`, 12, 4],
    ] as const) {
      assert.throws(() => read(text), {
        message: `org.xml.sax.SAXParseException; lineNumber: ${line}; columnNumber: ${column}; unexpected close tag.`,
      });
    }
  });

  it('readXmlDocument accepts 200 levels and refuses 201', () => {
    const nested = (levels: number) => '<A>'.repeat(levels) + '</A>'.repeat(levels);

    assert.equal(read(nested(200)).root.name, 'A');
    assert.throws(() => read(nested(201)), /nested too deeply/);
  });

  it('readXmlDocument gives the root element with its prefix, namespace, place and attributes', () => {
    const { root, attributes, element } = read(
      '<?xml version="1.0"?>\n<x:A xmlns:x="urn:a" x:b="1" c="2"><D e="3"/></x:A>',
    );

    assert.deepEqual(root, { name: 'A', qualifiedName: 'x:A', namespace: 'urn:a', line: 2, column: 35 });
    assert.deepEqual([attributes.b, attributes.c, element.first('D')?.attributes], ['1', '2', { e: '3' }]);
    assert.equal(element.first('D')?.namespace, '');
  });

  it('readXmlDocument refuses bytes that are not UTF-8', () => {
    assert.throws(() => readXmlDocument(new Uint8Array([0x3c, 0xff, 0x2f, 0x3e])), /Invalid byte 1/);
  });

  for (const [name, source] of [
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('<?xml version="1.0" encoding="UTF-16"?><A>ș</A>')]),
    ],
    ['UTF-16 without one', utf16('<?xml version="1.0" encoding="utf-16"?><A>ș</A>')],
    [
      'ISO-8859-2',
      Buffer.concat([
        Buffer.from("<?xml version='1.0' encoding='ISO-8859-2'?><A>"),
        Buffer.from([0xba]),
        Buffer.from('</A>'),
      ]),
    ],
  ] as const) {
    it(`readXmlDocument reads ${name} and changes the declaration to UTF-8`, () => {
      const document = readXmlDocument(source);

      assert.ok(['ș', 'ş'].includes(document.element.text), document.element.text);
      assert.match(document.text, /^<\?xml version=.1\.0. encoding="UTF-8"\?>/);
    });
  }

  it('readXmlDocument leaves the text of a UTF-8 document unchanged', () => {
    const text = "<?xml version='1.0' encoding='utf-8' ?>\n<A/>";

    assert.equal(read(text).text, text);
  });

  for (const [encoding, complaint] of [
    ['utf-16', /Content is not allowed in prolog\./],
    ['bogus', /Invalid encoding name "bogus"\./],
    ['US-ASCII-X', /Invalid encoding name/],
  ] as const) {
    it(`readXmlDocument refuses UTF-8 bytes that are declared as ${encoding}`, () => {
      assert.throws(() => read(`<?xml version="1.0" encoding="${encoding}"?><A>ș</A>`), complaint);
    });
  }
});

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
