import type { Link, LinksAnswer } from '../contract/link.ts';
import { isOpen } from '../core/open-link.ts';
import type { Problem } from '../core/state.ts';

/** The company's links as this page knows them: from the last read, and from the person's own actions since then. */
export class LinkWatch {
  #answer: LinksAnswer | undefined;
  #problem: Problem | undefined;
  #hasTried = false;
  #version = 0;
  #isOwn = false;

  /** `undefined` until they have been read. */
  get answer(): LinksAnswer | undefined {
    return this.#answer;
  }

  /** Why the last read failed. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Changes with every action of the person. A read that began before it is out of date. */
  get version(): number {
    return this.#version;
  }

  /** Number of links that somebody can still use; 0 until they have been read. */
  get open(): number {
    return this.#answer?.links.filter(isOpen).length ?? 0;
  }

  /**
   * Whether the links have to be polled: always before the first read, then while one is open. Where only their number is shown
   * (`isOnScreen` is false), only while one is open that was created on this page.
   */
  isLive(isOnScreen: boolean): boolean {
    if (!this.#hasTried) return true;
    return this.open > 0 ? isOnScreen || this.#isOwn : isOnScreen && this.#problem !== undefined;
  }

  /** What is known is out of date: the links are read again. */
  expire(): void {
    this.#hasTried = false;
  }

  /** Takes the answer of a read. Returns whether the state of a known link has changed. */
  read(answer: LinksAnswer): boolean {
    const before = this.#answer?.links ?? [];
    this.#answer = answer;
    this.#problem = undefined;
    this.#hasTried = true;
    return before.some(({ linkId, state }) => state !== answer.links.find((link) => link.linkId === linkId)?.state);
  }

  fail(problem: Problem): void {
    this.#problem = problem;
    this.#hasTried = true;
  }

  /** Takes a link that the person created or changed on this page. */
  put(link: Link, now: number): void {
    this.#isOwn = true;
    this.#hasTried = true;
    this.#version += 1;
    const links = this.#answer?.links ?? [];
    const isKnown = links.some(({ linkId }) => linkId === link.linkId);
    const changed = links.map((one) => (one.linkId === link.linkId ? link : one));
    this.#answer = { now, links: isKnown ? changed : [link, ...links] };
  }
}
