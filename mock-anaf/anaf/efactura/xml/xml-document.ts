import { SaxesParser } from 'saxes';
import { XmlElement } from './xml-element.ts';
import { decodeXml } from './xml-encoding.ts';
import { XmlError } from './xml-error.ts';

/** A parsed XML document. Names have no prefixes; texts are found by path. */
export interface XmlDocument {
  /** The whole document. If it has an encoding declaration, it declares UTF-8. */
  readonly text: string;
  readonly root: {
    readonly name: string;
    readonly qualifiedName: string;
    readonly namespace: string;
    readonly line: number;
    readonly column: number;
  };
  /** The root element with its descendants. */
  readonly element: XmlElement;
  /** Attributes of the root element, by name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts of all elements at a path below the root, e.g. `AccountingSupplierParty/Party/PartyName/Name`. */
  texts(path: string): readonly string[];
}

/** Maximum nesting, so that functions that walk a document recursively do not exhaust the stack. */
const maxDepth = 200;

/**
 * Parses a document. A DOCTYPE is refused, so the document can define no entities.
 * @throws XmlError if the document is not well-formed XML, has a DOCTYPE, or is nested more than 200 levels deep
 */
export function readXmlDocument(source: Uint8Array): XmlDocument {
  const text = decodeXml(source);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const errorHere = (message: string, cause?: unknown) => new XmlError(parser.line, parser.column, message, cause);
  const open: Draft[] = [];
  let root: XmlDocument['root'] | undefined;
  let element: XmlElement | undefined;

  parser.on('error', (error) => {
    throw errorHere(error.message.replace(/^\d+:\d+: /, ''), error);
  });
  parser.on('doctype', () => {
    throw errorHere(
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    );
  });
  parser.on('opentag', ({ name: qualifiedName, local, uri, attributes: found }) => {
    root ??= { name: local, qualifiedName, namespace: uri, line: parser.line, column: parser.column };
    if (open.length >= maxDepth) throw errorHere('The document is nested too deeply.');
    const attributes = Object.fromEntries(Object.values(found).map(({ local: name, value }) => [name, value]));
    open.push({ name: local, namespace: uri, attributes, text: '', children: [] });
  });
  const addText = (more: string) => {
    const current = open.at(-1);
    if (current) current.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const draft = open.pop();
    if (!draft) return;
    const closed = new XmlElement({ ...draft, text: draft.text.trim() });
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else element = closed;
  });

  parser.write(text).close();
  if (!root || !element) throw errorHere('Premature end of file.');
  return documentOf(text, root, element);
}

interface Draft {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

function documentOf(text: string, root: XmlDocument['root'], element: XmlElement): XmlDocument {
  const texts = (path: string) => element.all(path).map((found) => found.text);
  return { text, root, element, attributes: element.attributes, texts };
}
