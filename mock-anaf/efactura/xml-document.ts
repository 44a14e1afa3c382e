import { SaxesParser } from 'saxes';

/** What is read of a document: names without prefixes, texts by path. */
export interface XmlDocument {
  readonly root: { readonly name: string; readonly namespace: string; readonly line: number; readonly column: number };
  /** Attributes of the root, by name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts of all elements at a path below the root, e.g. `AccountingSupplierParty/Party/PartyName/Name`. */
  texts(path: string): readonly string[];
}

/** The document cannot be read as XML. The message is worded as ANAF's parser words it. */
export class XmlError extends Error {
  constructor(line: number, column: number, complaint: string, cause?: unknown) {
    super(`org.xml.sax.SAXParseException; lineNumber: ${line}; columnNumber: ${column}; ${complaint}`, { cause });
  }
}

const deepest = 200;

/**
 * Reads a document. The parser knows no external entities and expands none of the document's own; a DOCTYPE is refused.
 * @throws XmlError if it is not well-formed
 */
export function readXmlDocument(source: Uint8Array): XmlDocument {
  const text = decode(source);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const complain = (complaint: string, cause?: unknown) => new XmlError(parser.line, parser.column, complaint, cause);
  const texts = new Map<string, string[]>();
  const open: { path: string; text: string }[] = [];
  let root: XmlDocument['root'] | undefined;
  let attributes: Record<string, string> = {};

  parser.on('error', (error) => {
    throw complain(error.message.replace(/^\d+:\d+: /, ''), error);
  });
  parser.on('doctype', () => {
    throw complain(
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    );
  });
  parser.on('opentag', ({ local, uri, attributes: found }) => {
    if (!root) {
      root = { name: local, namespace: uri, line: parser.line, column: parser.column };
      attributes = Object.fromEntries(Object.values(found).map(({ local: name, value }) => [name, value]));
    }
    if (open.length >= deepest) throw complain('The document is nested too deeply.');
    const parent = open.at(-1)?.path;
    open.push({ path: parent === undefined ? '' : parent === '' ? local : `${parent}/${local}`, text: '' });
  });
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const known = texts.get(element.path);
    if (known) known.push(element.text.trim());
    else texts.set(element.path, [element.text.trim()]);
  });

  parser.write(text).close();
  if (!root) throw complain('Premature end of file.');
  return { root, attributes, texts: (path) => texts.get(path) ?? [] };
}

function decode(source: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (error) {
    throw new XmlError(1, 1, 'Invalid byte 1 of 1-byte UTF-8 sequence.', error);
  }
}
