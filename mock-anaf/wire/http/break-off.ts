import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { BrokenKind } from './answer.ts';
import { tearDown } from './tear-down.ts';

/** What a client of HTTP cannot read, the same each time. */
const garbage = createHash('sha512').update('mock-anaf').digest();

/**
 * Ends a connection otherwise than by an answer.
 * @param sockets the TCP connections of the door: what a TLS socket runs on is one of them
 */
export function breakOff(kind: BrokenKind, socket: Socket, sockets: ReadonlySet<Socket>): void {
  if (socket.destroyed) return;
  switch (kind) {
    case 'reset': {
      const { remoteAddress, remotePort } = socket;
      const tcp = [...sockets].find((one) => one.remotePort === remotePort && one.remoteAddress === remoteAddress);
      tearDown(tcp ?? socket);
      return;
    }
    case 'empty':
      socket.end();
      return;
    case 'garbage':
      socket.end(garbage);
      return;
    case 'hang':
      return;
    default:
      kind satisfies never;
  }
}
