import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface RawTlsAnswer {
  /** The complete answer, head and body. */
  readonly text: string;
  /** Content types of the TLS records that the server sent: 21 alert, 22 handshake, 23 application data. */
  readonly recordTypes: readonly number[];
}

/** Sends one request over TLS 1.2, whose record types are visible on the wire, and reads until the connection closes. */
export async function askOverRawTls(address: string, caPem: string): Promise<RawTlsAnswer> {
  const url = new URL(address);
  const fromServer: Buffer[] = [];
  const tap = createServer((client) => {
    const server = connect(Number(url.port), url.hostname);
    server.on('data', (chunk) => fromServer.push(chunk));
    server.on('error', () => client.destroy()).on('close', () => client.end());
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    client.pipe(server).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(tap, 'listening');
  const { port } = tap.address() as AddressInfo;

  const secured = connectTls({ host: url.hostname, port, ca: caPem, maxVersion: 'TLSv1.2' });
  let text = '';
  secured.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  secured.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`);
  await once(secured, 'close');
  tap.close();
  return { text, recordTypes: recordTypesOf(Buffer.concat(fromServer)) };
}

/** Header of a record (RFC 5246, 6.2.1): type, two bytes of version, two of length. */
function recordTypesOf(bytes: Buffer): number[] {
  const types: number[] = [];
  for (let at = 0; at + 5 <= bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) types.push(bytes.readUInt8(at));
  return types;
}
