/** The form that a button of a page sends. */
export interface Form {
  /** Empty: the address of the page. */
  readonly action: string;
  /** Hidden fields, and the button if it has a name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The first form of a page that is sent by POST. Enough HTML for the pages of a backend: no script, no nested form. */
export function firstForm(html: string): Form | undefined {
  for (const [, attributes = '', content = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)) {
    if (attribute(attributes, 'method').toLowerCase() === 'post') {
      return { action: attribute(attributes, 'action'), fields: fieldsOf(content) };
    }
  }
  return undefined;
}

/** The address in a header `Refresh: 0;url=…`. */
export function refreshTarget(header: string): string | undefined {
  return /^\s*0\s*;\s*url=(.+)$/i.exec(header)?.[1];
}

function fieldsOf(content: string): Record<string, string> {
  const hidden = [...content.matchAll(/<input\b([^>]*)>/gi)].filter(([, own = '']) => /type=["']?hidden/i.test(own));
  const [button] = content.matchAll(/<button\b([^>]*)>/gi);
  const named = [...hidden, ...(button ? [button] : [])]
    .map(([, own = '']) => [attribute(own, 'name'), attribute(own, 'value')] as const)
    .filter(([name]) => name !== '');
  return Object.fromEntries(named);
}

function attribute(attributes: string, name: string): string {
  const [, quoted, single, bare] =
    new RegExp(`\\b${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes) ?? [];
  return decoded(quoted ?? single ?? bare ?? '');
}

function decoded(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
