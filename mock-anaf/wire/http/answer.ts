/** Names of the facts that an answer may give to the journal. */
export const factNames = [
  ...(['persona', 'clientId', 'grantId', 'scenario'] as const),
  ...(['cif', 'uploadId', 'messageId', 'verdict', 'seller', 'buyer', 'tokenSeenBy'] as const),
] as const;
export type Facts = Readonly<Partial<Record<(typeof factNames)[number], string>>>;

/** An HTTP answer with the reason for it. The reason is written to the journal and never sent. */
export interface HttpAnswer {
  readonly kind: 'http';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  readonly reason: string;
  /** Facts that the journal shows with the reason. Never secrets. */
  readonly about: Facts;
  /** How long the answer is held back, by the machine's time. Default: 0. */
  readonly delaySeconds?: number;
  /** For a request that matched nothing: what would have matched. Written to the journal; never secrets. */
  readonly expected?: readonly string[];
  /** Absent: node:http writes the answer. */
  readonly wire?: WireForm;
}

/** How an answer is written if node:http cannot write it so. */
export interface WireForm {
  /** HTTP/1.0 in the status line. The connection ends with the answer. */
  readonly isHttp10?: boolean;
  /**
   * `unannounced`: after the whole answer TCP is closed without close_notify of TLS; a page then has no Content-Length and ends
   * with the connection. `cut`: the connection breaks in the middle of the body. `garbage`: a chunked body continues with bytes that
   * are not a chunk.
   */
  readonly ending?: 'unannounced' | 'cut' | 'garbage';
}

/**
 * What a client gets instead of an answer. `reset`: the connection is reset (TCP RST); `empty`: it is closed normally without a byte;
 * `garbage`: bytes that are not HTTP, then the end; `hang`: nothing, and it stays open.
 */
export const brokenKinds = ['reset', 'empty', 'garbage', 'hang'] as const;
export type BrokenKind = (typeof brokenKinds)[number];

export interface BrokenAnswer {
  readonly kind: BrokenKind;
  readonly reason: string;
  readonly about: Facts;
  readonly expected?: readonly string[];
}

/** An answer whose body continues until the client disconnects or the door closes. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly headers: Readonly<Record<string, string>>;
  /** The body as pieces of text. Must end soon after the signal aborts. */
  readonly pieces: (signal: AbortSignal) => AsyncIterable<string>;
  readonly reason: string;
  readonly about: Facts;
  readonly expected?: readonly string[];
}

export type Answer = HttpAnswer | BrokenAnswer | StreamAnswer;

/** A body with its `Content-Type`. */
export interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
}

type Details = Partial<Pick<HttpAnswer, 'headers' | 'about' | 'expected'>>;

export function text(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'text/plain;charset=UTF-8', body }, reason, details);
}

export function html(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'text/html; charset=utf-8', body }, reason, details);
}

export function json(status: number, value: unknown, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'application/json', body: JSON.stringify(value) }, reason, details);
}

export function xml(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'application/xml', body }, reason, details);
}

export function bytes(status: number, content: Content, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, content, reason, details);
}

export function redirect(location: string, reason: string, details: Details = {}): HttpAnswer {
  return {
    kind: 'http',
    status: 302,
    headers: { ...details.headers, Location: location },
    body: '',
    reason,
    about: details.about ?? {},
    ...(details.expected && { expected: details.expected }),
  };
}

export function broken(kind: BrokenAnswer['kind'], reason: string): BrokenAnswer {
  return { kind, reason, about: {} };
}

function answer(
  status: number,
  { type, body }: Content,
  reason: string,
  { headers = {}, about = {}, expected }: Details,
): HttpAnswer {
  const all = { 'Content-Type': type, ...headers };
  return { kind: 'http', status, headers: all, body, reason, about, ...(expected && { expected }) };
}
