/** Markup that is safe to send. Made by `html` only, so that what was not escaped does not fit. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/** A template whose values are text: they are escaped, for elements and for quoted attributes. `Html` goes in as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((markup, string, index) => `${markup}${rendered(parts[index - 1])}${string}`));
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return String(part);
  if (typeof part === 'object') return part.join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
