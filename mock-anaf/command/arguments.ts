import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { MockAnafOptions } from '../configuration/options.ts';
import type { Client } from '../engine/state/mock-state.ts';
import { defaultClient } from '../engine/state/seed.ts';
import type { OtherHosts } from '../wire/proxy/proxy.ts';
import { fixedPorts, freePorts, type Ports, portFlags } from './ports.ts';

/** The command line is invalid. The message says what is expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command line asks for. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'start'; readonly options: MockAnafOptions; readonly isJson: boolean }
  /** Runs a program against the mock, and stops the mock when the program ends. */
  | { readonly kind: 'exec'; readonly options: MockAnafOptions; readonly command: readonly [string, ...string[]] };

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

/**
 * Reads the arguments of the command. The admin token can also be given as the environment variable `MOCK_ANAF_ADMIN_TOKEN`.
 * @throws UsageError if a flag is unknown or its value is invalid
 */
export function readCommandLine(args: readonly string[], environment: Environment): CommandLine {
  if (args[0] === 'exec') return readExec(args.slice(1), environment);
  const values = readFlags(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  return { kind: 'start', options: optionsOf(values, fixedPorts, environment), isJson: values.json ?? false };
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

function optionsOf(values: Values, defaultPorts: Ports, environment: Environment): MockAnafOptions {
  const proxy = proxyOf(values);
  // An empty variable counts as unset: some shells and CI files cannot unset a variable.
  const adminToken = values['admin-token'] ?? (environment.MOCK_ANAF_ADMIN_TOKEN || undefined);
  return {
    ...(values.host !== undefined && { host: values.host }),
    ...(adminToken !== undefined && { adminToken }),
    ports: portsOf(values, defaultPorts),
    clients: clientsOf(values),
    picker: !values['no-picker'],
    ...(values.data !== undefined && { dataFile: values.data }),
    ...(proxy !== undefined && { proxy }),
    ...chaosOf(values),
  };
}

/** Each of the three flags turns chaos on. */
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

function portsOf(values: Values, defaultPorts: Ports): Ports {
  const ports = { ...(values['free-ports'] ? freePorts : defaultPorts) };
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

/** The application from the flags, those from the file, or both; without either, the default application. */
function clientsOf(values: Values): readonly Client[] {
  const hasClientFlag = ['client-id', 'client-secret', 'redirect-uri'].some((flag) => Object.hasOwn(values, flag));
  const fromFile = values.clients === undefined ? [] : readClients(values.clients);
  return fromFile.length === 0 || hasClientFlag ? [clientOf(values), ...fromFile] : fromFile;
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
