import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXmlDocument } from 'mock-anaf/internal/anaf/efactura/xml/xml-document.ts';

const { element } = readXmlDocument(
  Buffer.from('<A n="1"><B><C>first</C></B><C>of another level</C><B><D/><C>second</C><C>third</C></B></A>'),
);

describe('XmlElement', () => {
  it('all finds the elements at a path in document order, below every parent', () => {
    assert.deepEqual(
      element.all('B/C').map(({ text }) => text),
      ['first', 'second', 'third'],
    );
    assert.deepEqual([element.all('B').length, element.all('C').length, element.all('B/X').length], [2, 1, 0]);
  });

  it('first and textAt give the first element at a path, and nothing if there is none', () => {
    assert.equal(element.first('B/C')?.text, 'first');
    assert.equal(element.first('X'), undefined);
    assert.deepEqual([element.textAt('B/C'), element.textAt('B/D'), element.textAt('X/Y')], ['first', '', '']);
  });
});
