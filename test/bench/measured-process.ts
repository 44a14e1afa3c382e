import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A measured program in a process of its own, so that the work of the load generator is not counted. */
export class MeasuredProcess implements AsyncDisposable {
  readonly readyAfterSeconds: number;
  readonly firstLines: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, readyAfterSeconds: number, firstLines: string) {
    this.#child = child;
    this.readyAfterSeconds = readyAfterSeconds;
    this.firstLines = firstLines;
  }

  /** Starts a command and waits, at most 60 s, until its standard output contains `readyMark`. */
  static async start(
    command: string,
    args: readonly string[],
    readyMark: RegExp,
    env: Readonly<Record<string, string>> = {},
  ): Promise<MeasuredProcess> {
    const started = performance.now();
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${command} was not ready in 60 s:\n${output}${errors}`)),
        60_000,
      );
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (!readyMark.test(output)) return;
        clearTimeout(timer);
        resolve();
      });
      child.once('exit', (code) =>
        reject(new Error(`${command} ended with ${code} before it was ready:\n${output}${errors}`)),
      );
    });
    return new MeasuredProcess(child, (performance.now() - started) / 1000, output);
  }

  /** Resident memory in MiB of the process and all its descendants. Linux only: reads /proc. */
  memoryMiB(): number {
    return treeOf(this.#child.pid ?? 0).reduce((sum, pid) => sum + residentMiB(pid), 0);
  }

  /** Processor time in seconds that the process and all its descendants have used. Linux only: reads /proc. */
  processorSeconds(): number {
    return treeOf(this.#child.pid ?? 0).reduce((sum, pid) => sum + usedSeconds(pid), 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.exitCode !== null || this.#child.pid === undefined) return;
    process.kill(-this.#child.pid, 'SIGINT');
    await ended;
  }
}

function treeOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

function residentMiB(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

function usedSeconds(pid: number): number {
  // Behind the name in parentheses: user and system time are the 12th and 13th field, in hundredths of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
