import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCommandLine } from 'spv-authorize-conformance/internal/command/arguments.ts';

const needed = ['--base-url', 'http://localhost:4001/spv/', '--host-key', 'k'];

describe('the command line of the conformance kit', () => {
  it('an address and a way to get sessions are enough, and the address loses its last slash', () => {
    assert.deepEqual(readCommandLine(needed), {
      kind: 'run',
      baseUrl: 'http://localhost:4001/spv',
      hostKey: 'k',
      origin: 'http://localhost:4000',
      withMock: true,
      freePorts: false,
      waitSeconds: 120,
      isJson: false,
    });
  });

  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [['--host-key', 'k'], /--base-url is missing/],
    [
      ['--base-url', 'localhost:4001', '--host-key', 'k'],
      /--base-url must be an http or https address; got "localhost:4001"/,
    ],
    [['--base-url', 'http://localhost'], /either --host-key or --session-command/],
    [[...needed, '--session-command', 'php'], /either --host-key or --session-command/],
    [[...needed, '--level', '5'], /--level must be a whole number from 1 to 4; got "5"/],
    [
      [...needed, '--origin', 'http://localhost:4000/page'],
      /--origin must be an origin such as http:\/\/localhost:4000/,
    ],
    [[...needed, '--colour'], /--colour/],
  ];
  for (const [args, message] of refused) {
    it(`a wrong command line is refused with a message that says what to write: ${args.join(' ')}`, () => {
      assert.throws(() => readCommandLine(args), { name: 'UsageError', message });
    });
  }

  it('help and version need nothing else', () => {
    assert.deepEqual(readCommandLine(['--help']), { kind: 'help' });
    assert.deepEqual(readCommandLine(['--version']), { kind: 'version' });
  });
});
