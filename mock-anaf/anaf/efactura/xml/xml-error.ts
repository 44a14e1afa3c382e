/**
 * The document cannot be read as XML. The message has the format of ANAF's parser. Documented: one error (`cvc-elt.1.a`). Assumed: the
 * others, most of which have the wording of saxes.
 */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(line: number, column: number, errorMessage: string, cause?: unknown) {
    super(`org.xml.sax.SAXParseException; lineNumber: ${line}; columnNumber: ${column}; ${errorMessage}`, { cause });
  }
}
