import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';
import { attribute, escapeXml, header } from 'mock-anaf/internal/anaf/efactura/xml/xml-header.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

describe('header', () => {
  it('an answer is one element with its attributes', () => {
    assert.equal(
      header('urn:x', [attribute('a', '1'), attribute('b', '"<&>"')]),
      `${declaration}<header xmlns="urn:x" a="1" b="&quot;&lt;&amp;&gt;&quot;"/>`,
    );
  });

  it('a refusal has its message in an element below, indented by four spaces', () => {
    assert.equal(
      header('urn:x', [attribute('a', '1')], 'Nu & nu'),
      `${declaration}<header xmlns="urn:x" a="1">\n    <Errors errorMessage="Nu &amp; nu"/>\n</header>`,
    );
  });

  it('an answer without attributes has no space before its end', () => {
    assert.equal(header('urn:x', []), `${declaration}<header xmlns="urn:x"/>`);
    assert.equal(
      header('urn:x', [], ''),
      `${declaration}<header xmlns="urn:x">\n    <Errors errorMessage=""/>\n</header>`,
    );
  });
});

describe('escapeXml', () => {
  it('a parser reads an escaped text as it was, in an attribute and in an element', () => {
    const text = 'a & b < c > d "e" \'f\' \n \r \t g &amp; && ""\n\n ș 🧾';
    const { element } = readXmlDocument(Buffer.from(`<A a="${escapeXml(text)}">.${escapeXml(text)}.</A>`));

    assert.equal(element.attributes.a, text);
    assert.equal(element.text, `.${text}.`);
  });

  it('characters that XML cannot carry are replaced, and their neighbours are not', () => {
    for (const code of [0, 8, 0xb, 0xc, 0xe, 0x1f, 0xfffe, 0xffff]) {
      assert.equal(escapeXml(`<${String.fromCharCode(code)}`), '&lt;\uFFFD', `${code}`);
    }
    for (const code of [0x20, 0x7f, 0xfffd]) {
      assert.equal(escapeXml(String.fromCharCode(code)), String.fromCharCode(code), `${code}`);
    }
    assert.equal(escapeXml('\t\n\r'), '&#x9;&#xA;&#xD;');
  });
});
