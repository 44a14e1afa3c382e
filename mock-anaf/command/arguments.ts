import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { MockAnafOptions } from '../configuration/options.ts';
import type { Client } from '../engine/state/mock-state.ts';
import { defaultClient } from '../engine/state/seed.ts';
import type { DoorName } from '../wire/http/mock-request.ts';
import type { OtherHosts } from '../wire/proxy/proxy.ts';

/** The command line cannot be understood. The message says what would be right. */
export class UsageError extends Error {}

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'start'; readonly options: MockAnafOptions; readonly isJson: boolean }
  /** Runs a program against the mock and ends with it. */
  | { readonly kind: 'exec'; readonly options: MockAnafOptions; readonly command: readonly [string, ...string[]] };

const portFlags = {
  'login-port': 'login',
  'handshake-port': 'loginAtHandshake',
  'picker-port': 'picker',
  'api-port': 'api',
  'api-plain-port': 'apiPlain',
  'api-certificate-port': 'apiCertificate',
  'api-public-port': 'apiPublic',
  'admin-port': 'admin',
  'proxy-port': 'proxy',
} as const satisfies Record<string, DoorName | 'proxy'>;

/** Ports of the command, so that addresses in settings and bookmarks stay good; the library takes free ones. */
const commandPorts = {
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
const freePorts = {
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

const flags = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  host: { type: 'string' },
  'admin-token': { type: 'string' },
  ...(Object.fromEntries(Object.keys(portFlags).map((flag) => [flag, { type: 'string' }])) as Record<
    keyof typeof portFlags,
    { type: 'string' }
  >),
  'free-ports': { type: 'boolean' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  'redirect-uri': { type: 'string', multiple: true },
  clients: { type: 'string' },
  'no-picker': { type: 'boolean' },
  data: { type: 'string' },
  chaos: { type: 'boolean' },
  'chaos-seed': { type: 'string' },
  'chaos-share': { type: 'string' },
  proxy: { type: 'boolean' },
  'proxy-others': { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

type Values = ReturnType<typeof readFlags>;
type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UsageError if a flag is unknown or its value cannot be used */
export function readCommandLine(args: readonly string[], environment: Environment): CommandLine {
  if (args[0] === 'exec') return readExec(args.slice(1), environment);
  const values = readFlags(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  return { kind: 'start', options: optionsOf(values, commandPorts, environment), isJson: values.json ?? false };
}

function readExec(args: readonly string[], environment: Environment): CommandLine {
  const end = args.indexOf('--');
  const [program, ...programArgs] = end < 0 ? [] : args.slice(end + 1);
  const values = readFlags(end < 0 ? args : args.slice(0, end));
  if (values.help) return { kind: 'help' };
  if (program === undefined)
    throw new UsageError('exec needs a command: mock-anaf exec [flags] -- <command> [arguments]');
  const options = optionsOf(values, freePorts, environment);
  return { kind: 'exec', options: { proxy: 'refuse', ...options }, command: [program, ...programArgs] };
}

function optionsOf(values: Values, usualPorts: typeof commandPorts, environment: Environment): MockAnafOptions {
  const proxy = proxyOf(values);
  // An empty variable is one that is not set: some shells and CI files cannot unset.
  const adminToken = values['admin-token'] ?? (environment.MOCK_ANAF_ADMIN_TOKEN || undefined);
  return {
    ...(values.host !== undefined && { host: values.host }),
    ...(adminToken !== undefined && { adminToken }),
    ports: portsOf(values, usualPorts),
    clients: clientsOf(values),
    picker: !values['no-picker'],
    ...(values.data !== undefined && { dataFile: values.data }),
    ...(proxy !== undefined && { proxy }),
    ...chaosOf(values),
  };
}

/** Each of the three flags turns it on. */
function chaosOf(values: Values): Pick<MockAnafOptions, 'chaos'> {
  const seed = values['chaos-seed'];
  const share = values['chaos-share'];
  if (!values.chaos && seed === undefined && share === undefined) return {};
  return {
    chaos: {
      ...(seed !== undefined && { seed: readNumber('chaos-seed', seed) }),
      ...(share !== undefined && { share: readNumber('chaos-share', share) }),
    },
  };
}

function readNumber(flag: string, given: string): number {
  const value = Number(given);
  if (given.trim() !== '' && Number.isFinite(value)) return value;
  throw new UsageError(`--${flag} must be a number, got "${given}"`);
}

function proxyOf(values: Values): OtherHosts | undefined {
  const others = values['proxy-others'];
  if (others === undefined) return values.proxy ? 'refuse' : undefined;
  if (others === 'refuse' || others === 'direct') return others;
  throw new UsageError(`--proxy-others must be refuse or direct, got "${others}"`);
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function portsOf(values: Values, usual: typeof commandPorts): Record<DoorName | 'proxy', number> {
  const ports: Record<DoorName | 'proxy', number> = { ...(values['free-ports'] ? freePorts : usual) };
  for (const [flag, door] of Object.entries(portFlags)) {
    const given = values[flag as keyof typeof portFlags];
    if (given !== undefined) ports[door] = readPort(flag, given);
  }
  return ports;
}

function readPort(flag: string, given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port <= 65_535) return port;
  throw new UsageError(`--${flag} must be a number from 0 to 65535, got "${given}"`);
}

/** The application of the flags, those of the file, or both. */
function clientsOf(values: Values): readonly Client[] {
  const hasOwn = ['client-id', 'client-secret', 'redirect-uri'].some((flag) => Object.hasOwn(values, flag));
  const ofFile = values.clients === undefined ? [] : readClients(values.clients);
  return ofFile.length === 0 || hasOwn ? [clientOf(values), ...ofFile] : ofFile;
}

function clientOf(values: Values): Client {
  const redirectUris = values['redirect-uri'] ?? defaultClient.redirectUris;
  return {
    ...defaultClient,
    redirectUris,
    ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
    ...(values['client-secret'] !== undefined && { clientSecret: values['client-secret'] }),
  };
}

function readClients(file: string): readonly Client[] {
  const example = '[{"clientId": "…", "clientSecret": "…", "redirectUris": ["https://…"], "services": ["EFACTURA"]}]';
  let clients: unknown;
  try {
    clients = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--clients: "${file}" cannot be read as JSON; it should be like ${example}`, { cause: error });
  }
  if (Array.isArray(clients) && clients.length > 0 && clients.every(isClient)) return clients;
  throw new UsageError(`--clients: "${file}" should be like ${example}`);
}

function isClient(value: unknown): value is Client {
  if (typeof value !== 'object' || value === null) return false;
  const client = value as Partial<Record<keyof Client, unknown>>;
  const areTexts = (list: unknown) => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return (
    typeof client.clientId === 'string' &&
    typeof client.clientSecret === 'string' &&
    areTexts(client.redirectUris) &&
    areTexts(client.services)
  );
}
