import { type Answer, type BrokenKind, type Facts, factNames } from '../../wire/http/answer.ts';
import type { DoorName, MockRequest } from '../../wire/http/mock-request.ts';
import type { Clock } from '../clock/clock.ts';
import type { Client } from '../state/mock-state.ts';
import { Bodies, type JournalBody } from './bodies.ts';
import { Mask } from './mask.ts';
import { type JournalEntry, RecordedExchange } from './recorded-exchange.ts';

/** An exchange with its bodies; `null`: they are forgotten, as only those of the last 500 are kept. */
export interface JournalExchange extends JournalEntry {
  readonly requestBody: JournalBody | null;
  readonly answerBody: JournalBody | null;
}

/** Every field that is given must match; `path` and `reason` match by containing. */
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

export class Journal {
  readonly #clock: Clock;
  readonly #mask = new Mask();
  readonly #clients: () => readonly Pick<Client, 'clientId' | 'clientSecret'>[];
  #exchanges: RecordedExchange[] = [];
  readonly #bodies: Bodies;
  #lastNumber = 0;
  readonly #listeners = new Set<() => void>();

  /** @param clients the registered applications, whose secrets are masked wherever they stand */
  constructor(clock: Clock, clients: () => readonly Pick<Client, 'clientId' | 'clientSecret'>[] = () => []) {
    this.#clock = clock;
    this.#clients = clients;
    this.#bodies = new Bodies(this.#mask);
  }

  record(request: MockRequest, answer: Answer): RecordedExchange {
    this.#lastNumber += 1;
    // Also of one that is gone when somebody looks.
    for (const client of this.#clients()) this.#mask.learn(client);
    const exchange = new RecordedExchange(this.#lastNumber, this.#clock.now(), request, answer, this.#mask);
    this.#exchanges.push(exchange);
    this.#bodies.keep(exchange.number, request, answer);
    // Cut in large steps: moving the whole list at every request would cost more than the request.
    if (this.#exchanges.length >= 2 * kept) this.#exchanges = this.#exchanges.slice(-kept);
    for (const listener of this.#listeners) listener();
    return exchange;
  }

  /** Oldest first; the last 2000 exchanges or more. */
  entries(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#after(filter).filter((entry) => matches(entry, filter));
  }

  /** The entry of this number with what went over the wire; `undefined` if there is none (any more). */
  exchange(number: number): JournalExchange | undefined {
    const entry = this.#exchanges.find((one) => one.number === number)?.entry;
    return entry && { ...entry, ...(this.#bodies.read(number) ?? { requestBody: null, answerBody: null }) };
  }

  count(filter: JournalFilter = {}): number {
    return this.#after(filter).reduce((count, entry) => count + (matches(entry, filter) ? 1 : 0), 0);
  }

  /**
   * Waits until at least so many entries match, or the time is over, and gives what there is then.
   * @param waitSeconds by the machine's time, as it is a program that waits
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
   * Batches of matching entries until the signal comes: those after `filter.after` first, then new ones as they are recorded;
   * without `after` only new ones. A number beyond the last is of a journal before this one: all there is comes then.
   *
   * @param heartbeatMs an empty batch comes so often, by the machine's time
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

  /** Numbers go on, so that whoever asks for what came `after` one misses nothing. */
  clear(): void {
    this.#exchanges = [];
    this.#bodies.clear();
  }

  /** What may match: an entry is only made where it must be looked at. */
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
