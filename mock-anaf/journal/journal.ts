import type { Clock } from '../clock/clock.ts';
import { type Answer, type BrokenKind, type Facts, factNames } from '../http/answer.ts';
import { type DoorName, formOf, isForm, type MockRequest } from '../http/mock-request.ts';
import { Bodies, type JournalBody } from './bodies.ts';
import { Mask } from './mask.ts';
import { tokenSeenBy } from './token-sight.ts';

/** One exchange: what came, what was answered, and why. Holds no token, code, secret, state or PIN. */
export interface JournalEntry {
  readonly number: number;
  /** Epoch seconds by the mock's clock. */
  readonly at: number;
  readonly door: DoorName;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  /** HTTP status, or how the connection was broken. */
  readonly status: number | BrokenKind;
  /** `Location` of a redirect, masked. */
  readonly location?: string;
  /** Which check or rule decided. */
  readonly reason: string;
  /** Facts such as `persona`, `clientId`, `cif`, `uploadId`, `scenario`, and who sent or got a token (`tokenSeenBy`). */
  readonly about: Facts;
  /** Where a request met nothing: what would have been right, e.g. the routes near its path, the registered addresses. */
  readonly expected?: readonly string[];
}

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
  readonly #mask: Mask;
  #entries: JournalEntry[] = [];
  readonly #bodies: Bodies;
  #lastNumber = 0;
  readonly #listeners = new Set<() => void>();

  /** @param secrets those of the registered applications, which are masked wherever they stand */
  constructor(clock: Clock, secrets?: () => readonly string[]) {
    this.#clock = clock;
    this.#mask = new Mask(secrets);
    this.#bodies = new Bodies(this.#mask);
  }

  record(request: MockRequest, answer: Answer): JournalEntry {
    this.#lastNumber += 1;
    const entry = entryOf(this.#lastNumber, this.#clock.now(), request, answer, this.#mask);
    this.#entries.push(entry);
    this.#bodies.keep(entry.number, request, answer);
    // Cut in large steps: moving the whole list at every request would cost more than the request.
    if (this.#entries.length >= 2 * kept) this.#entries = this.#entries.slice(-kept);
    for (const listener of this.#listeners) listener();
    return entry;
  }

  /** Oldest first; the last 2000 exchanges or more. */
  entries(filter: JournalFilter = {}): readonly JournalEntry[] {
    return this.#entries.filter((entry) => matches(entry, filter));
  }

  /** The entry of this number with what went over the wire; `undefined` if there is none (any more). */
  exchange(number: number): JournalExchange | undefined {
    const entry = this.#entries.find((one) => one.number === number);
    return entry && { ...entry, ...(this.#bodies.read(number) ?? { requestBody: null, answerBody: null }) };
  }

  count(filter: JournalFilter = {}): number {
    return this.#entries.reduce((count, entry) => count + (matches(entry, filter) ? 1 : 0), 0);
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
    this.#entries = [];
    this.#bodies.clear();
  }
}

function entryOf(number: number, at: number, request: MockRequest, answer: Answer, mask: Mask): JournalEntry {
  const location = answer.kind === 'http' ? answer.headers.Location : undefined;
  const seenBy = tokenSeenBy(request, answer);
  return {
    number,
    at,
    door: request.door,
    method: request.method,
    path: mask.path(request.path),
    query: mask.parameters(request.query),
    headers: mask.headers(request.headers),
    form: isForm(request) ? mask.parameters(formOf(request)) : {},
    bodyBytes: request.body.byteLength,
    status: statusOf(answer),
    ...(typeof location === 'string' && { location: mask.address(location) }),
    reason: answer.reason,
    about: { ...answer.about, ...(seenBy && { tokenSeenBy: seenBy }) },
    ...(answer.expected && { expected: answer.expected }),
  };
}

function statusOf(answer: Answer): JournalEntry['status'] {
  if (answer.kind === 'http') return answer.status;
  return answer.kind === 'stream' ? 200 : answer.kind;
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  return (
    (filter.door === undefined || entry.door === filter.door) &&
    (filter.method === undefined || entry.method === filter.method) &&
    (filter.status === undefined || entry.status === filter.status) &&
    (filter.after === undefined || entry.number > filter.after) &&
    (filter.path === undefined || entry.path.includes(filter.path)) &&
    (filter.reason === undefined || entry.reason.includes(filter.reason)) &&
    factNames.every((name) => filter.about?.[name] === undefined || entry.about[name] === filter.about[name])
  );
}
