import type { JournalEntry } from '../api/answers.ts';

export const answerKinds = ['all', 'refused', 'scenario'] as const;

export interface EntryFilter {
  /** Text to find in path, reason, method, status, parameters or any fact, in any case. */
  readonly text: string;
  /** Name of a door; empty: every door. */
  readonly door: string;
  readonly kind: (typeof answerKinds)[number];
}

export const noFilter: EntryFilter = { text: '', door: '', kind: 'all' };

export function matchesFilter(entry: JournalEntry, { text, door, kind }: EntryFilter): boolean {
  if (door !== '' && entry.door !== door) return false;
  if (kind === 'scenario' && entry.about.scenario === undefined) return false;
  if (kind === 'refused' && !isRefusal(entry)) return false;
  const wanted = text.trim().toLowerCase();
  return wanted === '' || wordsOf(entry).some((word) => word.toLowerCase().includes(wanted));
}

/** Includes redirects with an OAuth error, by which the application learns of a refusal. */
function isRefusal({ status, location }: JournalEntry): boolean {
  return typeof status === 'string' || status >= 400 || /[?&]error=/.test(location ?? '');
}

function wordsOf({ method, path, status, reason, about, query }: JournalEntry): readonly string[] {
  return [`${method} ${path}`, String(status), reason, ...Object.values(about), ...Object.values(query)];
}
