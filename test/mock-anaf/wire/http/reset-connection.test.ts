import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** A program that resets one end of a connection, optionally after ending it, and prints what the other end observes. */
const program = (isEnded: boolean) => `
import { connect, createServer } from 'node:net';
import { resetConnection } from 'mock-anaf/internal/wire/http/reset-connection.ts';
const server = createServer((socket) => {
  socket.on('error', ({ code }) => console.log(code)).on('end', () => console.log('in order')).on('close', () => server.close()).resume();
}).listen(0, '127.0.0.1', () => {
  const socket = connect(server.address().port, '127.0.0.1', () => {
    if (${isEnded}) socket.end('x');
    resetConnection(socket);
  });
  socket.on('error', () => undefined);
});
`;

describe('resetConnection', () => {
  for (const [what, isEnded, seen] of [
    ['resetConnection resets a connection', false, 'ECONNRESET\n'],
    ['resetConnection closes a connection that was already ended, so that the program can exit', true, 'in order\n'],
  ] as const) {
    it(what, () => {
      const args = ['--conditions=spv-source', '--input-type=module', '--eval', program(isEnded)];
      const { status, stdout, signal } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 10_000 });

      assert.deepEqual({ status, stdout, signal }, { status: 0, stdout: seen, signal: null });
    });
  }
});
