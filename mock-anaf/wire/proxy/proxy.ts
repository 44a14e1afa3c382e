import { createServer } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { inUrl, localHost, reachableHost } from '../http/host.ts';
import { listen } from '../http/listen.ts';
import { resetConnection } from '../http/reset-connection.ts';
import { type FirstBytes, readFirstBytes } from './client-hello.ts';

/** What the proxy does with hosts that are not ANAF's: refuse them, or connect to the real ones. */
export type OtherHosts = 'refuse' | 'direct';

/** Where the proxy listens, and how it routes connections. */
export interface ProxyOptions {
  readonly host: string;
  readonly port: number;
  readonly others: OtherHosts;
  /** Local port of the door that answers for a host of ANAF; `undefined` for any other host. */
  readonly portOf: (hostName: string) => number | undefined;
}

/** An open proxy. */
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
const badGateway = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nX-Mock-Anaf: the host cannot be reached\r\n\r\n';
/** The fatal TLS alert `unrecognized_name` (RFC 6066, 3), which every client reports by that name. */
const unrecognizedName = Buffer.from([21, 3, 3, 0, 2, 2, 112]);

/**
 * Opens a CONNECT proxy that connects ANAF's host names to the mock's doors, so that a client with hard-coded names runs unmodified.
 * The target is chosen by the server name in the TLS ClientHello (SNI), so that a client may resolve the name itself and send the IP
 * address; without a server name, by the name in CONNECT. Nothing is decrypted: TLS ends at the door, whose certificate has all names.
 */
export async function openProxy(options: ProxyOptions): Promise<Proxy> {
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => {
    response
      .writeHead(405, { Allow: 'CONNECT', 'Content-Type': 'text/plain' })
      .end('mock-anaf: this proxy supports only CONNECT\n');
  });
  server.on('connect', (request, client: Socket, head) => {
    const requested = readAuthority(request.url ?? '');
    if (!requested || !mayConnect(options, requested)) return void client.end(forbidden);
    // An IP address may belong to the real ANAF, so no connection is opened before the server name is known.
    const mayBeAnaf = requested.port === httpsPort && isAddress(requested.host);
    if (!isOther(options, requested) || mayBeAnaf) return tunnel(requested, client, head);
    const other = dial(requested, client, open);
    const unreachable = () => client.end(badGateway);
    other.once('error', unreachable).once('connect', () => {
      other.off('error', unreachable);
      tunnel(requested, client, head, other);
    });
  });
  /** @param other an open connection to the requested host */
  const tunnel = (requested: Target, client: Socket, head: Buffer, other?: Socket) => {
    client.write(established);
    if (other && requested.port !== httpsPort) return join(client, other, head);
    const gone = () => client.destroy();
    other?.once('close', gone);
    whenKnown(client, head, other, (bytes, first) => {
      const port = doorOf(options, requested, first);
      if (port === undefined && other) return join(client, other, bytes);
      other?.off('close', gone).destroy();
      const target = port === undefined ? requested : { host: localHost(options.host), port };
      if (target === requested && !isOther(options, requested)) return void client.end(unrecognizedName);
      const upstream = dial(target, client, open);
      upstream.once('connect', () => join(client, upstream, bytes)).once('close', gone);
    });
  };
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

/** Host and port of a CONNECT request. A trailing dot in the name is removed. */
function readAuthority(authority: string): Target | undefined {
  const [, name = '', digits] = /^(.+):(\d{1,5})$/.exec(authority) ?? [];
  const host = name
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  const port = Number(digits);
  return host !== '' && port > 0 && port <= 65_535 ? { host, port } : undefined;
}

/** Whether the host is not one of ANAF's, and the proxy passes other hosts through. */
function isOther({ portOf, others }: ProxyOptions, { host }: Target): boolean {
  return others === 'direct' && portOf(host) === undefined;
}

/** Whether a tunnel may be opened. An IP address is allowed here: the server name decides later whether it is one of ANAF's hosts. */
function mayConnect({ portOf, others }: ProxyOptions, { host, port }: Target): boolean {
  if (others === 'direct') return port === httpsPort || portOf(host) === undefined;
  return port === httpsPort && (portOf(host) !== undefined || isIP(host) !== 0);
}

/**
 * Reads the first bytes of a client until they show whether it uses TLS and for which host, then pauses the client and calls `known`.
 * @param other the requested host, if it is connected. If it sends data first, the protocol is not TLS.
 */
function whenKnown(
  client: Socket,
  head: Buffer,
  other: Socket | undefined,
  known: (bytes: Buffer, first: FirstBytes) => void,
): void {
  let bytes = head;
  const settle = (first: FirstBytes) => {
    client.off('data', look).off('end', giveUp).pause();
    other?.off('readable', listen);
    known(bytes, first);
  };
  const look = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const first = readFirstBytes(bytes);
    if (first.kind !== 'incomplete') settle(first);
  };
  const listen = () => settle({ kind: 'other' });
  const giveUp = () => client.destroy();
  client.on('data', look).on('end', giveUp);
  other?.once('readable', listen);
  look(Buffer.alloc(0));
}

/** Whether a host is an IP address. In contrast to `isIP`, also recognizes an address written as one number, e.g. `0x7f000001`. */
function isAddress(host: string): boolean {
  return isIP(host) !== 0 || /^(0x[\da-f]+|[\d.]+)$/.test(host);
}

function doorOf({ portOf }: ProxyOptions, requested: Target, first: FirstBytes): number | undefined {
  return portOf((first.kind === 'client-hello' ? first.serverName : undefined) ?? requested.host);
}

/** Connects to a host on behalf of a client, and disconnects when the client does. */
function dial({ host, port }: Target, client: Socket, open: Set<Duplex>): Socket {
  const socket = connect(port, host);
  keep(socket, open);
  client.once('close', () => socket.destroy());
  return socket;
}

/** Forwards data in both directions. An error on one connection ends the other in the same way. */
function join(client: Socket, upstream: Socket, first: Buffer): void {
  follow(client, upstream);
  follow(upstream, client);
  upstream.write(first);
  client.pipe(upstream).pipe(client);
}

function follow(one: Socket, other: Socket): void {
  one.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'ECONNRESET') resetConnection(other);
    else other.destroy();
  });
  one.on('close', () => other.destroy());
}

function keep(socket: Duplex, open: Set<Duplex>): void {
  open.add(socket);
  socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
}
