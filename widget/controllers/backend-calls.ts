import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import type { StartAttemptRequest } from '../contract/attempt.ts';
import { SpvProblem } from '../contract/problem.ts';
import type { Input } from '../core/input.ts';
import type { Problem } from '../core/state.ts';

type CallName = 'read' | 'start' | 'cancel' | 'act';

/** Reads of an attempt that repeating cannot mend. Anything else is asked again at the next turn. */
const finalProblems: readonly Problem['code'][] = [
  'attempt-unknown',
  'attempt-ended',
  'session-missing',
  'session-expired',
  'permission-missing',
  'origin-refused',
  'company-unknown',
];

/** Calls the adapter and turns what comes back into inputs. A newer call of a name replaces the older one. */
export class BackendCalls {
  readonly #source: { readonly port: SpvAdapter | undefined };
  readonly #send: (input: Input) => void;
  readonly #running = new Map<CallName, AbortController>();

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

  readAuthorization(): Promise<void> {
    return this.#call('read', async (adapter, options) => {
      this.#send({ type: 'authorization-read', answer: await adapter.readAuthorization(options) });
    });
  }

  startAttempt(request: StartAttemptRequest): Promise<void> {
    return this.#call('start', async (adapter, options) => {
      const started = await adapter.startAttempt(request, options);
      // An adapter need not heed the signal; what comes after it is of no use.
      if (!options.signal.aborted) this.#send({ type: 'attempt-started', started });
    });
  }

  verify(): Promise<void> {
    return this.#act((adapter, options) => adapter.verifyAuthorization?.(options));
  }

  disconnect(): Promise<void> {
    return this.#act((adapter, options) => adapter.disconnect?.(options));
  }

  /** Nobody waits for the outcome: when it fails, the attempt lapses by itself. */
  async cancelAttempt(attemptId: string): Promise<void> {
    await this.#source.port?.cancelAttempt?.(attemptId, { signal: this.#begin('cancel') }).catch(() => undefined);
  }

  /** Answers how long the backend asked to be left alone, in seconds. */
  async readAttempt(attemptId: string, signal: AbortSignal): Promise<number | undefined> {
    try {
      const answer = await this.#source.port?.readAttempt(attemptId, { signal });
      if (answer && !signal.aborted) this.#send({ type: 'attempt-read', attempt: answer.attempt });
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      const problem = problemOf(error);
      if (finalProblems.includes(problem.code)) this.#send({ type: 'attempt-unreadable', attemptId, problem });
      return error instanceof SpvProblem ? error.retryAfterSeconds : undefined;
    }
  }

  #act(
    call: (adapter: SpvAdapter, options: CallOptions) => ReturnType<SpvAdapter['readAuthorization']> | undefined,
  ): Promise<void> {
    return this.#call('act', async (adapter, options) => {
      const answer = await call(adapter, options);
      if (answer) this.#send({ type: 'authorization-read', answer });
    });
  }

  async #call(
    name: Exclude<CallName, 'cancel'>,
    run: (adapter: SpvAdapter, options: CallOptions) => Promise<void>,
  ): Promise<void> {
    const { port } = this.#source;
    if (!port) return;
    const signal = this.#begin(name);
    try {
      await run(port, { signal });
    } catch (error) {
      if (!signal.aborted) this.#send({ type: 'call-failed', call: name, problem: problemOf(error) });
    }
  }

  #begin(name: CallName): AbortSignal {
    this.abort(name);
    const controller = new AbortController();
    this.#running.set(name, controller);
    return controller.signal;
  }
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof SpvProblem)) {
    // A host's own adapter broke its promise: its author needs the whole error, the person a general sentence.
    console.error('<spv-authorize>: the adapter rejected with something else than SpvProblem', error);
    return { code: 'unreadable' };
  }
  return { code: error.code, ...(error.reference !== undefined && { reference: error.reference }) };
}
