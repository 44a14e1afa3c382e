import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { Logger } from '../configuration/options.ts';
import { problemHandler } from './middleware/error-handler.ts';
import { HttpProblem } from './middleware/problem.ts';
import { apiHeaders } from './middleware/security-headers.ts';

/** Cannot listen on the address: another program uses it, or this user may not. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface ListenOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly publicUrl: string;
  readonly logger: Logger;
}

/** A server that is listening. */
export interface Listening {
  readonly port: number;
  /** Accepts no more requests, and resolves when the running ones are answered. */
  stop(): Promise<void>;
}

/**
 * Serves a backend's router with its own HTTP server: below the path of `publicUrl`, and also at the root, for a proxy
 * that removes the path. Throws `ListenError`.
 */
export async function listen(router: RequestHandler, options: ListenOptions): Promise<Listening> {
  const { pathname, protocol } = new URL(options.publicUrl);
  const app = express().disable('x-powered-by');
  if (pathname !== '/') app.use(pathname, router);
  app.use(router, apiHeaders(protocol === 'https:'), notFound, problemHandler(options.logger));
  const server = createServer(app);
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, options)));
    // A server that listens on a port has an address, not the name of a pipe.
    server.listen(options.port, options.host, () => resolve(server.address() as AddressInfo));
  });
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const notFound: RequestHandler = () => {
  throw new HttpProblem('not-found');
};

function toListenError(cause: NodeJS.ErrnoException, { host, port }: ListenOptions): ListenError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is used by another program. Stop it, or choose another port with PORT.',
    EACCES: 'is not permitted for this user. Choose a port above 1023 with PORT.',
    EADDRNOTAVAIL: 'is not an address of this machine. Choose another with HOST.',
  };
  const reason = reasons[cause.code ?? ''] ?? `cannot be used: ${cause.message}`;
  return new ListenError(`Port ${port} on ${host} ${reason}`, { cause });
}
