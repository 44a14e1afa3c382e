/** Markup that is safe to send. Create it only by `html`, which escapes every inserted string. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

/** What a template accepts between its strings. */
export type Insertable = string | number | Markup | readonly Insertable[] | undefined | false;

/**
 * Builds markup from a template: strings and numbers are escaped, markup is inserted unchanged, lists are joined, `undefined`
 * and `false` insert nothing.
 * @example html`<p class="${cssClass}">${isNew && html`<b>nou</b>`} ${text}</p>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  return new Markup(strings.reduce((source, string, index) => source + rendered(values[index - 1]) + string));
}

function rendered(value: Insertable): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (Array.isArray(value)) return value.map(rendered).join('');
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
