import { spawn } from 'node:child_process';

export interface FinishedProcess {
  readonly exitCode: number;
  readonly seconds: number;
}

/** Runs a command with its output passed through and resolves when it has ended, whatever its exit code. */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<FinishedProcess> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    child.once('error', (cause) => reject(new Error(`cannot run "${command}"`, { cause })));
    child.once('exit', (code, signal) => {
      if (signal) console.error(`${command} was ended by ${signal}`);
      resolve({ exitCode: code ?? 1, seconds: (performance.now() - started) / 1000 });
    });
  });
}
