import type { DoorName } from '../http/mock-request.ts';
import type { JournalFilter } from '../journal/journal.ts';
import { AdminError } from './admin-error.ts';

const doors: readonly string[] = [
  'login',
  'loginAtHandshake',
  'picker',
  'api',
  'apiPlain',
  'admin',
] satisfies DoorName[];
const plain: readonly string[] = ['method', 'path', 'reason'];

/** `?door=&method=&path=&status=&reason=&after=`, and any other name for a fact in `about`, e.g. `persona=accountant`. */
export function journalFilter(query: URLSearchParams): JournalFilter {
  const about: Record<string, string> = {};
  const filter: Record<string, unknown> = { about };
  for (const [name, value] of query) {
    if (plain.includes(name)) filter[name] = value;
    else if (name === 'door') filter.door = readDoor(value);
    else if (name === 'after') filter.after = readNumber(name, value);
    else if (name === 'status') filter.status = ['reset', 'hang'].includes(value) ? value : readNumber(name, value);
    else about[name] = value;
  }
  // Every field was put in by its own name and checked above.
  return filter as JournalFilter;
}

function readDoor(value: string): string {
  if (doors.includes(value)) return value;
  throw new AdminError(400, 'bad-query', `"door" must be one of: ${doors.join(', ')}`);
}

function readNumber(name: string, value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new AdminError(400, 'bad-query', `"${name}" must be a whole number`);
}
