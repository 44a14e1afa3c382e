import type { LinkedText } from '../../../help/help-text.ts';
import { partsOf } from '../../../help/linked-text.ts';
import type { Query } from '../../../help/query.ts';
import { segmentsOf } from '../../../help/search.ts';
import { type Html, html } from '../../../markup/html.ts';

/** Turns the texts of one page into markup: links, and marks on the words that were searched for. */
export class LinkedHtml {
  readonly #url: string;
  readonly #query: Query | undefined;

  /** `url` is the address of the whole help page, which has every topic. */
  constructor(url: string, query: Query | undefined) {
    this.#url = url;
    this.#query = query;
  }

  /** A text with its links. */
  linked(text: LinkedText): Html {
    return html`${partsOf(text).map(({ text: part, target }) =>
      target === undefined ? this.marked(part) : html`<a href="${this.#addressOf(target)}">${this.marked(part)}</a>`,
    )}`;
  }

  /** A text without links. */
  marked(text: string): Html {
    const query = this.#query;
    if (!query) return html`${text}`;
    return html`${segmentsOf(text, query).map(({ text: part, isMatch }) =>
      isMatch ? html`<mark>${part}</mark>` : html`${part}`,
    )}`;
  }

  #addressOf(target: string): string {
    return target.startsWith('#') ? `${this.#url}${target}` : target;
  }
}
