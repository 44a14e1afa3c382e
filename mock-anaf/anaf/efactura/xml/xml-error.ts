/**
 * The document cannot be read as XML. The message has the form of ANAF's parser. Documented is one complaint (`cvc-elt.1.a`);
 * assumed are the others: most of them are worded as the parser here words them.
 */
export class XmlError extends Error {
  constructor(line: number, column: number, complaint: string, cause?: unknown) {
    super(`org.xml.sax.SAXParseException; lineNumber: ${line}; columnNumber: ${column}; ${complaint}`, { cause });
  }
}
