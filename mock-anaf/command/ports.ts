import type { DoorName } from '../wire/http/mock-request.ts';

type ListenerName = DoorName | 'proxy';
/** The port of each listener; 0: any free port. */
export type Ports = Readonly<Record<ListenerName, number>>;

/** The flag that sets the port of each door. */
export const portFlags = {
  'login-port': 'login',
  'handshake-port': 'loginAtHandshake',
  'picker-port': 'picker',
  'api-port': 'api',
  'api-plain-port': 'apiPlain',
  'api-certificate-port': 'apiCertificate',
  'api-public-port': 'apiPublic',
  'admin-port': 'admin',
  'proxy-port': 'proxy',
} as const satisfies Record<string, ListenerName>;

/** Default ports of the command. They are fixed, so that addresses in configurations and bookmarks stay valid. */
export const fixedPorts: Ports = {
  login: 8443,
  loginAtHandshake: 8444,
  picker: 8080,
  api: 8445,
  apiPlain: 8081,
  apiCertificate: 8446,
  apiPublic: 8447,
  admin: 8079,
  proxy: 8078,
};

/** Any free port for every door. */
export const freePorts: Ports = {
  login: 0,
  loginAtHandshake: 0,
  picker: 0,
  api: 0,
  apiPlain: 0,
  apiCertificate: 0,
  apiPublic: 0,
  admin: 0,
  proxy: 0,
};

/** The command-line flag that sets the port of a door, e.g. `--login-port`. */
export function portFlagOf(door: ListenerName): string {
  const flag = Object.entries(portFlags).find(([, name]) => name === door)?.[0];
  return `--${flag}`;
}
