/** Key in the session storage of the tab. */
const tokenKey = 'mock-anaf-admin-token';

/** The admin port refused a request, and its answer has the message; or it could not be reached (`status` 0). */
export class AdminApiError extends Error {
  override readonly name = 'AdminApiError';
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Calls the admin port that served this page. If it requires a token, the token is kept until the tab is closed. */
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

  /** Sends a request. @throws AdminApiError for any status except 2xx, or if there is no answer */
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

  /** Sends a request and returns the JSON of the answer. Its type is known, because the mock has the same version as this page. */
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
    // The answer does not have the format of the admin port's errors.
    return text.slice(0, 200) || `HTTP ${response.status}`;
  }
}
