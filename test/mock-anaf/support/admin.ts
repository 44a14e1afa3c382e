import type { MockAnaf } from 'mock-anaf';

export interface AdminAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Calls the admin port. A string is sent as the body unchanged, anything else as JSON. */
export async function admin(mock: MockAnaf, method: string, path: string, body?: unknown): Promise<AdminAnswer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(mock.urls.admin + path, { method, ...(body !== undefined && { body: text }) });
  return { status: response.status, body: await response.json() };
}
