import { createServer, type RequestListener, type Server } from 'node:http';

/** A server that listens before anybody knows what it will answer, so that its address can be told to others first. */
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

  /**
   * Listens on loopback as `localhost`.
   * @param port 0 takes any free one
   * @param what named with the option that changes the port when it is busy
   */
  static async open(port: number, what: { readonly name: string; readonly option: string }): Promise<Listener> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(busyPort(error, port, what)));
      server.listen(port, 'localhost', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error(`${what.name} has no port`);
    return new Listener(server, `http://localhost:${address.port}`);
  }

  answerWith(handler: RequestListener): void {
    this.#handler = handler;
  }

  /** May be called again. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** A start that cannot work, with what to do about it; shown without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

function busyPort(error: NodeJS.ErrnoException, port: number, what: { name: string; option: string }): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new StartError(
    `Port ${port} of ${what.name} is in use by another program. Stop that one, or choose another port: ${what.option} <port>`,
    { cause: error },
  );
}
