import type {
  ActiveScenario,
  CompanyDescription,
  JournalEntry,
  LifetimesAnswer,
  PersonDescription,
  ScenarioDescription,
} from '../api/answers.ts';

/** `locked`: the admin port asks for its token. `lost`: it does not answer; the console tries again by itself. */
type Connection = 'connecting' | 'live' | 'lost' | 'locked';

export interface ClockReading {
  /** Epoch seconds by the mock, at `readAtMs` of this page's own clock. */
  readonly now: number;
  readonly readAtMs: number;
  readonly isFrozen: boolean;
  /** How far ahead of this machine's time. */
  readonly aheadSeconds: number;
}

/** What came of the last thing that was done here. */
interface Notice {
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Everything that the console shows, as it was last heard of. */
export interface ConsoleState {
  readonly connection: Connection;
  /** While locked: a token was given, and it was not the right one. */
  readonly isTokenWrong: boolean;
  readonly clock?: ClockReading;
  readonly companies: readonly CompanyDescription[];
  readonly people: readonly PersonDescription[];
  readonly passphrase: string;
  readonly active: readonly ActiveScenario[];
  readonly catalogue: Readonly<Record<string, ScenarioDescription>>;
  readonly lifetimes?: LifetimesAnswer;
  readonly loginUrl: string;
  /** Oldest first; the last 500. */
  readonly entries: readonly JournalEntry[];
  readonly notice?: Notice;
}

export const emptyState: ConsoleState = {
  connection: 'connecting',
  isTokenWrong: false,
  companies: [],
  people: [],
  passphrase: '',
  active: [],
  catalogue: {},
  loginUrl: '',
  entries: [],
};

const kept = 500;

/** Puts new entries behind those that are there. A number that was already there begins a new journal: the mock was restarted. */
export function withEntries(entries: readonly JournalEntry[], fresh: readonly JournalEntry[]): readonly JournalEntry[] {
  const last = entries.at(-1)?.number ?? 0;
  const isRestarted = fresh.some(({ number }) => number <= last);
  return [...(isRestarted ? [] : entries), ...fresh].slice(-kept);
}
