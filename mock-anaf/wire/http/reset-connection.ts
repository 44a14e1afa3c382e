import type { Socket } from 'node:net';

/**
 * Resets a TCP connection (RST). A socket that was already ended is only destroyed: libuv does not reset it, and Node 24.21 would then
 * never exit and keep one core busy.
 */
export function resetConnection(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
