import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';

/** A request on its way to the backend. */
interface Forwarded {
  method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** An answer on its way to the caller. */
interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  body: string;
}

/** What is wrong with a backend: changes of requests before it sees them, and of its answers. */
export interface Fault {
  request?(forwarded: Forwarded): void;
  answer?(answered: Answered, forwarded: Forwarded): void;
}

/** Stands in front of a good backend and makes it a bad one. */
export interface BrokenProxy extends AsyncDisposable {
  readonly url: string;
}

export async function startBrokenProxy(target: string, fault: Fault): Promise<BrokenProxy> {
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing, target, fault));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on an IP address has an `AddressInfo`; only pipes have a text.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string, fault: Fault): Promise<void> {
  const { method = 'GET', headers } = incoming;
  const forwarded: Forwarded = { method, url: new URL(incoming.url ?? '/', target), headers: { ...headers } };
  const content = await buffer(incoming);
  fault.request?.(forwarded);
  const sent = request(forwarded.url, { method: forwarded.method, headers: forwarded.headers, agent: false }).end(
    content,
  );
  // `once` returns `any[]`; this event has an `IncomingMessage`.
  const [received] = (await once(sent, 'response')) as [IncomingMessage];
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = received.headers;
  const answered: Answered = { status: received.statusCode ?? 500, headers: kept, body: await text(received) };
  fault.answer?.(answered, forwarded);
  outgoing.writeHead(answered.status, answered.headers).end(answered.body);
}
