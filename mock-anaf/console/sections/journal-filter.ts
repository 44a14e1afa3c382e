import type { JournalEntry } from '../api/answers.ts';

/** Kinds of answers that the journal can be filtered by: all, refusals and errors, or answers under a scenario. */
export const answerKinds = ['all', 'refused', 'scenario'] as const;

/** The filter of the journal. */
export interface EntryFilter {
  /** Text to find in path, reason, method, status, parameters or facts; case-insensitive. */
  readonly text: string;
  /** Name of a door; empty: every door. */
  readonly door: string;
  readonly kind: (typeof answerKinds)[number];
}

/** Matches every entry. */
export const noFilter: EntryFilter = { text: '', door: '', kind: 'all' };

/** Whether an entry matches all parts of the filter. */
export function matchesFilter(entry: JournalEntry, { text, door, kind }: EntryFilter): boolean {
  if (door !== '' && entry.door !== door) return false;
  if (kind === 'scenario' && entry.about.scenario === undefined) return false;
  if (kind === 'refused' && !isRefusal(entry)) return false;
  const wanted = text.trim().toLowerCase();
  return wanted === '' || wordsOf(entry).some((word) => word.toLowerCase().includes(wanted));
}

/** Whether the answer is a refusal or an error. Redirects with an OAuth error count as well. */
function isRefusal({ status, location }: JournalEntry): boolean {
  return typeof status === 'string' || status >= 400 || /[?&]error=/.test(location ?? '');
}

function wordsOf({ method, path, status, reason, about, query }: JournalEntry): readonly string[] {
  return [`${method} ${path}`, String(status), reason, ...Object.values(about), ...Object.values(query)];
}
