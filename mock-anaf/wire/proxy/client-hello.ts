/** What the first bytes of a connection contain. `incomplete`: more bytes are needed; `other`: not TLS, or malformed TLS. */
export type FirstBytes =
  | { readonly kind: 'incomplete' | 'other' }
  /** `serverName` in lower case; `undefined`: the client sent none. */
  | { readonly kind: 'client-hello'; readonly serverName: string | undefined };

const handshakeRecord = 22;
const clientHello = 1;
const serverNameExtension = 0;
const hostName = 0;
const recordHeaderBytes = 5;
const longestRecordBytes = 2 ** 14;
/** Longer than the ClientHello of any real client. */
const longestHelloBytes = 2 ** 16;

/** Reads the server name (SNI, RFC 6066) from a ClientHello (RFC 8446, 4.1.2 and 5.1), which may span several records. */
export function readFirstBytes(bytes: Buffer): FirstBytes {
  const message = handshakeOf(bytes);
  if (typeof message === 'string') return { kind: message };
  try {
    return { kind: 'client-hello', serverName: serverNameOf(new Reader(message)) };
  } catch (error) {
    // A length field points past the end.
    if (error instanceof RangeError) return { kind: 'other' };
    throw error;
  }
}

/** The complete ClientHello without its header. */
function handshakeOf(bytes: Buffer): Buffer | 'incomplete' | 'other' {
  const fragments: Buffer[] = [];
  let at = 0;
  for (;;) {
    if (at < bytes.length && bytes[at] !== handshakeRecord) return 'other';
    if (bytes.length < at + recordHeaderBytes) return 'incomplete';
    const length = bytes.readUInt16BE(at + 3);
    if (length === 0 || length > longestRecordBytes) return 'other';
    const start = at + recordHeaderBytes;
    fragments.push(bytes.subarray(start, start + length));
    const message = Buffer.concat(fragments);
    if (message[0] !== undefined && message[0] !== clientHello) return 'other';
    const needed = message.length < 4 ? Number.POSITIVE_INFINITY : 4 + message.readUIntBE(1, 3);
    if (Number.isFinite(needed) && needed > longestHelloBytes) return 'other';
    if (message.length >= needed) return message.subarray(4, needed);
    if (bytes.length < start + length) return 'incomplete';
    at = start + length;
  }
}

function serverNameOf(hello: Reader): string | undefined {
  // Version and random; then session id, cipher suites and compression methods.
  hello.take(2 + 32);
  hello.vector(1);
  hello.vector(2);
  hello.vector(1);
  if (hello.isAtEnd) return undefined;
  const extensions = new Reader(hello.vector(2));
  while (!extensions.isAtEnd) {
    const type = extensions.number(2);
    const content = extensions.vector(2);
    if (type === serverNameExtension) return hostNameIn(new Reader(new Reader(content).vector(2)));
  }
  return undefined;
}

function hostNameIn(names: Reader): string | undefined {
  while (!names.isAtEnd) {
    const type = names.number(1);
    const name = names.vector(2);
    if (type === hostName) return name.toString('latin1').toLowerCase();
  }
  return undefined;
}

/** Reads a buffer from front to back. Every method throws RangeError at the end of the buffer. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length)
      throw new RangeError(`cannot read ${length} bytes at ${this.#at} of ${this.#bytes.length}`);
    const piece = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return piece;
  }

  number(bytes: number): number {
    return this.take(bytes).readUIntBE(0, bytes);
  }

  /** A block that is preceded by its length in `lengthBytes` bytes. */
  vector(lengthBytes: number): Buffer {
    return this.take(this.number(lengthBytes));
  }
}
