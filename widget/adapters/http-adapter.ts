import type { GenericSchema, InferOutput } from 'valibot';
import type { CallOptions, SpvAdapter } from '../contract/adapter.ts';
import { attemptAnswer, type StartAttemptRequest, startedAttempt } from '../contract/attempt.ts';
import { type AuthorizationAnswer, authorizationAnswer } from '../contract/authorization.ts';
import {
  type CreatedLink,
  createdLink,
  type LinkAnswer,
  type LinksAnswer,
  linkAnswer,
  linksAnswer,
  type SendLinkRequest,
} from '../contract/link.ts';
import { SpvProblem } from '../contract/problem.ts';
import { readResponse } from './read-response.ts';

export interface HttpAdapterOptions {
  /** Base URL of the backend, for example `https://spv.example.ro` or `/spv`. May have a path. */
  readonly baseUrl: string;
  /**
   * Gets a session from the host's own server. Called before the first call, and once more when the backend refuses the session
   * as expired or unknown. `signal` aborts when the time-out has passed. A rejection with `SpvProblem` is passed on; any other
   * rejection becomes `session-missing`.
   */
  readonly getSession: (options: CallOptions) => Promise<string>;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** How long one call of the backend, or one of `getSession`, may take, in milliseconds. Default: 20 000. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/**
 * The adapter for a backend that speaks the contract over HTTP. Validates every answer; rejects only with `SpvProblem`, or with
 * the reason of an aborted signal.
 *
 * ```ts
 * element.adapter = new HttpAdapter({ baseUrl: '/spv', getSession: async () => (await fetchSession()).session });
 * ```
 */
export class HttpAdapter implements SpvAdapter {
  readonly #options: HttpAdapterOptions;
  #session: Promise<string> | undefined;

  constructor(options: HttpAdapterOptions) {
    this.#options = { ...options };
  }

  readAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#call({ method: 'GET', path: 'v1/authorization' }, authorizationAnswer, signal);
  }

  startAttempt(request: StartAttemptRequest, { signal }: CallOptions): Promise<InferOutput<typeof startedAttempt>> {
    return this.#call({ method: 'POST', path: 'v1/attempts', body: request }, startedAttempt, signal);
  }

  readAttempt(attemptId: string, { signal }: CallOptions): Promise<InferOutput<typeof attemptAnswer>> {
    return this.#call({ method: 'GET', path: attemptPath(attemptId) }, attemptAnswer, signal);
  }

  async cancelAttempt(attemptId: string, { signal }: CallOptions): Promise<void> {
    await this.#call({ method: 'DELETE', path: attemptPath(attemptId) }, undefined, signal);
  }

  verifyAuthorization({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#call({ method: 'POST', path: 'v1/authorization/verify' }, authorizationAnswer, signal);
  }

  disconnect({ signal }: CallOptions): Promise<AuthorizationAnswer> {
    return this.#call({ method: 'DELETE', path: 'v1/authorization' }, authorizationAnswer, signal);
  }

  readLinks({ signal }: CallOptions): Promise<LinksAnswer> {
    return this.#call({ method: 'GET', path: linkPath() }, linksAnswer, signal);
  }

  createLink({ signal }: CallOptions): Promise<CreatedLink> {
    return this.#call({ method: 'POST', path: linkPath() }, createdLink, signal);
  }

  replaceLink(linkId: string, { signal }: CallOptions): Promise<CreatedLink> {
    return this.#call({ method: 'POST', path: linkPath(linkId, '/replace') }, createdLink, signal);
  }

  async cancelLink(linkId: string, { signal }: CallOptions): Promise<void> {
    await this.#call({ method: 'DELETE', path: linkPath(linkId) }, undefined, signal);
  }

  sendLink(linkId: string, request: SendLinkRequest, { signal }: CallOptions): Promise<LinkAnswer> {
    return this.#call({ method: 'POST', path: linkPath(linkId, '/send'), body: request }, linkAnswer, signal);
  }

  #call<Schema extends GenericSchema>(call: Call, schema: Schema, signal: AbortSignal): Promise<InferOutput<Schema>>;
  #call(call: Call, schema: undefined, signal: AbortSignal): Promise<undefined>;
  async #call(call: Call, schema: GenericSchema | undefined, signal: AbortSignal): Promise<unknown> {
    const session = await this.#sessionFor(signal);
    try {
      return await this.#callWithSession(session, call, schema, signal);
    } catch (error) {
      if (!isRefusedSession(error)) throw error;
      return this.#callWithSession(await this.#sessionFor(signal), call, schema, signal);
    }
  }

  async #callWithSession(session: string, call: Call, schema: GenericSchema | undefined, signal: AbortSignal) {
    const usedSession = this.#session;
    try {
      const response = await this.#send(call, session, signal);
      return await readResponse(response, schema);
    } catch (error) {
      // Another call may already have got a new session.
      if (isRefusedSession(error) && this.#session === usedSession) this.#session = undefined;
      throw error;
    }
  }

  async #sessionFor(signal: AbortSignal): Promise<string> {
    this.#session ??= this.#requestSession();
    const pendingSession = this.#session;
    try {
      return await untilAborted(pendingSession, signal);
    } catch (cause) {
      signal.throwIfAborted();
      if (this.#session === pendingSession) this.#session = undefined;
      if (cause instanceof SpvProblem) throw cause;
      throw new SpvProblem('session-missing', 'the host gave no session', { cause });
    }
  }

  /** Requests one session for all pending calls. Only the time-out aborts it, so that aborting one call does not affect others. */
  #requestSession(): Promise<string> {
    const signal = AbortSignal.timeout(this.#options.timeoutMs ?? defaultTimeoutMs);
    return untilAborted(this.#options.getSession({ signal }), signal).catch((cause: unknown) => {
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

/** Settles like the promise, or rejects with the signal's reason as soon as it aborts. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const handleAbort = () => reject(signal.reason);
    if (signal.aborted) handleAbort();
    signal.addEventListener('abort', handleAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', handleAbort));
  });
}

function linkPath(linkId?: string, action = ''): string {
  return linkId === undefined ? 'v1/links' : `v1/links/${encodeURIComponent(linkId)}${action}`;
}

function attemptPath(attemptId: string): string {
  return `v1/attempts/${encodeURIComponent(attemptId)}`;
}
