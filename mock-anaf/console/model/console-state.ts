import type {
  ActiveScenario,
  CompanyDescription,
  JournalEntry,
  LifetimesAnswer,
  PersonDescription,
  ScenarioDescription,
} from '../api/answers.ts';

/** `locked`: the admin port requires a token. `lost`: it does not answer; the console keeps trying. */
type Connection = 'connecting' | 'live' | 'lost' | 'locked';

/** A reading of the mock's clock. */
export interface ClockReading {
  /** Epoch seconds of the mock's clock when it was read, at `readAtMs` of `performance.now()`. */
  readonly now: number;
  readonly readAtMs: number;
  readonly isFrozen: boolean;
  /** How far the mock's clock is ahead of this machine's; negative if it is behind. */
  readonly aheadSeconds: number;
}

/** The result of the last action in the console. */
interface Notice {
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

/** Everything that the console shows, as last read from the admin port. */
export interface ConsoleState {
  readonly connection: Connection;
  /** While locked: whether a token was sent and refused. */
  readonly isTokenWrong: boolean;
  readonly clock?: ClockReading;
  readonly companies: readonly CompanyDescription[];
  readonly people: readonly PersonDescription[];
  readonly passphrase: string;
  readonly active: readonly ActiveScenario[];
  readonly catalogue: Readonly<Record<string, ScenarioDescription>>;
  readonly lifetimes?: LifetimesAnswer;
  readonly loginUrl: string;
  /** The newest 500 journal entries, oldest first. */
  readonly entries: readonly JournalEntry[];
  readonly notice?: Notice;
}

/** The state before the first answer. */
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

const maxEntries = 500;

/** Appends new journal entries. If their numbers start over, the mock was restarted, and the earlier entries are dropped. */
export function withEntries(entries: readonly JournalEntry[], fresh: readonly JournalEntry[]): readonly JournalEntry[] {
  const last = entries.at(-1)?.number ?? 0;
  const isRestarted = fresh.some(({ number }) => number <= last);
  return [...(isRestarted ? [] : entries), ...fresh].slice(-maxEntries);
}
