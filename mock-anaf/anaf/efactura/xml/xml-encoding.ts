import { XmlError } from './xml-error.ts';

/**
 * Decodes a document by its byte order mark, or by its encoding declaration, or as UTF-8. The declaration is changed to UTF-8, the
 * encoding in which the mock stores the document. Assumed: ANAF accepts every encoding that its parser supports; the error messages are
 * those of Xerces.
 *
 * @throws XmlError if the encoding is unknown, or the bytes are not in it
 */
export function decodeXml(source: Uint8Array): string {
  const marked = encodingOfFirstBytes(source);
  const declared = marked ?? declaredEncoding(source) ?? 'utf-8';
  // The declaration says UTF-16, but the bytes are not UTF-16: a parser that follows the declaration finds no document.
  if (!marked && /^utf-?16/i.test(declared)) throw new XmlError(1, 1, 'Content is not allowed in prolog.');
  const text = decode(source, declared);
  return declared.toLowerCase() === 'utf-8' ? text : text.replace(declaration, '$1"UTF-8"');
}

const declaration = /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([^"']*)\2/;

function encodingOfFirstBytes([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return undefined;
}

function declaredEncoding(source: Uint8Array): string | undefined {
  return declaration.exec(Buffer.from(source.subarray(0, 300)).toString('latin1'))?.[3];
}

function decode(source: Uint8Array, encoding: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new XmlError(1, 1, `Invalid encoding name "${encoding}".`, error);
  }
  try {
    return decoder.decode(source);
  } catch (error) {
    const errorMessage = decoder.encoding === 'utf-8' ? 'Invalid byte 1 of 1-byte UTF-8 sequence.' : 'Invalid byte.';
    throw new XmlError(1, 1, errorMessage, error);
  }
}
