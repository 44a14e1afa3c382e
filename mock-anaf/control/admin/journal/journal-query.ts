import type { JournalFilter } from '../../../engine/journal/journal.ts';
import { type BrokenKind, brokenKinds, type Facts } from '../../../wire/http/answer.ts';
import { type DoorName, doorNames } from '../../../wire/http/mock-request.ts';
import { AdminError } from '../operation/admin-error.ts';

/** The query of `GET /journal`. */
export interface JournalQuery {
  readonly filter: JournalFilter;
  /** Set if `atLeast` or `waitSeconds` is given: the answer waits for that many entries. */
  readonly wait?: { readonly atLeast: number; readonly waitSeconds: number };
}

const textFilters: readonly string[] = ['method', 'path', 'reason'];
const longestWaitSeconds = 60;
type FactName = keyof Facts;

/**
 * Reads `?door=&method=&path=&status=&reason=&after=`, and facts of `about` by their names, e.g. `persona=accountant`. With `atLeast=`
 * (default 1) or `waitSeconds=` (default 10, at most 60), the answer waits for matching entries.
 */
export function journalQuery(query: URLSearchParams): JournalQuery {
  const { atLeast, waitSeconds, ...others } = Object.fromEntries(query);
  const filter = journalFilter(new URLSearchParams(others));
  if (atLeast === undefined && waitSeconds === undefined) return { filter };
  const wait = {
    atLeast: readNumber('atLeast', atLeast ?? '1'),
    waitSeconds: readNumber('waitSeconds', waitSeconds ?? '10'),
  };
  if (wait.waitSeconds > longestWaitSeconds)
    throw new AdminError('bad-query', `"waitSeconds" must be at most ${longestWaitSeconds}`);
  return { filter, wait };
}

/** Reads the filters alone. @param query has already been checked for unknown parameters */
export function journalFilter(query: URLSearchParams): JournalFilter {
  const about: Partial<Record<FactName, string>> = {};
  const filter: Record<string, unknown> = { about };
  for (const [name, value] of query) {
    if (textFilters.includes(name)) filter[name] = value;
    else if (name === 'door') filter.door = readDoor(value);
    else if (name === 'after') filter.after = readNumber(name, value);
    else if (name === 'status') filter.status = readStatus(value);
    // The cast is safe: all other parameters of the operation are names of facts.
    else about[name as FactName] = readFact(name, value);
  }
  // Each field was set under its own name.
  return filter as JournalFilter;
}

function readStatus(value: string): number | BrokenKind {
  if (isBrokenKind(value)) return value;
  if (/^\d{3}$/.test(value)) return Number(value);
  throw new AdminError('bad-query', `"status" must be an HTTP status or one of: ${brokenKinds.join(', ')}`);
}

function isBrokenKind(value: string): value is BrokenKind {
  return brokenKinds.some((kind) => kind === value);
}

function readFact(name: string, value: string): string {
  if (name !== 'tokenSeenBy' || value === 'browser' || value === 'program') return value;
  throw new AdminError('bad-query', '"tokenSeenBy" must be browser or program');
}

function readDoor(value: string): DoorName {
  const door = doorNames.find((name) => name === value);
  if (door) return door;
  throw new AdminError('bad-query', `"door" must be one of: ${doorNames.join(', ')}`);
}

function readNumber(name: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AdminError('bad-query', `"${name}" must be a whole number`);
}
