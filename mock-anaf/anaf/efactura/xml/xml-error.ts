/**
 * The document cannot be read as XML. The message has the form of the messages of ANAF's parser. Documented: one complaint
 * (`cvc-elt.1.a`). Assumed: the others, most of which have the wording of saxes.
 */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(line: number, column: number, complaint: string, cause?: unknown) {
    super(`org.xml.sax.SAXParseException; lineNumber: ${line}; columnNumber: ${column}; ${complaint}`, { cause });
  }
}
