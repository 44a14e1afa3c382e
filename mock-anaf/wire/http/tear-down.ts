import type { Socket } from 'node:net';

/**
 * Ends a TCP connection by RST. One whose own end is on its way already is only closed: libuv resets no such socket, and Node (24.21)
 * then waits for it at its exit, busily and without end.
 */
export function tearDown(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
