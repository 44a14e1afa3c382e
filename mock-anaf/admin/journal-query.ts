import { type BrokenKind, brokenKinds, type Facts, factNames } from '../http/answer.ts';
import { doorNames } from '../http/mock-request.ts';
import type { JournalFilter } from '../journal/journal.ts';
import { AdminError } from './admin-error.ts';

export interface JournalQuestion {
  readonly filter: JournalFilter;
  /** Given by `atLeast` or `waitSeconds`: the answer waits for so many entries. */
  readonly wait?: { readonly atLeast: number; readonly waitSeconds: number };
}

const plain: readonly string[] = ['method', 'path', 'reason'];
const longestWaitSeconds = 60;
type FactName = keyof Facts;

/**
 * `?door=&method=&path=&status=&reason=&after=`, and a fact in `about` by its name, e.g. `persona=accountant`; with
 * `atLeast=` (default 1) and `waitSeconds=` (default 10, at most 60) the answer waits.
 */
export function journalQuestion(query: URLSearchParams): JournalQuestion {
  const { atLeast, waitSeconds, ...others } = Object.fromEntries(query);
  const filter = journalFilter(new URLSearchParams(others));
  if (atLeast === undefined && waitSeconds === undefined) return { filter };
  const wait = {
    atLeast: readNumber('atLeast', atLeast ?? '1'),
    waitSeconds: readNumber('waitSeconds', waitSeconds ?? '10'),
  };
  if (wait.waitSeconds > longestWaitSeconds)
    throw new AdminError(400, 'bad-query', `"waitSeconds" is at most ${longestWaitSeconds}`);
  return { filter, wait };
}

export function journalFilter(query: URLSearchParams): JournalFilter {
  const about: Partial<Record<FactName, string>> = {};
  const filter: Record<string, unknown> = { about };
  for (const [name, value] of query) {
    if (plain.includes(name)) filter[name] = value;
    else if (name === 'door') filter.door = readDoor(value);
    else if (name === 'after') filter.after = readNumber(name, value);
    else if (name === 'status') filter.status = isBrokenKind(value) ? value : readNumber(name, value);
    else about[readFactName(name)] = value;
  }
  // Every field was put in by its own name and checked above.
  return filter as JournalFilter;
}

function isBrokenKind(value: string): value is BrokenKind {
  return brokenKinds.some((kind) => kind === value);
}

function readFactName(name: string): FactName {
  const known = factNames.find((fact) => fact === name);
  if (known) return known;
  const all = ['door', ...plain, 'status', 'after', ...factNames].join(', ');
  throw new AdminError(400, 'bad-query', `"${name.slice(0, 60)}" is no filter; there are: ${all}`);
}

function readDoor(value: string): string {
  if (doorNames.some((door) => door === value)) return value;
  throw new AdminError(400, 'bad-query', `"door" must be one of: ${doorNames.join(', ')}`);
}

function readNumber(name: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AdminError(400, 'bad-query', `"${name}" must be a whole number`);
}
