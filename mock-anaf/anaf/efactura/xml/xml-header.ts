/**
 * The XML answer of `upload` and `stareMesaj`, in the documented format: one element with attributes.
 * @param attributes as `attribute` writes them
 * @param errorMessage for a refusal
 */
export function header(namespace: string, attributes: readonly string[], errorMessage?: string): string {
  const start = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<header xmlns="${namespace}" ${attributes.join(' ')}`;
  const open = attributes.length === 0 ? start.trimEnd() : start;
  if (errorMessage === undefined) return `${open}/>`;
  return `${open}>\n    <Errors ${attribute('errorMessage', errorMessage)}/>\n</header>`;
}

/** An XML attribute, e.g. `stare="ok"`. */
export function attribute(name: string, value: string): string {
  return `${name}="${escapeXml(value)}"`;
}

/** Escapes a text for XML. Line breaks are escaped too, because a parser reads them as spaces in an attribute. */
export function escapeXml(value: string): string {
  return (
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#xA;')
      .replaceAll('\r', '&#xD;')
      .replaceAll('\t', '&#x9;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 cannot carry, even escaped
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  );
}
