import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { before, describe, it } from 'node:test';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { readFirstBytes } from 'mock-anaf/internal/wire/proxy/client-hello.ts';

/** The ClientHello of Node's TLS for a server of this name. */
async function helloTo(servername: string): Promise<Buffer> {
  const sent: Buffer[] = [];
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      sent.push(chunk);
      wire.emit('said');
      done();
    },
  });
  const secure = connect({ socket: wire, servername });
  secure.on('error', () => undefined);
  if (sent.length === 0) await once(wire, 'said');
  secure.destroy();
  return Buffer.concat(sent);
}

/** The same ClientHello, split into records of this length. */
function inRecordsOf(length: number, hello: Buffer): Buffer {
  const message = hello.subarray(5);
  const records: Buffer[] = [];
  for (let at = 0; at < message.length; at += length) {
    const piece = message.subarray(at, at + length);
    records.push(Buffer.from([22, 3, 1, piece.length >> 8, piece.length & 255]), piece);
  }
  return Buffer.concat(records);
}

describe('readFirstBytes', () => {
  let hello: Buffer;
  before(async () => {
    hello = await helloTo('Api.Anaf.RO');
  });

  it('the server name is read from a ClientHello', () => {
    assert.deepEqual(readFirstBytes(hello), { kind: 'client-hello', serverName: 'api.anaf.ro' });
  });

  it('a ClientHello without a server name is recognized', async () => {
    assert.deepEqual(readFirstBytes(await helloTo('')), { kind: 'client-hello', serverName: undefined });
  });

  it('the server name is read from records of any length, and with data after them', () => {
    for (const length of [1, 2, 3, 4, 5, 40, 100, hello.length]) {
      const bytes = Buffer.concat([inRecordsOf(length, hello), Buffer.from('more')]);
      assert.deepEqual(readFirstBytes(bytes), { kind: 'client-hello', serverName: 'api.anaf.ro' }, `${length}`);
    }
  });

  it('a ClientHello that is truncated at any byte is incomplete', () => {
    for (const whole of [hello, inRecordsOf(50, hello)]) {
      for (let length = 0; length < whole.length; length += 1) {
        assert.deepEqual(readFirstBytes(whole.subarray(0, length)), { kind: 'incomplete' }, `${length}`);
      }
    }
  });

  for (const [what, bytes] of [
    ['a request of HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['an alert', Buffer.from([21, 3, 3, 0, 2, 2, 112])],
    ['another handshake message', Buffer.from([22, 3, 3, 0, 4, 2, 0, 0, 0])],
    ['an empty record', Buffer.from([22, 3, 3, 0, 0])],
    ['a hello of 16 MB', Buffer.from([22, 3, 3, 0, 4, 1, 255, 255, 255])],
    ['a hello that ends too soon', Buffer.from([22, 3, 3, 0, 6, 1, 0, 0, 2, 3, 3])],
  ] as const) {
    it(`${what} is not a ClientHello`, () => {
      assert.deepEqual(readFirstBytes(bytes), { kind: 'other' });
    });
  }

  it('reading arbitrary bytes throws no error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.nat({ max: 255 }), (noise, at, value) => {
        readFirstBytes(Buffer.from(noise));
        const changed = Buffer.from(hello);
        changed[at % changed.length] = value;
        readFirstBytes(changed);
      }),
      { numRuns: 500 },
    );
  });
});
