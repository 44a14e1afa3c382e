import type { AddressInfo, Server } from 'node:net';
import type { DoorName } from './mock-request.ts';

type ListenerName = DoorName | 'proxy';

/** The port is in use by another program. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError';
  readonly code = 'port-busy';
  readonly door: ListenerName;
  readonly port: number;

  constructor(door: ListenerName, port: number, cause: unknown) {
    super(`port ${port} for the door "${door}" is in use by another program`, { cause });
    this.door = door;
    this.port = port;
  }
}

/** Cannot listen on this address: it does not belong to this machine, or the user may not use the port. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code = 'listen';
}

/** Resolves with the port once the server listens. @throws PortBusyError, ListenError */
export function listen(server: Server, name: ListenerName, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, name, host, port)));
    // `address()` is an AddressInfo because the server listens on TCP, not on a path.
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function toListenError(error: NodeJS.ErrnoException, name: ListenerName, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortBusyError(name, port, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError(`"host" must be a name or address of this machine, got "${host}"`, { cause: error });
    case 'EACCES':
      return new ListenError(`this user may not listen on port ${port} (door "${name}")`, { cause: error });
    default:
      return error;
  }
}
