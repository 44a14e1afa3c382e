import type { Answer, BrokenKind, Facts } from '../../wire/http/answer.ts';
import { type DoorName, isForm, type MockRequest } from '../../wire/http/mock-request.ts';
import { type Mask, withoutBrokenEnd } from './mask.ts';
import { tokenSeenBy } from './token-sight.ts';

/** One exchange: the request, the answer, and the reason for the answer. Contains no token, code, secret, state or PIN. */
export interface JournalEntry {
  readonly number: number;
  /** Time of the answer by the mock's clock, in epoch seconds. */
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
  /** The check or rule that determined the answer. */
  readonly reason: string;
  /** Facts such as `persona`, `clientId`, `cif`, `uploadId`, `scenario`, and who sent or received a token (`tokenSeenBy`). */
  readonly about: Facts;
  /** For a request that matched nothing: what would have matched, such as the nearest routes or the registered addresses. */
  readonly expected?: readonly string[];
}

/** More than any real token request needs. The rest of a longer form is not kept. */
const keptFormBytes = 8 * 1024;
const longestReason = 2000;

/**
 * An exchange without its bodies. Its entry is built at first use, because most entries are never read, and masking often costs more
 * than the answer itself.
 */
export class RecordedExchange {
  readonly number: number;
  readonly #mask: Mask;
  readonly #at: number;
  readonly #request: Pick<MockRequest, 'door' | 'method' | 'path' | 'query' | 'headers'>;
  readonly #form: string;
  readonly #bodyBytes: number;
  readonly #answer: Pick<Answer, 'reason' | 'about' | 'expected'>;
  readonly #status: JournalEntry['status'];
  readonly #location: string | undefined;
  #entry: JournalEntry | undefined;

  constructor({ number, at }: Pick<JournalEntry, 'number' | 'at'>, request: MockRequest, answer: Answer, mask: Mask) {
    const { door, method, path, query, headers } = request;
    const { reason, about, expected } = answer;
    const seenBy = tokenSeenBy(request, answer);
    const location = answer.kind === 'http' ? answer.headers.Location : undefined;
    this.number = number;
    this.#mask = mask;
    this.#at = at;
    this.#request = { door, method, path, query, headers };
    this.#form = isForm(request) ? beginningOf(request.body) : '';
    this.#bodyBytes = request.body.byteLength;
    this.#answer = { reason, about: seenBy ? { ...about, tokenSeenBy: seenBy } : about, ...(expected && { expected }) };
    this.#status = statusOf(answer);
    this.#location = typeof location === 'string' ? location : undefined;
  }

  get entry(): JournalEntry {
    this.#entry ??= this.#makeEntry();
    return this.#entry;
  }

  #makeEntry(): JournalEntry {
    const mask = this.#mask;
    const { door, method, path, query, headers } = this.#request;
    const { reason, about, expected } = this.#answer;
    return {
      number: this.number,
      at: this.#at,
      door,
      method,
      path: mask.path(path),
      query: mask.parameters(query),
      headers: mask.headers(headers),
      form: mask.parameters(new URLSearchParams(this.#form)),
      bodyBytes: this.#bodyBytes,
      status: this.#status,
      ...(this.#location !== undefined && { location: mask.address(this.#location) }),
      reason: mask.text(reason).slice(0, longestReason),
      about: Object.fromEntries(Object.entries(about).map(([name, fact]) => [name, mask.text(fact).slice(0, 100)])),
      ...(expected && { expected: expected.map((one) => mask.text(one)) }),
    };
  }
}

function beginningOf(body: Buffer): string {
  const text = body.toString('utf8', 0, keptFormBytes);
  return body.byteLength > keptFormBytes ? withoutBrokenEnd(text) : text;
}

function statusOf(answer: Answer): JournalEntry['status'] {
  if (answer.kind === 'http') return answer.status;
  return answer.kind === 'stream' ? 200 : answer.kind;
}
