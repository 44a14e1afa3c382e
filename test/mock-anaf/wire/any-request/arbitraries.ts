import fc from 'fast-check';
import { crossIndustryInvoice } from '../../support/cross-industry-invoice.ts';
import { exemplu, invoice } from '../../support/invoice.ts';
import { clientId, redirectUri } from '../../support/login.ts';

/** Values that are valid somewhere, nearly valid ones, and arbitrary ones. */
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['', '0', '1', '-1', '60', '1e3', 'NaN', 'null', 'DA', 'E', 'UBL', 'RASP', 'jwt', 'code', 'ok', 'choose', 'pin'],
    ...['__proto__', 'constructor', 'toString', '9'.repeat(400), '\u0000', '\uD800', '%', '%00', '../..', '<a/>'],
    ...[exemplu.cui, clientId, redirectUri, 'accountant', '5001130147', '3001293434', '1790000000000'],
  ),
);

/** Parameters with some of these names and any values. */
export function parametersOf(names: readonly string[]): fc.Arbitrary<URLSearchParams> {
  return fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 6 }).map((fields) => new URLSearchParams(fields));
}

/** Headers that the mock reads, with values that are valid in HTTP. */
export const anyHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom('cookie', 'accept', 'accept-language', 'content-type', 'user-agent', 'x-forwarded-for', 'origin'),
  fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }).map((text) => text.trim()),
    fc.constantFrom(
      'MRHSession=0',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded; charset=utf-7',
      'ro-RO,ro;q=0.9',
    ),
  ),
  { maxKeys: 3 },
);

/** One part of a multipart body, valid or nearly valid. */
const formPart = fc
  .tuple(
    fc.constantFrom('form-data', 'attachment', ''),
    fc.constantFrom('name="file"', 'name="signature"', 'name=""', 'name=file', "name*=UTF-8''file", ''),
    fc.constantFrom(
      'filename="a.xml"',
      "filename*=UTF-8''%ff",
      "filename*=UTF-8''%61",
      'filename*=x',
      'filename="',
      '',
    ),
    fc.constantFrom('', 'Content-Type: text/xml\r\n', 'Content-Type: x\r\n', 'Content-Transfer-Encoding: base64\r\n'),
    fc.constantFrom(invoice(), '<a/>', 'x', ''),
  )
  .map(
    ([kind, name, file, more, text]) =>
      `--x\r\nContent-Disposition: ${[kind, name, file].filter((one) => one !== '').join('; ')}\r\n${more}\r\n${text}\r\n`,
  );

/** A document that is nearly an invoice, or arbitrary bytes. */
export const anyDocument: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc
    .nat({ max: invoice().length })
    .chain((at) => fc.uint8Array({ maxLength: 6 }).map((bytes) => splice(invoice(), at, bytes))),
  fc.uint8Array({ maxLength: 200 }),
  fc.nat({ max: invoice().length }).map((length) => Buffer.from(invoice()).subarray(0, length)),
  fc.array(formPart, { maxLength: 3 }).map((parts) => Buffer.from(`${parts.join('')}--x--\r\n`)),
  fc
    .tuple(formPart, fc.nat({ max: 150 }), fc.uint8Array({ maxLength: 4 }))
    .map(([part, at, bytes]) => splice(`${part}--x--\r\n`, at, bytes)),
);

/** A well-formed document of a standard, with arbitrary text in some places. */
export const wellFormedDocument: fc.Arbitrary<{ readonly standard: string; readonly xml: string }> = fc
  .record({
    standard: fc.constantFrom('UBL', 'CN', 'CII', 'RASP'),
    places: fc.uniqueArray(
      fc.constantFrom(...'100.00 121.00 21 RON 380 RO-CJ 2026-11-24 S EX-1 H87 2 Produs'.split(' ')),
    ),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\n\t',
        ']]>',
        '&',
        '"',
        "'",
        '\u0085\u2028',
        '\uFEFF',
        'é\u0301',
        '1e999',
        '-0',
        '0x10',
        '__proto__',
      ),
    ),
    wrap: fc.constantFrom('text', 'cdata', 'comment', 'reference'),
  })
  .map(({ standard, places, text, wrap }) => ({ standard, xml: filled(standard, places, written(text, wrap)) }));

function filled(standard: string, places: readonly string[], text: string): string {
  if (standard === 'RASP') return `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" index_incarcare="1">${text}</header>`;
  if (standard === 'CII')
    return crossIndustryInvoice(exemplu.cui).replace('</rsm:Cross', `<ram:Note>${text}</ram:Note></rsm:Cross`);
  const changes = Object.fromEntries(places.map((place) => [`>${place}<`, `>${text.replaceAll('$', '$$$$')}<`]));
  return invoice({ root: standard === 'CN' ? 'CreditNote' : 'Invoice', changes });
}

/** A text that is valid in XML. */
function written(text: string, wrap: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 cannot carry
  const allowed = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  switch (wrap) {
    case 'cdata':
      return `<![CDATA[${allowed.replaceAll(']]>', '')}]]>`;
    case 'comment':
      return `<!--${allowed.replaceAll('-', '')}--><?a ${allowed.replaceAll('?>', '')}?>`;
    case 'reference':
      return [...allowed].map((character) => `&#${character.codePointAt(0)};`).join('');
    default:
      return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;');
  }
}

function splice(text: string, at: number, bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(text);
  return Buffer.concat([source.subarray(0, at), bytes, source.subarray(at + bytes.length)]);
}
