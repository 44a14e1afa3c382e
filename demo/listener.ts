import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { LocalCertificate } from './local-certificate.ts';
import { StartError } from './start-error.ts';

/** Where and how a server of the demo listens. */
export interface ListenerOptions {
  /** Names the server in an error message. */
  readonly name: string;
  /** The command-line option that chooses another port. */
  readonly option: string;
  /** 0: any free port. */
  readonly port: number;
  /** Serves HTTPS with this certificate. Default: HTTP. */
  readonly certificate?: LocalCertificate | undefined;
}

/**
 * A server on `localhost` that listens before it has a handler, because the parts of the demo need each other's addresses
 * before they can be created. Until `answerWith` is called it answers 503.
 */
export class Listener {
  readonly url: string;
  readonly #server: Server;
  #handler: RequestListener | undefined;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
    server.on('request', (request, response) => {
      if (this.#handler) return this.#handler(request, response);
      response.writeHead(503, { 'Retry-After': '1' }).end();
    });
  }

  /** @throws StartError if the port is in use */
  static async open(options: ListenerOptions): Promise<Listener> {
    const { name, port, certificate } = options;
    const server = certificate ? createHttpsServer({ cert: certificate.pem, key: certificate.keyPem }) : createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, options)));
      server.listen(port, 'localhost', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error(`${name} has no port`);
    return new Listener(server, `${certificate ? 'https' : 'http'}://localhost:${address.port}`);
  }

  /** Replaces the handler; requests that are being answered keep the earlier one. */
  answerWith(handler: RequestListener): void {
    this.#handler = handler;
  }

  /** Closes open connections too. Idempotent. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}

function listenError(error: NodeJS.ErrnoException, { name, option, port }: ListenerOptions): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new StartError(
    `Port ${port} of ${name} is in use by another program. Stop that one, or choose another port: ${option} <port>`,
    { cause: error },
  );
}
