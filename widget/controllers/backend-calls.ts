import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import type { StartAttemptRequest } from '../contract/attempt.ts';
import type { AuthorizationAnswer } from '../contract/authorization.ts';
import type { LinksAnswer } from '../contract/link.ts';
import { SpvProblem } from '../contract/problem.ts';
import type { Input } from '../core/input.ts';
import type { Problem } from '../core/state.ts';

/** The outcome of reading the links. */
export type LinksRead =
  | { readonly answer: LinksAnswer }
  | { readonly problem: Problem; readonly retryAfterSeconds?: number | undefined };

type CallName = 'read' | 'start' | 'cancel' | 'act';

/** Permanent problems: reading the attempt again cannot succeed. After any other problem the next poll tries again. */
const finalProblems: readonly Problem['code'][] = [
  'attempt-unknown',
  'attempt-ended',
  'session-missing',
  'session-expired',
  'permission-missing',
  'origin-refused',
  'company-unknown',
];

/**
 * Calls the adapter and turns its answers into inputs of the state machine. A new call aborts a running one of the same name.
 * The answer to an aborted call is never used, because it may be about another company.
 */
export class BackendCalls {
  readonly #source: { readonly port: SpvAdapter | undefined };
  readonly #send: (input: Input) => void;
  readonly #running = new Map<CallName, AbortController>();
  #latestRead: Promise<void> | undefined;

  constructor(source: { readonly port: SpvAdapter | undefined }, send: (input: Input) => void) {
    this.#source = source;
    this.#send = send;
  }

  abort(name: CallName): void {
    this.#running.get(name)?.abort();
    this.#running.delete(name);
  }

  abortAll(): void {
    for (const name of this.#running.keys()) this.abort(name);
  }

  /** Resolves when the newest read has ended: a caller whose read is replaced waits for the one that replaced it. */
  async readAuthorization(): Promise<void> {
    this.#latestRead = this.#call('read', async (adapter, options) => ({
      type: 'authorization-read',
      call: 'read',
      answer: await adapter.readAuthorization(options),
    }));
    let awaited: Promise<void> | undefined;
    while (awaited !== this.#latestRead) {
      awaited = this.#latestRead;
      await awaited;
    }
  }

  startAttempt(request: StartAttemptRequest): Promise<void> {
    return this.#call('start', async (adapter, options) => ({
      type: 'attempt-started',
      started: await adapter.startAttempt(request, options),
    }));
  }

  verify(): Promise<void> {
    return this.#act((adapter, options) => adapter.verifyAuthorization?.(options));
  }

  disconnect(): Promise<void> {
    return this.#act((adapter, options) => adapter.disconnect?.(options));
  }

  async cancelAttempt(attemptId: string): Promise<void> {
    const signal = this.#begin('cancel');
    try {
      await this.#source.port?.cancelAttempt?.(attemptId, { signal });
    } catch {
      // The outcome does not matter: an attempt that is not cancelled expires by itself.
    }
  }

  /** Reads an attempt. Resolves with the seconds of a `Retry-After`, or `undefined`. Never rejects. */
  async readAttempt(attemptId: string, signal: AbortSignal): Promise<number | undefined> {
    try {
      const answer = await Promise.race([aborted(signal), this.#source.port?.readAttempt(attemptId, { signal })]);
      if (answer && !signal.aborted) this.#send({ type: 'attempt-read', ...answer });
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      const problem = problemOf(error);
      const isFinal = finalProblems.includes(problem.code);
      this.#send(
        isFinal ? { type: 'attempt-unreadable', attemptId, problem } : { type: 'attempt-unanswered', attemptId },
      );
      return error instanceof SpvProblem ? error.retryAfterSeconds : undefined;
    }
  }

  /** Reads the company's links. Never rejects; `undefined` when nobody waits any more. */
  async readLinks(signal: AbortSignal): Promise<LinksRead | undefined> {
    const { port } = this.#source;
    if (!port?.readLinks) return { problem: { code: 'unreadable' } };
    try {
      const answer = await Promise.race([aborted(signal), port.readLinks({ signal })]);
      return answer && { answer };
    } catch (error) {
      if (signal.aborted) return undefined;
      return {
        problem: problemOf(error),
        ...(error instanceof SpvProblem && { retryAfterSeconds: error.retryAfterSeconds }),
      };
    }
  }

  #act(call: (adapter: SpvAdapter, options: CallOptions) => Promise<AuthorizationAnswer> | undefined): Promise<void> {
    return this.#call('act', async (adapter, options) => {
      const answer = await call(adapter, options);
      if (!answer) throw new SpvProblem('unreadable', 'the adapter has the capability but not the method');
      return { type: 'authorization-read', call: 'act', answer };
    });
  }

  async #call(
    name: Exclude<CallName, 'cancel'>,
    run: (adapter: SpvAdapter, options: CallOptions) => Promise<Input>,
  ): Promise<void> {
    const { port } = this.#source;
    if (!port) return;
    const signal = this.#begin(name);
    const input = await Promise.race([
      aborted(signal),
      run(port, { signal }).catch((error: unknown): Input | undefined =>
        signal.aborted ? undefined : { type: 'call-failed', call: name, problem: problemOf(error) },
      ),
    ]);
    if (input && !signal.aborted) this.#send(input);
  }

  #begin(name: CallName): AbortSignal {
    this.abort(name);
    const controller = new AbortController();
    this.#running.set(name, controller);
    return controller.signal;
  }
}

/** Resolves when the signal aborts, so that callers stop waiting even if an adapter ignores its signal. */
function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}

/** The problem with which an adapter rejected, as data. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof SpvProblem)) {
    // A custom adapter broke the contract: its author needs the whole error, the person only a general sentence.
    console.error('<spv-authorize>: the adapter rejected with an error that is not an SpvProblem', error);
    return { code: 'unreadable' };
  }
  return { code: error.code, ...(error.reference !== undefined && { reference: error.reference }) };
}
