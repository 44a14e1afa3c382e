/** What an answer may tell the journal of the domain. */
export const factNames = [
  ...(['persona', 'clientId', 'grantId', 'scenario'] as const),
  ...(['cif', 'uploadId', 'messageId', 'verdict', 'seller', 'buyer', 'tokenSeenBy'] as const),
] as const;
export type Facts = Readonly<Partial<Record<(typeof factNames)[number], string>>>;

/** An HTTP answer, with the reason why it was given: the reason goes to the journal, never on the wire. */
export interface HttpAnswer {
  readonly kind: 'http';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
  readonly reason: string;
  /** Facts of the domain that the journal shows beside it. Never secrets. */
  readonly about: Facts;
  /** Held back for so long, by the machine's time. Default 0. */
  readonly delaySeconds?: number;
  /** For a request that met nothing: what would have been right. Goes to the journal; never secrets. */
  readonly expected?: readonly string[];
  /** Absent: as node:http writes it. */
  readonly wire?: WireForm;
}

/** How an answer goes over the wire where that is not as node:http writes it. */
export interface WireForm {
  /** Status line of HTTP/1.0. The connection ends with the answer. */
  readonly isHttp10?: boolean;
  /**
   * `unannounced`: after a whole answer the TCP connection is closed without TLS's close_notify; a page of HTML has no
   * Content-Length then, so that its end is the connection's. `cut`: the connection breaks in the middle of the body.
   * `garbage`: a chunked body goes on with what is no chunk.
   */
  readonly ending?: 'unannounced' | 'cut' | 'garbage';
}

/**
 * What a client gets in place of an answer. `reset`: the connection is torn down (TCP RST); `empty`: it is closed in order and
 * without a byte; `garbage`: bytes that are no HTTP, and the end; `hang`: nothing, and it stays open.
 */
export const brokenKinds = ['reset', 'empty', 'garbage', 'hang'] as const;
export type BrokenKind = (typeof brokenKinds)[number];

export interface BrokenAnswer {
  readonly kind: BrokenKind;
  readonly reason: string;
  readonly about: Facts;
  readonly expected?: readonly string[];
}

/** An answer whose body goes on until the client leaves or the door closes. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly headers: Readonly<Record<string, string>>;
  /** The body, piece by piece, as text. Ends soon after the signal. */
  readonly pieces: (signal: AbortSignal) => AsyncIterable<string>;
  readonly reason: string;
  readonly about: Facts;
  readonly expected?: readonly string[];
}

export type Answer = HttpAnswer | BrokenAnswer | StreamAnswer;

type Details = Partial<Pick<HttpAnswer, 'headers' | 'about' | 'expected'>>;

export function text(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, 'text/plain;charset=UTF-8', body, reason, details);
}

export function html(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, 'text/html; charset=utf-8', body, reason, details);
}

export function json(status: number, value: unknown, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, 'application/json', JSON.stringify(value), reason, details);
}

export function xml(status: number, body: string, reason: string, details: Details = {}): HttpAnswer {
  return answer(status, 'application/xml', body, reason, details);
}

export function bytes(
  status: number,
  type: string,
  body: Uint8Array,
  reason: string,
  details: Details = {},
): HttpAnswer {
  return answer(status, type, body, reason, details);
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
  type: string,
  body: string | Uint8Array,
  reason: string,
  { headers = {}, about = {}, expected }: Details,
): HttpAnswer {
  const all = { 'Content-Type': type, ...headers };
  return { kind: 'http', status, headers: all, body, reason, about, ...(expected && { expected }) };
}
