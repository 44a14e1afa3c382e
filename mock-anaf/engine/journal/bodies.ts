import type { Answer } from '../../wire/http/answer.ts';
import { isForm, type MockRequest } from '../../wire/http/mock-request.ts';
import { type Mask, withoutBrokenEnd } from './mask.ts';

/** The body of a request or an answer, as the journal shows it. */
export interface JournalBody {
  /** The body with secrets masked. `null` if it is not text (a ZIP), or if it is a page of the picker, which shows the PIN. */
  readonly text: string | null;
  /** Length of the complete body. */
  readonly bytes: number;
  /** `text` holds only the first 16 KB. */
  readonly isCut: boolean;
}

/** Both bodies of one exchange. */
export interface ExchangeBodies {
  readonly requestBody: JournalBody;
  readonly answerBody: JournalBody;
}

interface Kept {
  readonly isForm: boolean;
  /** `undefined`: the journal must not show it. */
  readonly beginning: string | Uint8Array | undefined;
  readonly bytes: number;
}

const keptExchanges = 500;
const keptBytes = 16 * 1024;

/** Keeps the bodies of the last 500 exchanges. They are masked only when they are read, so bodies that nobody reads cost nothing. */
export class Bodies {
  readonly #mask: Mask;
  #kept: { readonly number: number; readonly request: Kept; readonly answer: Kept }[] = [];

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  keep(number: number, request: MockRequest, answer: Answer): void {
    // A ring buffer: overwrite the oldest exchange, so that the array is never reallocated.
    this.#kept[number % keptExchanges] = { number, request: ofRequest(request), answer: ofAnswer(request, answer) };
  }

  read(number: number): ExchangeBodies | undefined {
    const kept = this.#kept[number % keptExchanges];
    return kept?.number === number
      ? { requestBody: described(kept.request, this.#mask), answerBody: described(kept.answer, this.#mask) }
      : undefined;
  }

  clear(): void {
    this.#kept = [];
  }
}

function ofRequest(request: MockRequest): Kept {
  const { body } = request;
  return { isForm: isForm(request), beginning: beginningOf(body), bytes: body.byteLength };
}

function ofAnswer({ door, path }: MockRequest, answer: Answer): Kept {
  if (answer.kind !== 'http') return { isForm: false, beginning: '', bytes: 0 };
  const { body } = answer;
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  const isPicker = door === 'picker' && path === '/my.policy' && bytes > 0;
  return { isForm: false, beginning: isPicker ? undefined : beginningOf(body), bytes };
}

/** Copies the beginning of a long body, because a slice would keep the complete body in memory. */
function beginningOf(body: string | Uint8Array): string | Uint8Array {
  if (typeof body === 'string') return body.length <= keptBytes ? body : Buffer.from(body.slice(0, keptBytes));
  return body.byteLength <= keptBytes ? body : Buffer.from(body.subarray(0, keptBytes));
}

function described({ isForm, beginning, bytes }: Kept, mask: Mask): JournalBody {
  const text = textIn(beginning);
  if (text === null) return { text, bytes, isCut: false };
  const isCut = Buffer.byteLength(text) < bytes;
  return { text: mask.body(isCut ? withoutBrokenEnd(text) : text, isForm), bytes, isCut };
}

function textIn(beginning: Kept['beginning']): string | null {
  if (beginning === undefined || typeof beginning === 'string') return beginning ?? null;
  try {
    // `stream: true`, because the last character may be cut in the middle.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(beginning, { stream: true });
    return text.includes('\0') ? null : text;
  } catch (error) {
    // Not UTF-8.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
