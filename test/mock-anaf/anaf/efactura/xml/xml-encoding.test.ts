import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeXml } from 'mock-anaf/internal/anaf/efactura/xml/xml-encoding.ts';
import { XmlError } from 'mock-anaf/internal/anaf/efactura/xml/xml-error.ts';

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

describe('decodeXml', () => {
  for (const [name, source, text] of [
    ['UTF-8 without a declaration', bytes('<A>ș</A>'), '<A>ș</A>'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, '<A>ș</A>'), '<A>ș</A>'],
    ['UTF-16 of little end with a mark', Buffer.concat([bytes(0xff, 0xfe), utf16le('<A>ș</A>')]), '<A>ș</A>'],
    ['UTF-16 of big end with a mark', Buffer.concat([bytes(0xfe, 0xff), utf16be('<A>ș</A>')]), '<A>ș</A>'],
    ['UTF-16 of little end without a mark', utf16le('<A>ș</A>'), '<A>ș</A>'],
    ['UTF-16 of big end without a mark', utf16be('<A>ș</A>'), '<A>ș</A>'],
    ['no bytes', bytes(), ''],
  ] as const) {
    it(`${name} is decoded`, () => {
      assert.equal(decodeXml(source), text);
    });
  }

  for (const [name, source, text] of [
    [
      'a declaration of UTF-16 with a mark',
      Buffer.concat([bytes(0xff, 0xfe), utf16le('<?xml version="1.0" encoding="UTF-16"?><A/>')]),
      '<?xml version="1.0" encoding="UTF-8"?><A/>',
    ],
    [
      'a declaration of ISO-8859-2 in single quotes, with more behind it',
      bytes("<?xml version='1.0' encoding = 'iso-8859-2' standalone=\"yes\"?><A>", 0xba, '</A>'),
      '<?xml version=\'1.0\' encoding = "UTF-8" standalone="yes"?><A>ş</A>',
    ],
    [
      'a declaration of windows-1250',
      bytes('<?xml version="1.0" encoding="windows-1250"?><A>', 0xba, '</A>'),
      '<?xml version="1.0" encoding="UTF-8"?><A>ş</A>',
    ],
  ] as const) {
    it(`${name} is changed to UTF-8`, () => {
      assert.equal(decodeXml(source), text);
    });
  }

  for (const text of [
    '<?xml version="1.0" encoding="utf-8"?><A/>',
    '<?xml version="1.0"?><A encoding="bogus"/>',
    ' <?xml version="1.0" encoding="bogus"?><A/>',
    '<?xmlish encoding="bogus"?><A/>',
    '<?xml version="1.0" encoding="bogus\'?><A/>',
    '<?xml version="1.0" noencoding="bogus"?><A/>',
  ]) {
    it(`${text} is read as UTF-8 and left unchanged`, () => {
      assert.equal(decodeXml(Buffer.from(text)), text);
    });
  }

  it('an encoding that is declared behind the first 300 bytes is not read', () => {
    const text = (spaces: number) => `<?xml version="1.0"${' '.repeat(spaces)} encoding="bogus"?><A/>`;

    assert.equal(decodeXml(Buffer.from(text(300))), text(300));
    assert.throws(() => decodeXml(Buffer.from(text(250))), /Invalid encoding name "bogus"\.$/);
  });

  for (const [name, source, complaint, hasCause] of [
    [
      'UTF-16 that is declared but not used',
      bytes('<?xml version="1.0" encoding="UTF-16"?><A/>'),
      'Content is not allowed in prolog.',
      false,
    ],
    [
      'utf16 without a hyphen',
      bytes('<?xml version="1.0" encoding="utf16le"?><A/>'),
      'Content is not allowed in prolog.',
      false,
    ],
    [
      'an unknown encoding',
      bytes('<?xml version="1.0" encoding="x-utf-16"?><A/>'),
      'Invalid encoding name "x-utf-16".',
      true,
    ],
    ['bytes that are not UTF-8', bytes('<A>', 0xff, '</A>'), 'Invalid byte 1 of 1-byte UTF-8 sequence.', true],
    [
      'bytes that are not in another encoding',
      bytes('<?xml version="1.0" encoding="shift_jis"?><A>', 0xff, '</A>'),
      'Invalid byte.',
      true,
    ],
  ] as const) {
    it(`${name} is refused at line 1, column 1`, () => {
      assert.throws(
        () => decodeXml(source),
        (error) => {
          assert.ok(error instanceof XmlError);
          assert.equal(error.name, 'XmlError');
          assert.equal(error.message, `org.xml.sax.SAXParseException; lineNumber: 1; columnNumber: 1; ${complaint}`);
          assert.equal(error.cause !== undefined, hasCause);
          return true;
        },
      );
    });
  }

  it('bytes that only begin like a byte order mark are refused or read as what they are', () => {
    assert.throws(() => decodeXml(bytes(0xef, 0xbb, '<A/>')), /Invalid byte 1/);
    assert.throws(() => decodeXml(bytes(0xfe, '<A/>')), /Invalid byte 1/);
    assert.throws(() => decodeXml(bytes(0xff, '<A/>')), /Invalid byte 1/);
    assert.throws(() => decodeXml(bytes('A', 0xfe, '<A/>')), /Invalid byte 1/);
    assert.throws(() => decodeXml(bytes('A', 0xff, '<A/>')), /Invalid byte 1/);
    assert.equal(decodeXml(bytes(0, 'A')), '\0A');
    assert.equal(decodeXml(bytes('A', 0)), 'A\0');
    assert.equal(decodeXml(bytes('<A')), '<A');
  });
});
