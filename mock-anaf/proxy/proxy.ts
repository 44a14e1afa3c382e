import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { inUrl, localHost, reachableHost } from '../http/host.ts';
import { listen } from '../http/listen.ts';

/** What becomes of a host that is none of ANAF's: 403, or a connection to the real one. */
export type OtherHosts = 'refuse' | 'direct';

export interface ProxyOptions {
  readonly host: string;
  readonly port: number;
  readonly others: OtherHosts;
  /** Local port of the door that answers for a host of ANAF; `undefined` for any other host. */
  readonly portOf: (hostName: string) => number | undefined;
}

export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens a CONNECT proxy that leads ANAF's host names to the mock's doors, so that a client with these names built in runs
 * unmodified. Nothing is decrypted here: TLS goes through to the door, whose certificate has all the names.
 */
export async function openProxy(options: ProxyOptions): Promise<Proxy> {
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => {
    response
      .writeHead(405, { Allow: 'CONNECT', 'Content-Type': 'text/plain' })
      .end('mock-anaf: this proxy knows CONNECT only\n');
  });
  server.on('connect', (request, client, head) => {
    const target = targetOf(options, request.url ?? '');
    if (!target) {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nX-Mock-Anaf: not a host of ANAF\r\n\r\n');
      return;
    }
    const upstream = connect(target.port, target.host);
    join(client, upstream, open);
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
  });
  server.on('connection', (socket: Socket) => keep(socket, open));
  server.on('clientError', (_error, socket) => socket.destroy());

  const port = await listen(server, 'proxy', options.host, options.port);
  return {
    url: `http://${inUrl(reachableHost(options.host))}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function targetOf(
  { portOf, host, others }: ProxyOptions,
  authority: string,
): { host: string; port: number } | undefined {
  const [, name = '', port = ''] = /^(.+):(\d{1,5})$/.exec(authority) ?? [];
  const door = port === '443' ? portOf(name.toLowerCase()) : undefined;
  if (door !== undefined) return { host: localHost(host), port: door };
  return others === 'direct' && name !== '' ? { host: name, port: Number(port) } : undefined;
}

/** An error at one end takes the other end down, and nothing else. */
function join(client: Duplex, upstream: Socket, open: Set<Duplex>): void {
  keep(upstream, open);
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
}

function keep(socket: Duplex, open: Set<Duplex>): void {
  open.add(socket);
  socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
}
