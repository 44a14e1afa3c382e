import { type Answer, type BrokenKind, type Facts, factNames } from '../../wire/http/answer.ts';
import type { DoorName, MockRequest } from '../../wire/http/mock-request.ts';
import type { Clock } from '../clock/clock.ts';
import type { Client } from '../state/mock-state.ts';
import { Bodies, type JournalBody } from './bodies.ts';
import { Mask } from './mask.ts';
import { type JournalEntry, RecordedExchange } from './recorded-exchange.ts';

/** An exchange with its bodies. They are `null` for older exchanges: only the bodies of the last 500 are kept. */
export interface JournalExchange extends JournalEntry {
  readonly requestBody: JournalBody | null;
  readonly answerBody: JournalBody | null;
}

/** A filter for journal entries. Every given field must match; `path` and `reason` match if they contain the given text. */
export interface JournalFilter {
  readonly door?: DoorName;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number | BrokenKind;
  readonly reason?: string;
  readonly about?: Facts;
  /** Only entries after this number. */
  readonly after?: number;
}

const kept = 2000;

/** Records every exchange of every door except the admin port, and shows it without secrets. */
export class Journal {
  readonly #clock: Clock;
  readonly #mask = new Mask();
  readonly #clients: () => readonly Pick<Client, 'clientId' | 'clientSecret'>[];
  #exchanges: RecordedExchange[] = [];
  readonly #bodies: Bodies;
  #lastNumber = 0;
  readonly #listeners = new Set<() => void>();

  /** @param clients the registered applications. Their secrets are masked in every text. */
  constructor(clock: Clock, clients: () => readonly Pick<Client, 'clientId' | 'clientSecret'>[] = () => []) {
    this.#clock = clock;
    this.#clients = clients;
    this.#bodies = new Bodies(this.#mask);
  }

  record(request: MockRequest, answer: Answer): RecordedExchange {
    this.#lastNumber += 1;
    // Learn the secrets at every exchange, because the application may have been removed when the entry is read.
    for (const client of this.#clients()) this.#mask.learn(client);
    const exchange = new RecordedExchange(
      { number: this.#lastNumber, at: this.#clock.now() },
      request,
      answer,
      this.#mask,
    );
    this.#exchanges.push(exchange);
    this.#bodies.keep(exchange.number, request, answer);
    // Drop old entries in large steps: moving the whole list at every request would cost more than the request.
    if (this.#exchanges.length >= 2 * kept) this.#exchanges = this.#exchanges.slice(-kept);
    for (const listener of this.#listeners) listener();
    return exchange;
  }

  /** Oldest first; the last 2000 exchanges or more. */
  entries(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#after(filter).filter((entry) => matches(entry, filter));
  }

  /** The entry of this number with its bodies; `undefined` if the journal does not have it or has dropped it. */
  exchange(number: number): JournalExchange | undefined {
    const entry = this.#exchanges.find((one) => one.number === number)?.entry;
    return entry && { ...entry, ...(this.#bodies.read(number) ?? { requestBody: null, answerBody: null }) };
  }

  count(filter: JournalFilter = {}): number {
    return this.#after(filter).reduce((count, entry) => count + (matches(entry, filter) ? 1 : 0), 0);
  }

  /**
   * Waits until at least `atLeast` entries match, or until the time is over, and returns the matching entries.
   * @param waitSeconds real time, not the mock's clock
   */
  async waitFor(filter: JournalFilter, { atLeast = 1, waitSeconds = 10 } = {}): Promise<readonly JournalEntry[]> {
    const isThere = () => this.count(filter) >= atLeast;
    if (!isThere()) {
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          this.#listeners.delete(look);
          resolve();
        };
        const look = () => {
          if (isThere()) end();
        };
        const timer = setTimeout(end, waitSeconds * 1000);
        timer.unref();
        this.#listeners.add(look);
      });
    }
    return this.entries(filter);
  }

  /**
   * Yields batches of matching entries until the signal aborts: first the entries after number `filter.after`, then new ones as they
   * are recorded; without `after` only new ones. If `after` is greater than the last number, it comes from an earlier run of the mock,
   * and all entries are yielded.
   *
   * @param heartbeatMs interval (real time) of empty batches while nothing is recorded
   */
  async *follow(
    filter: JournalFilter,
    { signal, heartbeatMs }: { readonly signal: AbortSignal; readonly heartbeatMs: number },
  ): AsyncGenerator<readonly JournalEntry[]> {
    let after = filter.after ?? this.#lastNumber;
    let wake = (): void => {};
    let isHeartbeatDue = false;
    const look = () => wake();
    const heartbeat = setInterval(() => {
      isHeartbeatDue = true;
      wake();
    }, heartbeatMs);
    heartbeat.unref();
    this.#listeners.add(look);
    signal.addEventListener('abort', look);
    try {
      while (!signal.aborted) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const batch = this.entries({ ...filter, after: after > this.#lastNumber ? 0 : after });
        after = this.#lastNumber;
        if (batch.length > 0) yield batch;
        else if (isHeartbeatDue) {
          isHeartbeatDue = false;
          yield [];
        } else await changed;
      }
    } finally {
      clearInterval(heartbeat);
      this.#listeners.delete(look);
      signal.removeEventListener('abort', look);
    }
  }

  /** Deletes all entries. Numbering continues, so that readers that follow the journal miss nothing. */
  clear(): void {
    this.#exchanges = [];
    this.#bodies.clear();
  }

  /** Entries after the filter's number. Building an entry is expensive, so this filter is applied first. */
  #after({ after = 0 }: JournalFilter): readonly JournalEntry[] {
    return this.#exchanges.filter(({ number }) => number > after).map(({ entry }) => entry);
  }
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  return (
    (filter.door === undefined || entry.door === filter.door) &&
    (filter.method === undefined || entry.method === filter.method) &&
    (filter.status === undefined || entry.status === filter.status) &&
    (filter.path === undefined || entry.path.includes(filter.path)) &&
    (filter.reason === undefined || entry.reason.includes(filter.reason)) &&
    factNames.every((name) => filter.about?.[name] === undefined || entry.about[name] === filter.about[name])
  );
}
