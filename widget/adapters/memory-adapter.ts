import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import type {
  Attempt,
  AttemptAnswer,
  AttemptState,
  Failure,
  StartAttemptRequest,
  StartedAttempt,
} from '../contract/attempt.ts';
import type { Authorization, AuthorizationAnswer } from '../contract/authorization.ts';
import type { CreatedLink, Link, LinkAnswer, LinksAnswer, SendLinkRequest } from '../contract/link.ts';
import type { SpvProblem } from '../contract/problem.ts';
import { exampleAnswer, exampleConnection } from './memory-examples.ts';
import { MemoryLinks } from './memory-links.ts';

/** The answer to one read of the attempt: its state, or the failure that ended it. */
export type MemoryStep = Exclude<AttemptState, 'failed'> | Failure;

export interface MemoryAdapterOptions {
  /** Replaces parts of `exampleAnswer`, whose company is not authorized yet. */
  readonly answer?: Partial<AuthorizationAnswer>;
  /** One step for each read of the attempt; the last one repeats. Default: `at-anaf`, `verifying`, `succeeded`. */
  readonly steps?: readonly MemoryStep[];
  /** The address of every attempt. Default: one on a host that does not exist. */
  readonly authorizeUrl?: string;
  /** The company's links at the beginning, the newest first. Default: none. */
  readonly links?: readonly Link[];
}

/**
 * A backend in memory, for tests and previews. It has no timers: its state changes only when it is read, or by `script`,
 * `authorize`, `changeLink` and `failNext`.
 *
 * ```ts
 * element.adapter = new MemoryAdapter({ steps: ['at-anaf', 'succeeded'] });
 * ```
 */
export class MemoryAdapter implements SpvAdapter {
  #answer: AuthorizationAnswer;
  #steps: MemoryStep[];
  readonly #authorizeUrl: string;
  #attempts = 0;
  #attempt: Attempt | undefined;
  readonly #links: MemoryLinks;
  #problems: SpvProblem[] = [];
  /** The calls that were made, in order, by method name; `startAttempt` with its mode. */
  readonly calls: string[] = [];

  constructor({ answer, steps, authorizeUrl, links }: MemoryAdapterOptions = {}) {
    this.#answer = { ...exampleAnswer, ...answer };
    this.#steps = [...(steps ?? ['at-anaf', 'verifying', 'succeeded'])];
    this.#links = new MemoryLinks(this.#answer.now, links ?? []);
    this.#authorizeUrl = authorizeUrl ?? 'https://spv.example/authorize/ticket';
  }

  /** Replaces the answers to the next reads of the attempt. */
  script(...steps: readonly MemoryStep[]): void {
    this.#steps = [...steps];
  }

  /** Makes the next call reject. Several calls queue several problems. */
  failNext(problem: SpvProblem): void {
    this.#problems.push(problem);
  }

  /** Replaces the authorization, as an event at the backend would. Default: `exampleConnection`. */
  authorize(authorization: Authorization = exampleConnection): void {
    this.#answer = { ...this.#answer, authorization };
  }

  /** Changes parts of a link, as an event at the backend would. A completed link authorizes the company. */
  changeLink(linkId: string, part: Partial<Link>): void {
    this.#links.change(linkId, part);
    if (part.state === 'completed') this.authorize();
  }

  async readAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    this.#begin('readAuthorization', signal);
    return this.#answer;
  }

  async startAttempt(request: StartAttemptRequest, { signal }: CallOptions): Promise<StartedAttempt> {
    this.#begin(`startAttempt ${request.mode}`, signal);
    this.#attempts += 1;
    const { now } = this.#answer;
    this.#attempt = { attemptId: `attempt-${this.#attempts}`, expiresAt: now + 900, state: 'created' };
    return { now, attempt: this.#attempt, authorizeUrl: this.#authorizeUrl };
  }

  async readAttempt(attemptId: string, { signal }: CallOptions): Promise<AttemptAnswer> {
    this.#begin('readAttempt', signal);
    const step = (this.#steps.length > 1 ? this.#steps.shift() : this.#steps[0]) ?? 'created';
    const { now } = this.#answer;
    const base = { attemptId, expiresAt: this.#attempt?.expiresAt ?? now + 900 };
    if (step === 'succeeded') this.authorize();
    const attempt: Attempt =
      typeof step === 'string' ? { ...base, state: step } : { ...base, state: 'failed', failure: step };
    return { now, attempt };
  }

  async cancelAttempt(_attemptId: string, { signal }: CallOptions): Promise<void> {
    this.#begin('cancelAttempt', signal);
  }

  async verifyAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    this.#begin('verifyAuthorization', signal);
    return this.#answer;
  }

  async disconnect({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    this.#begin('disconnect', signal);
    this.authorize({ status: 'none' });
    return this.#answer;
  }

  async readLinks({ signal }: CallOptions): Promise<LinksAnswer> {
    this.#begin('readLinks', signal);
    return this.#links.read();
  }

  async createLink({ signal }: CallOptions): Promise<CreatedLink> {
    this.#begin('createLink', signal);
    return this.#links.create();
  }

  async replaceLink(linkId: string, { signal }: CallOptions): Promise<CreatedLink> {
    this.#begin(`replaceLink ${linkId}`, signal);
    return this.#links.replace(linkId);
  }

  async cancelLink(linkId: string, { signal }: CallOptions): Promise<void> {
    this.#begin(`cancelLink ${linkId}`, signal);
    this.#links.change(linkId, { state: 'cancelled' });
  }

  async sendLink(linkId: string, request: SendLinkRequest, { signal }: CallOptions): Promise<LinkAnswer> {
    this.#begin(`sendLink ${linkId} ${request.language ?? 'ro'} ${request.email}`, signal);
    return this.#links.send(linkId, request);
  }

  #begin(call: string, signal: AbortSignal): void {
    signal.throwIfAborted();
    this.calls.push(call);
    const problem = this.#problems.shift();
    if (problem) throw problem;
  }
}
