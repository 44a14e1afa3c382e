import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { BrokenKind } from './answer.ts';
import { tearDown } from './tear-down.ts';

/** Bytes that are not HTTP, the same each time. */
const garbage = createHash('sha512').update('mock-anaf').digest();

/**
 * Ends a connection instead of answering.
 * @param sockets the TCP connections of the door, among them the one below `socket` if that is a TLS socket
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
