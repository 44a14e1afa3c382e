import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProgramOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What the program prints when it accepts requests. */
  readonly ready: RegExp;
}

/** A server in another language that was started for a test. */
export interface Program extends AsyncDisposable {
  /** Everything that it has printed. */
  readonly output: () => string;
}

/** Starts a program, and resolves when it is ready. Rejects with its output if it ends before. */
export async function startProgram({ command, args, env, cwd, ready }: ProgramOptions): Promise<Program> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const closed = once(child, 'close');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const handleOutput = (text: string) => {
      output += text;
      if (ready.test(output)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', handleOutput);
    child.stderr.setEncoding('utf8').on('data', handleOutput);
    child.once('error', (cause) => reject(new Error(`${command} cannot be started`, { cause })));
    child.once('close', () => reject(new Error(`${command} ended before it was ready:\n${output}`)));
  });
  return {
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      // The whole group: the workers of PHP's own server do not end with the process that started them.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await closed;
    },
  };
}
