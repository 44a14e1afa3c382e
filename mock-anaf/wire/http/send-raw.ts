import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpAnswer, WireForm } from './answer.ts';

/** Writes an answer directly to the socket, bypassing node:http, and ends the connection as `WireForm` describes. */
export function sendRaw(socket: Socket, answer: HttpAnswer, { isHttp10, ending }: WireForm, method: string): void {
  const whole = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : Buffer.from(answer.body);
  const body = method === 'HEAD' ? Buffer.alloc(0) : whole;
  const head = headOf(answer, isHttp10 ? '1.0' : '1.1', framingOf(answer, ending, whole.byteLength));
  switch (ending) {
    case undefined:
      socket.end(Buffer.concat([head, body]));
      return;
    case 'unannounced':
      // Destroy the socket after the write, so that TCP ends without a TLS close_notify.
      socket.write(Buffer.concat([head, body]), () => socket.destroy());
      return;
    case 'cut':
      socket.write(Buffer.concat([head, body.subarray(0, body.byteLength / 2)]), () => socket.destroy());
      return;
    case 'garbage':
      socket.write(Buffer.concat([head, firstChunkOf(body), Buffer.from('no chunk\r\n')]), () => socket.destroy());
      return;
    default:
      ending satisfies never;
  }
}

function framingOf(answer: HttpAnswer, ending: WireForm['ending'], bodyBytes: number): string[] {
  if (ending === 'garbage') return ['Transfer-Encoding: chunked'];
  if (ending === 'unannounced' && bodyBytes > 0 && answer.status === 200) return [];
  return [`Content-Length: ${bodyBytes}`];
}

function headOf({ status, headers }: HttpAnswer, version: string, framing: readonly string[]): Buffer {
  const lines = Object.entries({ ...headers, Connection: 'close' }).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => `${name}: ${one}`),
  );
  const all = [`HTTP/${version} ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, ...framing, '', ''];
  // HTTP header values are Latin-1.
  return Buffer.from(all.join('\r\n'), 'latin1');
}

function firstChunkOf(body: Buffer): Buffer {
  const half = body.subarray(0, Math.ceil(body.byteLength / 2));
  return Buffer.concat([Buffer.from(`${half.byteLength.toString(16)}\r\n`), half, Buffer.from('\r\n')]);
}
