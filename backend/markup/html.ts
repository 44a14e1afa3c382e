/** Escaped markup. The template tag `html` creates it, so text that was not escaped has another type. */
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

/** Builds markup. Values are escaped for elements and quoted attributes; `Html` values are inserted as they are. */
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
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
