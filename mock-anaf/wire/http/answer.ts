/** Names of the facts that an answer may add to its journal entry. */
export const factNames = [
  ...(['persona', 'clientId', 'grantId', 'scenario'] as const),
  ...(['cif', 'uploadId', 'messageId', 'verdict', 'seller', 'buyer', 'tokenSeenBy'] as const),
] as const;
/** Facts for the journal, such as the persona or the CUI of a request. */
export type Facts = Readonly<Partial<Record<(typeof factNames)[number], string>>>;

/** An HTTP answer with the reason for it. The reason is written to the journal and never sent. */
export interface HttpAnswer {
  readonly kind: 'http';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  readonly reason: string;
  /** Facts that the journal shows with the reason. Must not contain secrets. */
  readonly about: Facts;
  /** How long to wait before the answer is sent, in real time (not the mock's clock). Default: 0. */
  readonly delaySeconds?: number;
  /** For a request that matched nothing: what would have matched. Shown in the journal; must not contain secrets. */
  readonly expected?: readonly string[];
  /** How the bytes are written, if node:http cannot do it. Absent: node:http writes the answer. */
  readonly wire?: WireForm;
}

/** Properties of an answer that node:http cannot produce. Such an answer is written directly to the socket. */
export interface WireForm {
  /** HTTP/1.0 in the status line. The connection is closed after the answer. */
  readonly isHttp10?: boolean;
  /**
   * `unannounced`: after the complete answer, TCP is closed without a TLS close_notify; a page then has no Content-Length and ends
   * with the connection. `cut`: the connection breaks in the middle of the body. `garbage`: a chunked body whose second chunk is not
   * a valid chunk.
   */
  readonly ending?: 'unannounced' | 'cut' | 'garbage';
}

/**
 * What a client gets instead of an answer. `reset`: the connection is reset (TCP RST); `empty`: it is closed normally without any
 * data; `garbage`: bytes that are not HTTP, then the connection is closed; `hang`: no data, and the connection stays open.
 */
export const brokenKinds = ['reset', 'empty', 'garbage', 'hang'] as const;
/** One of `brokenKinds`. */
export type BrokenKind = (typeof brokenKinds)[number];

/** A broken connection in place of an answer. */
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

/** What a handler returns for a request. */
export type Answer = HttpAnswer | BrokenAnswer | StreamAnswer;

/** A body with its `Content-Type`. */
export interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
}

type Details = Partial<Pick<HttpAnswer, 'headers' | 'about' | 'expected'>>;

/** A plain-text answer. `reason` goes to the journal only, here and in the other functions. */
export function text(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'text/plain;charset=UTF-8', body }, reason, details);
}

/** An HTML page. */
export function html(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'text/html; charset=utf-8', body }, reason, details);
}

/** A JSON answer. */
export function json(status: number, value: unknown, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'application/json', body: JSON.stringify(value) }, reason, details);
}

/** An XML answer. */
export function xml(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, { type: 'application/xml', body }, reason, details);
}

/** An answer of any other content type, e.g. a ZIP or a PDF. */
export function bytes(status: number, content: Content, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, content, reason, details);
}

/** A 302 redirect. */
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

/** A broken connection. */
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
