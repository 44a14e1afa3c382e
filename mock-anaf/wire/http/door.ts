import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { Server, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type Answer, broken, type HttpAnswer } from './answer.ts';
import { breakOff } from './break-off.ts';
import { dated } from './dated.ts';
import { inUrl, reachableHost } from './host.ts';
import { listen } from './listen.ts';
import type { DoorName, MockRequest, Presentation } from './mock-request.ts';
import { OpenStreams } from './open-streams.ts';
import type { Handler } from './routes.ts';
import { sendRaw } from './send-raw.ts';

/** How a door listens, and what it serves. */
export interface DoorOptions {
  readonly name: DoorName;
  readonly host: string;
  readonly port: number;
  /** Absent: plain HTTP. */
  readonly tls?: ServerOptions;
  readonly bodyLimitBytes: number;
  readonly handle: Handler;
  /** Epoch seconds for the `Date` header. Absent: answers have no such header. */
  readonly now?: () => number;
  /** Answers a request whose request line and headers exceed 64 KB, so that they were not parsed. */
  readonly headTooLong?: () => HttpAnswer;
  readonly presentCertificate?: (socket: Socket, isRequired: boolean) => Promise<Presentation>;
  /** Receives every exchange before its answer is sent. */
  readonly record: (request: MockRequest, answer: Answer) => void;
}

/** An open listener. */
export interface Door {
  readonly url: string;
  close(): Promise<void>;
}

interface OpenDoor {
  readonly options: DoorOptions;
  /** Empty until the server listens. */
  origin: string;
  readonly streams: OpenStreams;
  /** All open TCP connections. */
  readonly sockets: Set<Socket>;
}

const maxHeaderSize = 64 * 1024;
/** Connections whose headers were too long. They stay open until the client has read the answer; further bytes are ignored. */
const refused = new WeakSet<Socket>();

/** Opens a listener that reads each request completely, lets `handle` answer it, and records the exchange. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const door: OpenDoor = { options, origin: '', streams: new OpenStreams(), sockets: new Set() };
  const listener = (message: IncomingMessage, response: ServerResponse) => {
    serve(door, message, response).catch((error: unknown) => {
      // A client that disconnects before its request is complete is ignored. Any other error is a bug in the mock: log it and
      // destroy the connection, so that tests notice.
      if (message.complete) console.error(`mock-anaf: internal error at ${message.method} ${pathOf(message)}`, error);
      response.destroy();
    });
  };
  const server = options.tls
    ? createSecureServer({ ...options.tls, maxHeaderSize }, listener)
    : createServer({ maxHeaderSize }, listener);
  trackSockets(server, door.sockets);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'HPE_HEADER_OVERFLOW' && options.headTooLong && socket.writable)
      refuseHead(door, options.headTooLong(), socket);
    else if (!refused.has(socket)) refuseUnreadable(door, error, socket);
  });
  const port = await listen(server, options.name, options.host, options.port);
  door.origin = `${options.tls ? 'https' : 'http'}://${inUrl(reachableHost(options.host))}:${port}`;
  return { url: door.origin, close: () => close(server, door) };
}

function refuseHead(door: OpenDoor, answer: HttpAnswer, socket: Socket): void {
  refused.add(socket);
  door.options.record(unreadable(door), answer);
  sendRaw(socket, answer, {}, 'GET');
}

/** Records a request that Node's parser cannot read, unless the client only disconnected. */
function refuseUnreadable(door: OpenDoor, { code = '' }: NodeJS.ErrnoException, socket: Socket) {
  if (code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE')
    door.options.record(unreadable(door), broken('empty', `the request could not be read as HTTP: ${code}`));
  socket.destroy();
}

/** A placeholder for a request that could not be parsed. */
function unreadable({ options: { name, tls }, origin }: OpenDoor): MockRequest {
  const nothing = { method: '', path: '', query: new URLSearchParams(), rawQuery: '', headers: {}, ...noBody };
  const presentCertificate = async () => undefined;
  return { door: name, ...nothing, isSecure: tls !== undefined, origin, presentCertificate };
}

async function serve(
  { options, origin, streams, sockets }: OpenDoor,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { body, isBodyTooLong } = hasBody(message) ? await readBody(message, options.bodyLimitBytes) : noBody;
  const url = message.url ?? '/';
  const queryStart = url.indexOf('?');
  const rawQuery = queryStart < 0 ? '' : url.slice(queryStart + 1);
  const request: MockRequest = {
    door: options.name,
    method: message.method ?? 'GET',
    path: queryStart < 0 ? url : url.slice(0, queryStart),
    query: new URLSearchParams(rawQuery),
    rawQuery: rawQuery.replace(/[^!-~]|#/g, asPercent),
    headers: message.headers,
    body,
    isBodyTooLong,
    isSecure: options.tls !== undefined,
    origin,
    presentCertificate: async (isRequired = false) => options.presentCertificate?.(message.socket, isRequired),
  };
  const answer = await options.handle(request);
  options.record(request, answer);
  if (answer.kind === 'http' && answer.delaySeconds)
    await setTimeout(answer.delaySeconds * 1000, undefined, { ref: false });
  if (answer.kind === 'http' && answer.wire)
    sendRaw(message.socket, { ...answer, headers: dated(answer, options.now) }, answer.wire, request.method);
  else if (answer.kind === 'http') send(response, answer, dated(answer, options.now), request.method);
  else if (answer.kind === 'stream') await streams.send(response, answer);
  else breakOff(answer.kind, message.socket, sockets);
}

/** Percent-encodes one byte. Node represents each byte of the request line as one character. */
function asPercent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function send(response: ServerResponse, answer: HttpAnswer, given: HttpAnswer['headers'], method: string): void {
  const { body } = answer;
  // The cast is safe: Node does not modify header values that are arrays, although its type allows it.
  const headers = given as OutgoingHttpHeaders;
  response.sendDate = false;
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  // RFC 9110, 8.6: an answer that cannot have a body has no Content-Length.
  const length = answer.status === 204 ? {} : { 'Content-Length': bytes };
  response.writeHead(answer.status, { ...headers, ...length });
  // Node sends a string body in the same packet as the headers, but a Buffer in a second one.
  response.end(method === 'HEAD' ? undefined : body);
}

const noBody = { body: Buffer.alloc(0), isBodyTooLong: false };

/** RFC 9112, 6.3: a request has a body only if it has one of these headers. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

async function readBody(
  message: IncomingMessage,
  limitBytes: number,
): Promise<{ body: Buffer; isBodyTooLong: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  // A body over the limit is read to its end and discarded, because a client that is still sending would not see the answer.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limitBytes) chunks.push(chunk);
  }
  const isBodyTooLong = length > limitBytes;
  return { body: isBodyTooLong ? Buffer.alloc(0) : Buffer.concat(chunks), isBodyTooLong };
}

function pathOf(message: IncomingMessage): string {
  return (message.url ?? '/').split('?')[0] ?? '/';
}

function trackSockets(server: Server, sockets: Set<Socket>): void {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that disconnects must never end the process.
    socket.on('error', () => socket.destroy());
  });
}

async function close(server: Server, { streams, sockets }: OpenDoor): Promise<void> {
  await streams.end();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
