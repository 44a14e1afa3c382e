const tokenKey = 'mock-anaf-admin-token';

/** The admin port refused, or could not be reached (`status` 0). The message is the port's own. */
export class AdminApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Calls of the admin port that served this page. Where it asks for a token, the token is kept for as long as the tab lives. */
export class AdminApi {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get hasToken(): boolean {
    return this.#storage.getItem(tokenKey) !== null;
  }

  keepToken(token: string): void {
    this.#storage.setItem(tokenKey, token);
  }

  /** @throws AdminApiError for any answer but 2xx, and where there is none */
  async request(method: string, path: string, more: { body?: object; signal?: AbortSignal } = {}): Promise<Response> {
    const token = this.#storage.getItem(tokenKey);
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      ...(more.signal && { signal: more.signal }),
      ...(more.body && { body: JSON.stringify(more.body) }),
    }).catch((error: unknown) => {
      throw new AdminApiError(0, String(error), { cause: error });
    });
    if (response.ok) return response;
    throw new AdminApiError(response.status, await messageOf(response));
  }

  /** The JSON of an answer. `Answer` is what the mock of the same package gives for this path. */
  async read<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await this.request(method, path, body && { body });
    return response.json() as Promise<Answer>;
  }
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message } = JSON.parse(text);
    return String(message);
  } catch {
    // Not the admin port's own form of an error.
    return text.slice(0, 200) || `HTTP ${response.status}`;
  }
}
