import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'run' } & RunArguments);

interface RunArguments {
  readonly baseUrl: string;
  readonly hostKey?: string;
  readonly sessionCommand?: string;
  readonly expiredSession?: string;
  readonly origin: string;
  /** 1–4. Default: the highest that the backend announces. */
  readonly level?: number;
  readonly withMock: boolean;
  readonly freePorts: boolean;
  readonly waitSeconds: number;
  readonly isJson: boolean;
}

/** The command line cannot be understood; the message says why and what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const flags = {
  'base-url': { type: 'string' },
  'host-key': { type: 'string' },
  'session-command': { type: 'string' },
  'expired-session': { type: 'string' },
  origin: { type: 'string', default: 'http://localhost:4000' },
  level: { type: 'string' },
  'no-mock': { type: 'boolean', default: false },
  'free-ports': { type: 'boolean', default: false },
  wait: { type: 'string', default: '120' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads the command line. Throws `UsageError`. */
export function readCommandLine(args: readonly string[]): Command {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const { 'host-key': hostKey, 'session-command': sessionCommand, 'expired-session': expiredSession } = values;
  if (!hostKey === !sessionCommand) throw new UsageError('Give either --host-key or --session-command');
  return {
    kind: 'run',
    baseUrl: addressOf('--base-url', values['base-url']),
    ...(hostKey && { hostKey }),
    ...(sessionCommand && { sessionCommand }),
    ...(expiredSession && { expiredSession }),
    origin: originOf(values.origin),
    ...(values.level !== undefined && { level: numberOf('--level', values.level, { from: 1, to: 4 }) }),
    withMock: !values['no-mock'],
    freePorts: values['free-ports'],
    waitSeconds: numberOf('--wait', values.wait, { from: 0, to: 3600 }),
    isJson: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: false }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function addressOf(flag: string, text: string | undefined): string {
  if (text === undefined) throw new UsageError(`${flag} is missing, for example ${flag} http://localhost:4001`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${flag} must be an http or https address; got "${text}"`);
  return url.href.replace(/\/$/, '');
}

function originOf(text: string): string {
  const origin = new URL(addressOf('--origin', text)).origin;
  if (origin !== text) throw new UsageError(`--origin must be an origin such as ${origin}; got "${text}"`);
  return origin;
}

function numberOf(flag: string, text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < from || number > to)
    throw new UsageError(`${flag} must be a whole number from ${from} to ${to}; got "${text}"`);
  return number;
}
