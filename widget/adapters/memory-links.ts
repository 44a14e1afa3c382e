import type { CreatedLink, Link, LinkAnswer, LinksAnswer, SendLinkRequest } from '../contract/link.ts';
import { SpvProblem } from '../contract/problem.ts';

const week = 7 * 86_400;

/** The links of a `MemoryAdapter`. Every link changes only when a method is called. */
export class MemoryLinks {
  readonly #now: number;
  #links: readonly Link[];
  #addresses = 0;

  constructor(now: number, links: readonly Link[]) {
    this.#now = now;
    this.#links = links;
  }

  read(): LinksAnswer {
    return { now: this.#now, links: [...this.#links] };
  }

  create(): CreatedLink {
    const now = this.#now;
    const linkId = `link-${this.#links.length + 1}`;
    const link: Link = { linkId, state: 'new', createdAt: now, changedAt: now, expiresAt: now + week };
    this.#links = [link, ...this.#links];
    return this.#withAddress(link);
  }

  replace(linkId: string): CreatedLink {
    return this.#withAddress(this.change(linkId, { state: 'new' }));
  }

  send(linkId: string, { email }: SendLinkRequest): LinkAnswer {
    return { now: this.#now, link: this.change(linkId, { email, sentAt: this.#now }) };
  }

  /** Changes parts of a link, as somebody at the page of the link would. Throws `link-unknown` for another one. */
  change(linkId: string, part: Partial<Link>): Link {
    const found = this.#links.find((link) => link.linkId === linkId);
    if (!found) throw new SpvProblem('link-unknown', `there is no link ${linkId}`, { status: 404 });
    const changed: Link = { ...found, changedAt: this.#now, ...part };
    this.#links = this.#links.map((link) => (link === found ? changed : link));
    return changed;
  }

  #withAddress(link: Link): CreatedLink {
    this.#addresses += 1;
    return { now: this.#now, link, url: `https://spv.example/l/secret-${this.#addresses}` };
  }
}
