import type { GenericSchema, InferOutput } from 'valibot';
import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import { attemptAnswer, type StartAttemptRequest, startedAttempt } from '../contract/attempt.ts';
import { type AuthorizationAnswer, authorizationAnswer } from '../contract/authorization.ts';
import { SpvProblem } from '../contract/problem.ts';
import { readResponse } from './read-response.ts';

export interface HttpAdapterOptions {
  /** Where the backend's routes begin, for example `https://spv.example.ro` or `/spv`; may have a path. */
  readonly baseUrl: string;
  /**
   * Asks the host's server for a session. Called before the first call, and once more when the backend refuses the session:
   * expired or unknown. `signal`: nobody waits any longer.
   */
  readonly getSession: (options: CallOptions) => Promise<string>;
  readonly fetch?: typeof fetch;
  /** How long one call may take, and how long `getSession` may. Default 20 000. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Speaks the contract with a backend over HTTP. Every answer is validated; everything that fails is an `SpvProblem`. */
export class HttpAdapter implements SpvAdapter {
  readonly #options: HttpAdapterOptions;
  #session: Promise<string> | undefined;

  constructor(options: HttpAdapterOptions) {
    this.#options = { ...options };
  }

  readAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#ask({ method: 'GET', path: 'v1/authorization' }, authorizationAnswer, signal);
  }

  startAttempt(request: StartAttemptRequest, { signal }: CallOptions): Promise<InferOutput<typeof startedAttempt>> {
    return this.#ask({ method: 'POST', path: 'v1/attempts', body: request }, startedAttempt, signal);
  }

  readAttempt(attemptId: string, { signal }: CallOptions): Promise<InferOutput<typeof attemptAnswer>> {
    return this.#ask({ method: 'GET', path: attemptPath(attemptId) }, attemptAnswer, signal);
  }

  async cancelAttempt(attemptId: string, { signal }: CallOptions): Promise<void> {
    await this.#ask({ method: 'DELETE', path: attemptPath(attemptId) }, undefined, signal);
  }

  verifyAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#ask({ method: 'POST', path: 'v1/authorization/verify' }, authorizationAnswer, signal);
  }

  disconnect({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#ask({ method: 'DELETE', path: 'v1/authorization' }, authorizationAnswer, signal);
  }

  #ask<Schema extends GenericSchema>(call: Call, schema: Schema, signal: AbortSignal): Promise<InferOutput<Schema>>;
  #ask(call: Call, schema: undefined, signal: AbortSignal): Promise<undefined>;
  async #ask(call: Call, schema: GenericSchema | undefined, signal: AbortSignal): Promise<unknown> {
    const session = await this.#sessionFor(signal);
    try {
      return await this.#askWith(session, call, schema, signal);
    } catch (error) {
      if (!isRefusedSession(error)) throw error;
      return this.#askWith(await this.#sessionFor(signal), call, schema, signal);
    }
  }

  async #askWith(session: string, call: Call, schema: GenericSchema | undefined, signal: AbortSignal) {
    const kept = this.#session;
    try {
      const response = await this.#send(call, session, signal);
      return await readResponse(response, schema);
    } catch (error) {
      // Another call may have got a new one meanwhile.
      if (isRefusedSession(error) && this.#session === kept) this.#session = undefined;
      throw error;
    }
  }

  async #sessionFor(signal: AbortSignal): Promise<string> {
    this.#session ??= this.#askHost();
    const asked = this.#session;
    try {
      return await orAborted(asked, signal);
    } catch (cause) {
      signal.throwIfAborted();
      if (this.#session === asked) this.#session = undefined;
      if (cause instanceof SpvProblem) throw cause;
      throw new SpvProblem('session-missing', 'the host gave no session', { cause });
    }
  }

  /** One question for all calls that wait; none of them may end it for the others, but the time does. */
  #askHost(): Promise<string> {
    const signal = AbortSignal.timeout(this.#options.timeoutMs ?? defaultTimeoutMs);
    return orAborted(this.#options.getSession({ signal }), signal).catch((cause: unknown) => {
      if (!signal.aborted) throw cause;
      throw new SpvProblem('unreachable', 'the host gave no session in time', { cause });
    });
  }

  async #send({ method, path, body }: Call, session: string, signal: AbortSignal): Promise<Response> {
    const { baseUrl, timeoutMs = defaultTimeoutMs, fetch = globalThis.fetch } = this.#options;
    const headers = new Headers({ Accept: 'application/json', Authorization: `Bearer ${session}` });
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    try {
      return await fetch(`${baseUrl.replace(/\/$/, '')}/${path}`, {
        method,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw new SpvProblem('unreachable', `no answer to ${method} ${path}`, { cause });
    }
  }
}

function isRefusedSession(error: unknown): boolean {
  return error instanceof SpvProblem && (error.code === 'session-expired' || error.code === 'session-missing');
}

/** Rejects with the signal's reason as soon as it is aborted, whatever the promise does. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const handleAbort = () => reject(signal.reason);
    if (signal.aborted) handleAbort();
    signal.addEventListener('abort', handleAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', handleAbort));
  });
}

function attemptPath(attemptId: string): string {
  return `v1/attempts/${encodeURIComponent(attemptId)}`;
}
