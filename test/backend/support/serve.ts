import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Serving {
  readonly port: number;
  /** Resolves when every connection is closed. */
  stop(): Promise<void>;
}

/** Serves an app on a free loopback port. */
export async function serve(app: RequestListener): Promise<Serving> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on an IP address has an `AddressInfo`; only pipes have a text.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
