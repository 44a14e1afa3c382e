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
import type { SpvProblem } from '../contract/problem.ts';
import { exampleAnswer, exampleConnection } from './memory-examples.ts';

/** The answer to one read of the attempt: its state, or the failure that ended it. */
export type MemoryStep = Exclude<AttemptState, 'failed'> | Failure;

export interface MemoryAdapterOptions {
  /** Replaces parts of `exampleAnswer`, whose company is not authorized yet. */
  readonly answer?: Partial<AuthorizationAnswer>;
  /** One step for each read of the attempt; the last one repeats. Default: `at-anaf`, `verifying`, `succeeded`. */
  readonly steps?: readonly MemoryStep[];
  /** The address of every attempt. Default: one on a host that does not exist. */
  readonly authorizeUrl?: string;
}

/**
 * A backend in memory, for tests and previews. It has no timers: its state changes only when it is read, or by `script`,
 * `authorize` and `failNext`.
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
  #problems: SpvProblem[] = [];
  /** The calls that were made, in order, by method name; `startAttempt` with its mode. */
  readonly calls: string[] = [];

  constructor({ answer, steps, authorizeUrl }: MemoryAdapterOptions = {}) {
    this.#answer = { ...exampleAnswer, ...answer };
    this.#steps = [...(steps ?? ['at-anaf', 'verifying', 'succeeded'])];
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

  #begin(call: string, signal: AbortSignal): void {
    signal.throwIfAborted();
    this.calls.push(call);
    const problem = this.#problems.shift();
    if (problem) throw problem;
  }
}
