#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readCommandLine, UsageError } from './command/arguments.ts';
import { execute } from './command/execute.ts';
import { help } from './command/help.ts';
import { type ReadyFiles, writeReadyFiles } from './command/ready-files.ts';
import { TemporaryFolderError } from './command/temporary-folder.ts';
import { readyLine, welcome } from './command/welcome.ts';
import { type MockAnafOptions, OptionsError } from './configuration/options.ts';
import { StateFileError } from './engine/state/state-file.ts';
import { startMockAnaf } from './start-mock-anaf.ts';
import { ListenError, PortBusyError } from './wire/http/listen.ts';

/** Ctrl-C, a request from outside, the end of the terminal, and Ctrl-Break (Windows alone has it, others ignore the name). */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

const oldestNode = 22;

try {
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    throw new UsageError(`mock-anaf needs Node ${oldestNode} or newer; this is Node ${process.versions.node}`);
  const command = readCommandLine(process.argv.slice(2), process.env);
  if (command.kind === 'help') console.log(help);
  else if (command.kind === 'version') console.log(version());
  else if (command.kind === 'exec') process.exitCode = await execute(command.options, command.command, process.env);
  else await run(command.options, command.isJson);
} catch (error) {
  process.exitCode = report(error);
}

async function run(options: MockAnafOptions, isJson: boolean): Promise<void> {
  // Heard from the first moment: whoever reads the ready line may ask it to stop at once.
  const asked = firstStopSignal();
  const mock = await startMockAnaf(options);
  let files: ReadyFiles | undefined;
  try {
    files = isJson ? await writeReadyFiles(mock) : undefined;
    console.log(files ? readyLine(mock, files) : welcome(mock));
    await asked;
  } finally {
    files?.remove();
    await mock.stop();
  }
}

/** Resolves at the first signal; a second one while it stops ends the process at once. */
function firstStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const hear = () => {
      for (const signal of stopSignals) process.removeListener(signal, hear);
      resolve();
    };
    for (const signal of stopSignals) process.on(signal, hear);
  });
}

function report(error: unknown): number {
  if (error instanceof UsageError || error instanceof OptionsError) {
    console.error(`${error.message}\nSee mock-anaf --help.`);
    return 2;
  }
  if (error instanceof ListenError) {
    console.error(`mock-anaf: ${error.message}`);
    return 3;
  }
  if (error instanceof PortBusyError) {
    const flag =
      {
        loginAtHandshake: 'handshake',
        apiPlain: 'api-plain',
        apiCertificate: 'api-certificate',
        apiPublic: 'api-public',
      }[error.door as string] ?? error.door;
    console.error(`mock-anaf: ${error.message}. Give another one with --${flag}-port <n>, or any with --free-ports.`);
    return 3;
  }
  if (error instanceof StateFileError) {
    console.error(`mock-anaf: ${error.message}`);
    return 4;
  }
  if (error instanceof TemporaryFolderError) {
    console.error(`mock-anaf: ${error.message}`);
    return 5;
  }
  console.error('mock-anaf: unexpected', error);
  return 1;
}

function version(): string {
  // From the sources this file lies beside package.json, from a build one folder below it.
  const folder = import.meta.url.endsWith('.ts') ? './' : '../';
  const { version } = JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8'));
  return version;
}
