#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readCommandLine, UsageError } from './command/arguments.ts';
import { execute } from './command/execute.ts';
import { help } from './command/help.ts';
import { portFlagOf } from './command/ports.ts';
import { type ReadyFiles, writeReadyFiles } from './command/ready-files.ts';
import { TemporaryFolderError } from './command/temporary-folder.ts';
import { readyLine, welcome } from './command/welcome.ts';
import type { MockAnafOptions } from './configuration/options.ts';
import { OptionsError } from './configuration/options-error.ts';
import { StateFileError } from './engine/state/state-file.ts';
import { startMockAnaf } from './start-mock-anaf.ts';
import { ListenError, PortBusyError } from './wire/http/listen.ts';

/** Ctrl-C, a request to terminate, a closed terminal, and Ctrl-Break (Windows only; other systems ignore the name). */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

const oldestNode = 22;

try {
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    throw new UsageError(`mock-anaf needs Node ${oldestNode} or newer; this is Node ${process.versions.node}`);
  const command = readCommandLine(process.argv.slice(2), process.env);
  if (command.kind === 'help') console.log(help);
  else if (command.kind === 'version') console.log(version());
  else if (command.kind === 'exec') process.exitCode = await runProgram(command.options, command.command);
  else await run(command.options, command.isJson);
} catch (error) {
  process.exitCode = report(error);
}

async function run(options: MockAnafOptions, isJson: boolean): Promise<void> {
  // Listen before the mock is ready: a program that reads the ready line may send the signal at once.
  const stopRequested = firstStopSignal();
  const mock = await startMockAnaf(options);
  let files: ReadyFiles | undefined;
  try {
    files = isJson ? await writeReadyFiles(mock) : undefined;
    console.log(files ? readyLine(mock, files) : welcome(mock));
    await stopRequested;
  } finally {
    files?.remove();
    await mock.stop();
  }
}

async function runProgram(options: MockAnafOptions, command: readonly [string, ...string[]]): Promise<number> {
  const mock = await startMockAnaf(options);
  try {
    return await execute(mock, command, process.env, options.adminToken);
  } finally {
    await mock.stop();
  }
}

/** Resolves at the first signal. A second signal, while the mock is stopping, ends the process immediately. */
function firstStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const handleSignal = () => {
      for (const signal of stopSignals) process.removeListener(signal, handleSignal);
      resolve();
    };
    for (const signal of stopSignals) process.on(signal, handleSignal);
  });
}

/** Prints the error and returns the exit code. The exit codes are listed in the help. */
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
    const flag = portFlagOf(error.door);
    console.error(`mock-anaf: ${error.message}. Choose another one with ${flag} <n>, or use --free-ports.`);
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
  console.error('mock-anaf: unexpected error', error);
  return 1;
}

function version(): string {
  // This file is next to package.json in the sources, and one folder below it in a build.
  const folder = import.meta.url.endsWith('.ts') ? './' : '../';
  const { version } = JSON.parse(readFileSync(new URL(`${folder}package.json`, import.meta.url), 'utf8'));
  return version;
}
