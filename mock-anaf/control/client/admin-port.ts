import { MockAnafError } from './mock-anaf-error.ts';

/** Options of `connectMockAnaf`. */
export interface ConnectOptions {
  /** The admin token, if the mock was started with one. */
  readonly token?: string;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Query, body and signal of a request. */
export interface AdminRequest {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: object;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to the admin port: adds the token, and turns error answers into `MockAnafError`. */
export class AdminPort {
  readonly #url: string;
  readonly #token: string | undefined;
  readonly #fetch: typeof fetch;

  /** @throws TypeError if the address is not an http address */
  constructor(adminUrl: string, options: ConnectOptions) {
    if (!/^https?:/.test(adminUrl) || !URL.canParse(adminUrl))
      throw new TypeError(`"adminUrl" must be an http address such as http://127.0.0.1:8079, got "${adminUrl}"`);
    this.#url = adminUrl.replace(/\/+$/, '');
    this.#token = options.token;
    this.#fetch = options.fetch ?? fetch;
  }

  /** Returns the answer as JSON. The caller declares its type, according to the schema of the operation. */
  async json<Answer>(method: string, path: string, request: AdminRequest = {}): Promise<Answer> {
    const response = await this.#send(method, path, request);
    return (await response.json()) as Answer;
  }

  async text(path: string): Promise<string> {
    return (await this.#send('GET', path, {})).text();
  }

  /** Yields the text in pieces of any size, as they arrive. Ends with the answer; throws the reason of an aborted signal. */
  async *pieces(path: string, request: AdminRequest): AsyncGenerator<string> {
    const { body } = await this.#send('GET', path, request);
    const decoder = new TextDecoder();
    if (body) for await (const piece of body) yield decoder.decode(piece, { stream: true });
  }

  async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.#send('GET', path, {})).arrayBuffer());
  }

  async #send(method: string, path: string, { query = {}, body, signal }: AdminRequest): Promise<Response> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
    const address = `${this.#url}${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
    const send = this.#fetch;
    let response: Response;
    try {
      response = await send(address, {
        method,
        ...(body && { body: JSON.stringify(body) }),
        ...(this.#token !== undefined && { headers: { authorization: `Bearer ${this.#token}` } }),
        ...(signal && { signal }),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new MockAnafError(0, 'unreachable', `no answer from ${this.#url}; is the mock running?`, { cause });
    }
    if (response.ok) return response;
    throw await errorOf(method, path, response);
  }
}

async function errorOf(method: string, path: string, response: Response): Promise<MockAnafError> {
  const text = await response.text();
  const { code, message } = readError(text);
  if (code !== undefined && message !== undefined) return new MockAnafError(response.status, code, message);
  const seen = `${method} ${path} was answered with ${response.status}: ${text.slice(0, 200)}`;
  return new MockAnafError(response.status, 'unexpected', seen);
}

function readError(text: string): { readonly code?: string; readonly message?: string } {
  try {
    const { code, message } = JSON.parse(text);
    return typeof code === 'string' && typeof message === 'string' ? { code, message } : {};
  } catch {
    // Not a JSON object, so it is not an answer of the admin port.
    return {};
  }
}
