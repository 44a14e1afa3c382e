#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { ListenError, OptionsError, PortBusyError } from 'mock-anaf';
import { type Command, readCommandLine, UsageError } from './command/arguments.ts';
import { exitCodeOf } from './command/exit-code.ts';
import { help } from './command/help.ts';
import { checkLine, configurationText, verdictText } from './command/report.ts';
import { type SessionSource, sessionsByCommand, sessionsByHostKey } from './probe/session-source.ts';
import { BackendSilentError, runConformance } from './verdict/run-conformance.ts';

/** The ports of mock-anaf that have to be configured at the backend, the same in every run. */
const fixedPorts = { admin: 8079, picker: 8080, apiPlain: 8081 };

type RunCommand = Extract<Command, { kind: 'run' }>;

try {
  const command = readCommandLine(process.argv.slice(2));
  if (command.kind === 'help') console.log(help);
  else if (command.kind === 'version') console.log(version());
  else process.exitCode = await run(command);
} catch (error) {
  process.exitCode = report(error);
}

async function run(command: RunCommand): Promise<number> {
  const { baseUrl, origin, hostKey, expiredSession, withMock, freePorts, waitSeconds, isJson, level } = command;
  const tell = isJson ? console.error : console.log;
  if (!withMock) tell('Without mock-anaf: only the checks that need no ANAF are run.');
  const result = await runConformance({
    ...{ baseUrl, origin, waitSeconds, sessions: sessionsOf(command) },
    ...(hostKey && { hostKey }),
    ...(expiredSession && { expiredSession }),
    anaf: withMock && (freePorts ? {} : { ports: fixedPorts }),
    onConfigured: (configuration) => tell(configurationText(baseUrl, origin, configuration)),
    onResult: (check) => tell(checkLine(check)),
  });
  console.log(isJson ? JSON.stringify(result, null, 2) : verdictText(result));
  return exitCodeOf(result, level);
}

function sessionsOf({ baseUrl, hostKey, sessionCommand }: RunCommand): SessionSource {
  return sessionCommand ? sessionsByCommand(sessionCommand) : sessionsByHostKey(baseUrl, hostKey ?? '');
}

function version(): string {
  // The manifest of the sources is one folder up from the built file, and beside the source.
  const file = new URL(
    import.meta.url.endsWith('/dist/main.js') ? '../package.json' : './package.json',
    import.meta.url,
  );
  // The manifest is ours and has npm's form.
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}

/** Prints the error and returns the exit code. The exit codes are listed in the help. */
function report(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nSee spv-authorize-conformance --help.`);
    return 2;
  }
  if (error instanceof BackendSilentError) {
    console.error(`${error.message}. Is it started, and is --base-url its address?`);
    return 4;
  }
  if (error instanceof PortBusyError || error instanceof ListenError || error instanceof OptionsError) {
    console.error(`mock-anaf cannot start: ${error.message}. Stop the other program, or use --free-ports.`);
    return 5;
  }
  throw error;
}
