import autocannon from 'autocannon';
import { defaultClient } from 'mock-anaf';
import type { Subject, Tokens } from './subject.ts';

/** The request that each connection repeats. `check` throws if an answer is not the expected one. */
export interface Workload {
  readonly name: string;
  readonly urlOf: (subject: Subject) => string;
  readonly prepare: (tokens: Tokens) => {
    readonly request: autocannon.Request;
    readonly check: (status: number, body: string) => void;
  };
}

const connections = 10;

/** Refreshes one grant, each time with the newest refresh token, since every refresh invalidates the previous one. */
export const refresh: Workload = {
  name: 'refresh_token',
  urlOf: ({ addresses }) => addresses.tokenUrl,
  prepare: ({ refresh_token: first }) => {
    const { clientId, clientSecret } = defaultClient;
    const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, client_secret: clientSecret });
    form.set('refresh_token', first);
    return {
      request: {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => ({ ...request, body: form.toString() }),
      },
      check: (status, body) => {
        const { refresh_token } = status === 200 ? (JSON.parse(body) as Partial<Tokens>) : {};
        if (refresh_token === undefined) throw new Error(`a refresh was answered with ${status} ${body}`);
        form.set('refresh_token', refresh_token);
      },
    };
  },
};

/** Lists the messages of a company. */
export const list: Workload = {
  name: 'listaMesajeFactura',
  urlOf: ({ addresses }) => addresses.listUrl ?? '',
  prepare: ({ access_token }) => ({
    request: { method: 'GET', headers: { authorization: `Bearer ${access_token}` } },
    check: (status, body) => {
      if (status === 200 && body.startsWith('{"mesaje"')) return;
      throw new Error(`a list was answered with ${status} ${body}`);
    },
  }),
};

export type Until = { readonly seconds: number } | { readonly requests: number };

/**
 * Keeps ten connections busy with a request, each with a token pair of its own.
 *
 * @param newTokens issues the token pair that a connection starts with
 * @returns the number of answers and the seconds they took
 * @throws if any answer is not the expected one
 */
export async function load(
  subject: Subject,
  workload: Workload,
  newTokens: () => Promise<Tokens>,
  until: Until,
): Promise<{ readonly answers: number; readonly seconds: number }> {
  const failures: unknown[] = [];
  const pairs = await Promise.all(Array.from({ length: connections }, newTokens));
  let answers = 0;
  let lastAt = 0;
  const requests = pairs
    .map((tokens) => {
      const { request, check } = workload.prepare(tokens);
      const onResponse = (status: number, body: string) => {
        answers += 1;
        lastAt = performance.now();
        try {
          check(status, body);
        } catch (error) {
          // Thrown inside autocannon, the error would end the process in the middle of a callback.
          failures.push(error);
        }
      };
      return { ...request, onResponse };
    })
    .values();
  const startedAt = performance.now();
  const { errors, timeouts } = await autocannon({
    url: workload.urlOf(subject),
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.requests }),
    setupClient: (client) => {
      const { value: request } = requests.next();
      if (request) client.setRequests([request]);
    },
  });
  if (failures.length > 0) throw new Error(`${subject.name} failed under load`, { cause: failures[0] });
  if (errors + timeouts > 0) throw new Error(`${subject.name}: ${errors} errors and ${timeouts} timeouts under load`);
  return { answers, seconds: (lastAt - startedAt) / 1000 };
}
