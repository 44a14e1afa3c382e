import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import type { Link, LinksAnswer } from '../contract/link.ts';
import type { FocusTarget } from '../core/screen-focus.ts';
import type { Problem } from '../core/state.ts';
import { type Desk, type DeskCall, type DeskInput, emptyDesk } from './desk.ts';
import { deskTransition } from './desk-transition.ts';

/** What the desk needs from the element. */
export interface DeskHost {
  readonly port: SpvAdapter | undefined;
  /** The company's links, as far as the page knows them. */
  readonly links: LinksAnswer | undefined;
  /** The language of the element. */
  readonly language: string;
  /** Takes a link that was created or changed. */
  putLink(link: Link, now: number): void;
  /** Reads the links soon. */
  readLinks(): void;
  problemOf(error: unknown): Problem;
  /** The desk has changed. `focus`: where focus goes after rendering; by default it stays. */
  handleDesk(focus?: FocusTarget): void;
}

/** Holds what the screen of the links shows, and carries out the calls of `deskTransition`. */
export class LinkDesk {
  readonly #host: DeskHost;
  readonly #stopped = new AbortController();
  #desk: Desk;

  constructor(host: DeskHost) {
    this.#host = host;
    this.#desk = emptyDesk(host.language);
  }

  get desk(): Desk {
    return this.#desk;
  }

  send(input: DeskInput): void {
    const { desk, call, focus } = deskTransition(this.#desk, input);
    if (desk === this.#desk) return;
    this.#desk = desk;
    this.#host.handleDesk(focus);
    if (call) void this.#carryOut(call);
  }

  /** Ignores the answers to running calls from now on: they are about the company of an earlier adapter. */
  stop(): void {
    this.#stopped.abort();
  }

  async #carryOut(call: DeskCall): Promise<void> {
    const { signal } = this.#stopped;
    const input = await this.#ask(call, { signal }).catch((error: unknown): DeskInput => {
      return { type: 'failed', problem: signal.aborted ? { code: 'unreachable' } : this.#host.problemOf(error) };
    });
    if (signal.aborted) return;
    if ('answer' in input) this.#host.putLink(input.answer.link, input.answer.now);
    // The link may have ended, or somebody else may have changed the list.
    if (input.type === 'failed') this.#host.readLinks();
    this.send(input);
  }

  async #ask(call: DeskCall, options: CallOptions): Promise<DeskInput> {
    const { port } = this.#host;
    switch (call.action) {
      case 'create':
        return made(await port?.createLink?.(options));
      case 'replace':
        return made(await port?.replaceLink?.(call.linkId, options));
      case 'send': {
        const answer = await port?.sendLink?.(call.linkId, call.request, options);
        return answer ? { type: 'sent', answer } : withoutMethod;
      }
      case 'cancel':
        if (!port?.cancelLink) return withoutMethod;
        await port.cancelLink(call.linkId, options);
        this.#markCancelled(call.linkId);
        return { type: 'cancelled' };
      default:
        return call satisfies never;
    }
  }

  #markCancelled(linkId: string): void {
    const { links } = this.#host;
    const link = links?.links.find((one) => one.linkId === linkId);
    if (links && link) this.#host.putLink({ ...link, state: 'cancelled', changedAt: links.now }, links.now);
  }
}

/** The adapter has the capability, but not the method. */
const withoutMethod: DeskInput = { type: 'failed', problem: { code: 'unreadable' } };

function made(answer: Extract<DeskInput, { type: 'made' }>['answer'] | undefined): DeskInput {
  return answer ? { type: 'made', answer } : withoutMethod;
}
