import type { HttpAdapterOptions } from 'spv-authorize/internal/adapters/http-adapter.ts';
import { HttpAdapter } from 'spv-authorize/internal/adapters/http-adapter.ts';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly session: string | null;
  readonly body: unknown;
}

/** A `fetch` that answers from a list and records its requests. */
export class FakeBackend {
  readonly requests: SeenRequest[] = [];
  readonly #answers: (Response | Error)[] = [];

  answer(status: number, body: unknown, headers: Record<string, string> = {}): this {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.#answers.push(new Response(status === 204 ? null : text, { status, headers }));
    return this;
  }

  breakOff(): this {
    this.#answers.push(new TypeError('connection refused'));
    return this;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    init?.signal?.throwIfAborted();
    const headers = new Headers(init?.headers);
    this.requests.push({
      method: init?.method ?? 'GET',
      url: String(input),
      session: headers.get('Authorization'),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    });
    const answer = this.#answers.shift();
    if (!answer) return hangUntilAborted(init?.signal);
    if (answer instanceof Error) throw answer;
    return answer;
  };

  adapter(options: Partial<HttpAdapterOptions> = {}): { adapter: HttpAdapter; sessions: () => number } {
    let sessions = 0;
    const getSession = async () => {
      sessions += 1;
      return `session-${sessions}`;
    };
    const baseUrl = 'https://spv.example/prefix/';
    return {
      adapter: new HttpAdapter({ baseUrl, getSession, fetch: this.fetch, ...options }),
      sessions: () => sessions,
    };
  }
}

function hangUntilAborted(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
