import { createServer } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { inUrl, localHost, reachableHost } from '../http/host.ts';
import { listen } from '../http/listen.ts';
import { type FirstBytes, readFirstBytes } from './client-hello.ts';

/** What becomes of a host that is none of ANAF's: refused, or a connection to the real one. */
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

interface Target {
  readonly host: string;
  readonly port: number;
}

const httpsPort = 443;
const established = 'HTTP/1.1 200 Connection established\r\n\r\n';
const forbidden = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nX-Mock-Anaf: not a host of ANAF\r\n\r\n';
/** Fatal `unrecognized_name` (RFC 6066, 3), which every client reports by that name. */
const unrecognizedName = Buffer.from([21, 3, 3, 0, 2, 2, 112]);

/**
 * Opens a CONNECT proxy that leads ANAF's host names to the mock's doors, so that a client with these names built in runs
 * unmodified. The server name of the TLS ClientHello (SNI) decides, so that a client may also come with an address that it
 * looked up; without one the name in CONNECT counts. Nothing is decrypted here: TLS goes through to the door, whose certificate
 * has all the names.
 */
export async function openProxy(options: ProxyOptions): Promise<Proxy> {
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => {
    response
      .writeHead(405, { Allow: 'CONNECT', 'Content-Type': 'text/plain' })
      .end('mock-anaf: this proxy knows CONNECT only\n');
  });
  server.on('connect', (request, client, head) => {
    const asked = readAuthority(request.url ?? '');
    if (!asked || !mayConnect(options, asked)) return void client.end(forbidden);
    if (asked.port !== httpsPort) return passOn(client, asked, head, open, () => client.write(established));
    client.write(established);
    whenKnown(client, head, (bytes, first) => {
      const target = targetOf(options, asked, first);
      if (target) passOn(client, target, bytes, open);
      else client.end(unrecognizedName);
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

function readAuthority(authority: string): Target | undefined {
  const [, name, port] = /^(.+):(\d{1,5})$/.exec(authority) ?? [];
  return name === undefined ? undefined : { host: name.toLowerCase().replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/** Whether a tunnel may be opened at all: behind an address only the server name will tell whose it is. */
function mayConnect({ portOf, others }: ProxyOptions, { host, port }: Target): boolean {
  if (others === 'direct') return port === httpsPort || portOf(host) === undefined;
  return port === httpsPort && (portOf(host) !== undefined || isIP(host) !== 0);
}

/** Calls back once the first bytes tell what a client wants; no more of it is read until then. */
function whenKnown(client: Duplex, head: Buffer, known: (bytes: Buffer, first: FirstBytes) => void): void {
  let bytes = head;
  const look = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const first = readFirstBytes(bytes);
    if (first.kind === 'incomplete') return;
    client.off('data', look).off('end', giveUp).pause();
    known(bytes, first);
  };
  const giveUp = () => client.destroy();
  client.on('data', look).on('end', giveUp);
  look(Buffer.alloc(0));
}

function targetOf({ portOf, host, others }: ProxyOptions, asked: Target, first: FirstBytes): Target | undefined {
  const serverName = first.kind === 'client-hello' ? first.serverName : undefined;
  const door = portOf(serverName ?? asked.host);
  if (door !== undefined) return { host: localHost(host), port: door };
  // Never to the real ANAF, whatever name comes with its own.
  return others === 'direct' && portOf(asked.host) === undefined ? asked : undefined;
}

/** Connects both ends. An error at one takes the other down, and nothing else. */
function passOn(client: Duplex, target: Target, first: Buffer, open: Set<Duplex>, connected = () => {}): void {
  const upstream = connect(target.port, target.host);
  keep(upstream, open);
  client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
  upstream.once('connect', () => {
    connected();
    upstream.write(first);
    client.pipe(upstream).pipe(client);
  });
}

function keep(socket: Duplex, open: Set<Duplex>): void {
  open.add(socket);
  socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
}
