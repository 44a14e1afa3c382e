import type { Socket } from 'node:net';

/**
 * Ends a TCP connection by RST. A socket that was already ended is only destroyed: libuv does not reset it, and Node (24.21) would
 * then never exit and use a whole core.
 */
export function tearDown(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
