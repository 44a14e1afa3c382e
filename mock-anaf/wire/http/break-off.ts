import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { BrokenKind } from './answer.ts';
import { resetConnection } from './reset-connection.ts';

/** Bytes that are not HTTP, the same every time. */
const garbage = createHash('sha512').update('mock-anaf').digest();

/**
 * Ends a connection instead of answering.
 * @param sockets all TCP connections of the door. Used to find the one that carries `socket`, if that is a TLS socket.
 */
export function breakOff(kind: BrokenKind, socket: Socket, sockets: ReadonlySet<Socket>): void {
  if (socket.destroyed) return;
  switch (kind) {
    case 'reset': {
      const { remoteAddress, remotePort } = socket;
      const tcp = [...sockets].find((one) => one.remotePort === remotePort && one.remoteAddress === remoteAddress);
      resetConnection(tcp ?? socket);
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
