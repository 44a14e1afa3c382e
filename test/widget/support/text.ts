/** The text of a node as a person reads it: white space in a row counts as one space. */
export function textOf(node: Node): string {
  const { textContent } = node;
  if (textContent === null) throw new Error('a document has no text of its own');
  return textContent.replace(/\s+/g, ' ').trim();
}

/** The text in the shadow root of an element; empty before its first rendering. */
export function shadowText(element: Element): string {
  return element.shadowRoot ? textOf(element.shadowRoot) : '';
}
